import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Named views of the table of applications, and the files that wait to be let through found without looking at all others. */
export class ApplicationsKeptViews1764196200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table application_table_view (
        id uuid primary key,
        account_id uuid not null references account (id),
        name text not null check (name <> ''),
        filter jsonb not null,
        columns text[] not null,
        shared_at text,
        kept_at timestamptz not null,
        unique (account_id, name)
      );
      create index application_table_view_shared on application_table_view (shared_at) where shared_at is not null;
      grant select, insert, update, delete on application_table_view to qiongxiang_app;

      create index document_to_release on document (owner_kind, owner_id) where scan = 'unscanned' and released_at is null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
