import { Injectable } from '@nestjs/common';
import { Handles, Repeats, type JobHandler } from '#libs/jobs';
import { ReachMarks, RemindOfDeadline } from '../handlers/remind-of-deadline.js';
import { reachMarksJob, remindJob, type Reminder } from './remind.job.js';

@Injectable()
@Handles(reachMarksJob)
@Repeats('*/5 * * * *')
export class ReachMarksOnTime implements JobHandler<object> {
  constructor(private readonly reaching: ReachMarks) {}

  run(): Promise<void> {
    return this.reaching.run();
  }
}

@Injectable()
@Handles(remindJob)
export class Remind implements JobHandler<Reminder> {
  constructor(private readonly reminding: RemindOfDeadline) {}

  run(reminder: Reminder): Promise<void> {
    return this.reminding.run(reminder);
  }
}
