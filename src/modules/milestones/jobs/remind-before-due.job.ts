import { Injectable } from '@nestjs/common';
import { defineJob, Handles, type JobHandler } from '#libs/jobs';
import { RemindOfReportDue, RemindOfRectificationDue, type ReportReminder } from '../handlers/remind-before-due.js';

export const remindOfReport = defineJob<ReportReminder>('milestones.remind-of-report', { queue: 'clock' });
export const remindOfRectification = defineJob<{ rectificationId: string }>('milestones.remind-of-rectification', { queue: 'clock' });

@Injectable()
@Handles(remindOfReport)
export class ReportReminders implements JobHandler<ReportReminder> {
  constructor(private readonly reminding: RemindOfReportDue) {}

  run(reminder: ReportReminder): Promise<void> {
    return this.reminding.run(reminder);
  }
}

@Injectable()
@Handles(remindOfRectification)
export class RectificationReminders implements JobHandler<{ rectificationId: string }> {
  constructor(private readonly reminding: RemindOfRectificationDue) {}

  run({ rectificationId }: { rectificationId: string }): Promise<void> {
    return this.reminding.run(rectificationId);
  }
}
