import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { Clock } from '#libs/clock';
import { APP_CONFIG, type AppConfig } from '#libs/config';
import { Transaction, type PageRequest } from '#libs/database';
import { absent, say, type Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import type { Notification } from '../domain/notification.js';
import { KeptMailStore } from '../store/kept-mail.store.js';
import { NotificationStore } from '../store/notification.store.js';

export class NotificationView {
  @Shown() id: string;
  @Shown() kind: string;
  @ShownSentence() title: Sentence;
  @ShownSentence() body: Sentence;
  @Shown({ nullable: true, type: String }) link: string | null;
  @Shown() createdAt: Date;
  @Shown({ nullable: true, type: Date }) readAt: Date | null;

  static of({ id, kind, title, body, link, createdAt, readAt }: Notification): NotificationView {
    return { id, kind, title, body, link, createdAt, readAt };
  }
}

export class InboxView {
  @Shown({ type: [NotificationView] }) items: NotificationView[];
  @Shown({ required: false }) next?: string;
  @Shown() unread: number;
}

/** A letter that was kept instead of being sent. */
export class KeptMailView {
  @Shown() messageId: string;
  @Shown() to: string;
  @Shown() subject: string;
  @Shown() text: string;
  @Shown() keptAt: Date;
}

/** Everybody reads her own inbox. */
@Injectable()
export class ReadInbox {
  constructor(
    private readonly tx: Transaction,
    private readonly notifications: NotificationStore,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, page: PageRequest, unreadOnly: boolean): Promise<InboxView> {
    const [{ items, next }, unread] = await Promise.all([this.notifications.list(actor.accountId, page, unreadOnly), this.notifications.countUnread(actor.accountId)]);
    return { items: items.map((notification) => NotificationView.of(notification)), next, unread };
  }

  /** @throws DomainError `notification_absent` */
  markRead(id: string, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      if (!(await this.notifications.markRead(actor.accountId, id, this.clock.now()))) throw absent('notification_absent', say('没有找到该消息', 'There is no such message'));
    });
  }

  markAllRead(actor: Actor): Promise<void> {
    return this.tx.run(() => this.notifications.markAllRead(actor.accountId, this.clock.now()));
  }
}

/** What would have been sent, while no mail server is set. */
@Injectable()
export class ReadKeptMail {
  constructor(
    private readonly mail: KeptMailStore,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /** @throws DomainError `not_found` on an installation that sends its letters */
  async list(recipient?: string): Promise<KeptMailView[]> {
    if (this.config.smtpUrl !== undefined || this.config.mode === 'production') throw absent('not_found', say('没有找到您要的内容', 'What you asked for is not here'));
    return this.mail.last(recipient, 100);
  }
}
