import { Injectable } from '@nestjs/common';
import { DatabaseTime } from '#libs/database';
import { defineJob, Handles, type JobHandler } from '#libs/jobs';
import type { DoneStep } from '#modules/identity';
import { NotificationStore } from '../store/notification.store.js';

/** News travels side by side: a message that asked for a step may come in just after the step was done. */
export const answer = defineJob<DoneStep>('notifications.answer', { queue: 'clock' });

@Injectable()
@Handles(answer)
export class Answer implements JobHandler<DoneStep> {
  constructor(
    private readonly notifications: NotificationStore,
    private readonly time: DatabaseTime,
  ) {}

  async run({ asked, until }: DoneStep): Promise<void> {
    await this.notifications.markAnswered(asked, await this.time.now(), until === undefined ? undefined : new Date(until));
  }
}
