import { Injectable } from '@nestjs/common';
import { defineJob, Handles, Repeats, type JobHandler } from '#libs/jobs';
import { TallyStore } from '../store/tally.store.js';

export const gatherTallyJob = defineJob<object>('applications.gather-tally', { queue: 'clock' });

/** In a rush thousands of changes are added to the tally; a list adds up no more of them than a minute brings. */
@Injectable()
@Handles(gatherTallyJob)
@Repeats('* * * * *')
export class GatherTally implements JobHandler<object> {
  constructor(private readonly tally: TallyStore) {}

  run(): Promise<void> {
    return this.tally.gather();
  }
}
