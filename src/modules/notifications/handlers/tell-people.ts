import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import { newId, Transaction } from '#libs/database';
import { Outbox } from '#libs/jobs';
import { IdentityFacade, type PersonRow, type Recipients, type ToBeTold } from '#modules/identity';
import { Notification, type NotificationId } from '../domain/notification.js';
import { inWords } from '../domain/words.js';
import { sendMail } from '../jobs/send-mail.job.js';
import { NotificationStore } from '../store/notification.store.js';

/** Puts news into the inbox of everybody whom it is for, and a letter beside it. Once for each person and key. */
@Injectable()
export class TellPeople {
  constructor(
    private readonly tx: Transaction,
    private readonly notifications: NotificationStore,
    private readonly identity: IdentityFacade,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  run(news: ToBeTold): Promise<void> {
    return this.tx.run(async () => {
      const letter = { title: inWords(news.title, news.facts), body: inWords(news.body, news.facts), link: news.link ?? null };
      const enclosed = news.enclosure === undefined ? {} : { enclosure: news.enclosure };
      if ('address' in news.to) {
        await this.outbox.enqueue(sendMail, { to: news.to.address, ...letter, ...enclosed }, { key: news.key });
        return;
      }
      for (const { id, email, name, language } of await this.people(news.to)) {
        const fresh = await this.notifications.insert(Object.assign(new Notification(), {
          id: newId<NotificationId>(), accountId: id, kind: news.kind, ...letter, key: news.key, createdAt: this.clock.now(), readAt: null,
        }));
        if (fresh) await this.outbox.enqueue(sendMail, { to: { email, name, language }, ...letter, ...enclosed }, { key: `${news.key}:${id}` });
      }
    });
  }

  private async people(to: Exclude<Recipients, { address: unknown }>): Promise<PersonRow[]> {
    if ('role' in to) return this.identity.accountsWith(to);
    const found = await Promise.all(to.accountIds.map((id) => this.identity.contact(id)));
    return found.filter((person): person is PersonRow => person !== null);
  }
}
