import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { APP_CONFIG, type AppConfig } from '#libs/config';
import { DevelopmentMailer, Mailer, SmtpMailer, type Sender } from '#libs/mail';
import { IdentityModule } from '#modules/identity';
import { PreparedMailing } from './domain/mailing.js';
import { Notification } from './domain/notification.js';
import { KeepMailing, NameRecipients, PrepareMailing } from './handlers/prepare-mailing.js';
import { ReadInbox, ReadKeptMail } from './handlers/read-inbox.js';
import { ReadMailings, SettleMailing } from './handlers/settle-mailing.js';
import { TellPeople } from './handlers/tell-people.js';
import { InboxController } from './http/inbox.controller.js';
import { MailingsController } from './http/mailings.controller.js';
import { Answer } from './jobs/answer.job.js';
import { Deliver } from './jobs/deliver.job.js';
import { SendMail } from './jobs/send-mail.job.js';
import { WhenNothingIsLeftToDo } from './reactions/when-nothing-is-left-to-do.js';
import { WhenMailingIsPrepared } from './reactions/when-mailing-is-prepared.js';
import { WhenPeopleAreToBeTold } from './reactions/when-people-are-to-be-told.js';
import { KeptMailStore } from './store/kept-mail.store.js';
import { MailingStore } from './store/mailing.store.js';
import { NotificationStore } from './store/notification.store.js';

/** `Name <address>`, as the settings give it. */
function senderOf(from: string): Sender {
  const plain = from.trim();
  const at = plain.endsWith('>') ? plain.lastIndexOf('<') : -1;
  const [name, address] = at < 0 ? ['', plain] : [plain.slice(0, at).trim(), plain.slice(at + 1, -1)];
  return { name: name || '琼香公益创投', address };
}

function openMailer({ smtpUrl, mailFrom }: AppConfig, kept: KeptMailStore): Mailer {
  if (smtpUrl === undefined) return new DevelopmentMailer(kept, senderOf(mailFrom));
  const { hostname, port, protocol, username, password } = new URL(smtpUrl);
  const secure = protocol === 'smtps:';
  return new SmtpMailer({
    host: hostname, port: Number(port || (secure ? 465 : 587)), secure, sender: senderOf(mailFrom),
    ...(username ? { user: decodeURIComponent(username), password: decodeURIComponent(password) } : {}),
    // A mail server on this machine or in the same compose network is reached without encryption.
    allowPlain: !secure && !username,
  });
}

@Module({
  imports: [TypeOrmModule.forFeature([Notification, PreparedMailing]), IdentityModule],
  controllers: [InboxController, MailingsController],
  providers: [
    NotificationStore, KeptMailStore, TellPeople, WhenPeopleAreToBeTold, WhenNothingIsLeftToDo, Answer, Deliver, SendMail, ReadInbox, ReadKeptMail,
    MailingStore, NameRecipients, KeepMailing, PrepareMailing, WhenMailingIsPrepared, ReadMailings, SettleMailing,
    { provide: Mailer, useFactory: openMailer, inject: [APP_CONFIG, KeptMailStore] },
  ],
})
export class NotificationsModule {}
