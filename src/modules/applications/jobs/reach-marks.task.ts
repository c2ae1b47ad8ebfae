import { Injectable } from '@nestjs/common';
import { defineJob, Handles, Repeats, type JobHandler } from '#libs/jobs';
import { ReachMarks } from '../handlers/reach-marks.js';

export const reachMarksJob = defineJob<object>('applications.reach-marks', { queue: 'clock' });

@Injectable()
@Handles(reachMarksJob)
@Repeats('*/5 * * * *')
export class ReachMarksOnTime implements JobHandler<object> {
  constructor(private readonly reaching: ReachMarks) {}

  run(): Promise<void> {
    return this.reaching.run();
  }
}
