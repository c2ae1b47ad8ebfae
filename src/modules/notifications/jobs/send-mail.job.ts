import { Inject, Injectable } from '@nestjs/common';
import { APP_CONFIG, type AppConfig } from '#libs/config';
import type { Language, Sentence } from '#libs/errors';
import { defineJob, Handles, type JobHandler, type JobRun } from '#libs/jobs';
import { Mailer } from '#libs/mail';

export interface MailOrder {
  readonly to: { readonly email: string; readonly name: string; readonly language: Language };
  readonly title: Sentence;
  readonly body: Sentence;
  readonly link: string | null;
  /** Stands below the letter, word for word. */
  readonly enclosure?: string;
}

export const sendMail = defineJob<MailOrder>('notifications.send-mail', { queue: 'mail', runs: 'outside', attempts: 8 });

const CLOSING = { zh: '此邮件由系统发出，请勿直接回复。', en: 'This letter was sent by the system; please do not answer it.' };

/** Hands one letter to the mail server. Its key stays over all attempts, so a second delivery carries the same Message-ID. */
@Injectable()
@Handles(sendMail)
export class SendMail implements JobHandler<MailOrder> {
  constructor(
    private readonly mailer: Mailer,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  async run({ to, title, body, link, enclosure }: MailOrder, { key }: JobRun): Promise<void> {
    const lines = [body[to.language], ...(link ? ['', new URL(link, this.config.publicUrl).href] : []), '', CLOSING[to.language], ...(enclosure ? ['', '————————', '', enclosure] : [])];
    await this.mailer.send({ key: `notification:${key}`, to: to.email, subject: title[to.language].slice(0, 180), text: lines.join('\n') });
  }
}
