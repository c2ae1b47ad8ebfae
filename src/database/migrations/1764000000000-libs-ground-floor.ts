import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Outbox, idempotency keys and sessions' neighbours: what every module stands on. */
export class LibsGroundFloor1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table outbox (
        id uuid primary key,
        handler text not null,
        queue text not null check (queue in ('mail', 'documents', 'clock', 'default')),
        data jsonb not null,
        key text not null,
        due_at timestamptz not null,
        created_at timestamptz not null,
        sent_at timestamptz,
        sends integer not null default 0,
        attempts integer not null default 0,
        progress integer not null default 0 check (progress between 0 and 100),
        closed_at timestamptz,
        failed_at timestamptz,
        last_error text,
        unique (handler, key)
      );
      create index outbox_open on outbox (due_at, id) where closed_at is null and failed_at is null;
      grant select, insert, update on outbox to qiongxiang_app;

      create table idempotency_key (
        account_id uuid not null,
        route text not null,
        key text not null,
        body_hash bytea not null,
        status integer not null,
        response jsonb,
        created_at timestamptz not null default clock_timestamp(),
        primary key (account_id, route, key)
      );
      grant select, insert on idempotency_key to qiongxiang_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
