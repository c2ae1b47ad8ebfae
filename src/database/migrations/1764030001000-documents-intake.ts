import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is on its way in: bytes that may be kept without a record yet, and uploads that go on after a lost connection. */
export class DocumentsIntake1764030001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(INTAKE);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

/** Parts are a copy of what the browser still has: they need no write-ahead log, and a crash only makes an upload begin anew. */
const INTAKE = `
  create table document_intake (
    id uuid primary key,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    begun_at timestamptz not null default clock_timestamp()
  );
  create index document_intake_by_age on document_intake (begun_at);
  create index document_by_maker on document (made_by) where owner_id is null;
  create index document_by_organisation on document (organisation_id) where scan <> 'trusted';
  create unlogged table document_upload (
    id uuid primary key,
    account_id uuid not null,
    name text not null check (length(name) between 1 and 400),
    bytes integer not null check (bytes > 0),
    document_id uuid,
    begun_at timestamptz not null default clock_timestamp()
  );
  create index document_upload_by_account on document_upload (account_id);
  create unlogged table document_upload_part (
    upload_id uuid not null references document_upload on delete cascade,
    start integer not null check (start >= 0),
    content bytea not null check (length(content) > 0),
    primary key (upload_id, start)
  );
  grant select, insert, delete on document_intake to qiongxiang_app;
  grant select, insert, update (document_id), delete on document_upload to qiongxiang_app;
  grant select, insert, delete on document_upload_part to qiongxiang_app;
`;
