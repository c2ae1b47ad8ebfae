import { Injectable } from '@nestjs/common';
import { DatabaseTime } from '#libs/database';
import { Reacts, type Reaction } from '#libs/events';
import { NothingLeftToDo, type DoneStep } from '#modules/identity';
import { NotificationStore } from '../store/notification.store.js';

/** The messages that asked for the step stay in every inbox and are not counted any more. */
@Injectable()
@Reacts(NothingLeftToDo)
export class WhenNothingIsLeftToDo implements Reaction<DoneStep> {
  constructor(
    private readonly notifications: NotificationStore,
    private readonly time: DatabaseTime,
  ) {}

  async run({ asked }: DoneStep): Promise<void> {
    await this.notifications.markAnswered(asked, await this.time.now());
  }
}
