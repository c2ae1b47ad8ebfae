import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was found in files that blind judges are to read, and what staff decided about single ones. */
export class ScoringBlindFiles1764196300001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FILES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const FILES = `
  create table blind_file (
    document_id uuid not null references document (id),
    names_hash text not null check (names_hash ~ '^[0-9a-f]{64}$'),
    finding text not null check (finding in ('clear', 'named', 'unread', 'unfit')),
    masks text[] not null,
    copy_id uuid references document (id),
    checked_at timestamptz not null,
    primary key (document_id, names_hash),
    check ((finding = 'unfit') = (copy_id is null))
  );
  grant select, insert on blind_file to qiongxiang_app;

  create table blind_decision (
    id uuid primary key,
    document_id uuid not null references document (id),
    shown boolean not null,
    reason text not null,
    decided_by uuid not null references account (id),
    decided_at timestamptz not null
  );
  create index blind_decision_by_document on blind_decision (document_id, decided_at);
  grant select, insert on blind_decision to qiongxiang_app;
`;
