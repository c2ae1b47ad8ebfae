import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The inbox, and the letters of an installation without a mail server. */
export class NotificationsInbox1764000300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(INBOX);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const INBOX = `
  create table notification (
    id uuid primary key,
    account_id uuid not null references account (id),
    kind text not null,
    title jsonb not null check (title ?& array['zh', 'en']),
    body jsonb not null check (body ?& array['zh', 'en']),
    link text,
    key text not null,
    created_at timestamptz not null,
    read_at timestamptz,
    unique (account_id, key)
  );
  create index notification_by_account on notification (account_id, created_at desc, id desc);
  create index notification_unread on notification (account_id) where read_at is null;
  grant select, insert on notification to qiongxiang_app;
  grant update (read_at) on notification to qiongxiang_app;

  create table kept_mail (
    message_id text primary key,
    recipient text not null,
    subject text not null,
    content text not null,
    kept_at timestamptz not null
  );
  create index kept_mail_by_time on kept_mail (kept_at desc);
  create index kept_mail_by_recipient on kept_mail (recipient, kept_at desc);
  grant select, insert on kept_mail to qiongxiang_app;
`;
