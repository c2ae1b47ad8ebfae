import { Injectable } from '@nestjs/common';
import { defineJob, Handles, type JobHandler } from '#libs/jobs';
import { RemindOfDeadline, type Reminder } from '../handlers/remind-of-deadline.js';

export const remindJob = defineJob<Reminder>('applications.remind-of-deadline', { queue: 'clock' });

@Injectable()
@Handles(remindJob)
export class Remind implements JobHandler<Reminder> {
  constructor(private readonly reminding: RemindOfDeadline) {}

  run(reminder: Reminder): Promise<void> {
    return this.reminding.run(reminder);
  }
}
