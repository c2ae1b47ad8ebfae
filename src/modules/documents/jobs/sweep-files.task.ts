import { Injectable } from '@nestjs/common';
import { defineJob, Handles, Repeats, type JobHandler } from '#libs/jobs';
import { SweepFiles } from '../handlers/sweep-files.js';

export const sweepFilesJob = defineJob<object>('documents.sweep-files', { queue: 'clock', runs: 'outside' });

/** Every hour, so that nothing which a failure left behind grows a day old. */
@Injectable()
@Handles(sweepFilesJob)
@Repeats('17 * * * *')
export class SweepFilesEveryHour implements JobHandler<object> {
  constructor(private readonly sweeping: SweepFiles) {}

  run(): Promise<void> {
    return this.sweeping.run();
  }
}
