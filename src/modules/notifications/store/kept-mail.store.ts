import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { KeptMail, SentMailSink } from '#libs/mail';

export interface KeptMailRow {
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly keptAt: Date;
}

/** Where letters stay while no mail server is set: a page shows them. */
@Injectable()
export class KeptMailStore implements SentMailSink {
  constructor(private readonly dataSource: DataSource) {}

  async keep({ messageId, to, subject, text }: KeptMail): Promise<void> {
    await this.dataSource.query(
      'insert into kept_mail (message_id, recipient, subject, content, kept_at) values ($1, $2, $3, $4, clock_timestamp()) on conflict (message_id) do nothing',
      [messageId, to, subject, text],
    );
  }

  /** Newest first. */
  last(recipient: string | undefined, limit: number): Promise<KeptMailRow[]> {
    return this.dataSource.query(
      `select message_id as "messageId", recipient as "to", subject, content as text, kept_at as "keptAt" from kept_mail
       where $1::text is null or recipient = $1 order by kept_at desc, message_id limit $2`,
      [recipient ?? null, limit],
    );
  }
}
