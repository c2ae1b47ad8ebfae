import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is known of each file; its bytes lie in the file store. */
export class DocumentsFiles1764000200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DOCUMENTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const DOCUMENTS = `
  create table document (
    id uuid primary key,
    name text not null check (length(name) between 1 and 200),
    media_type text not null,
    bytes integer not null check (bytes > 0),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    owner_kind text,
    owner_id text,
    node_path text,
    organisation_id uuid,
    audience text not null check (audience in ('staff', 'organisation', 'public')),
    made_by uuid not null,
    made_at timestamptz not null,
    check ((owner_kind is null) = (owner_id is null))
  );
  create index document_by_owner on document (owner_kind, owner_id) where owner_id is not null;
  create index document_by_hash on document (sha256);
  grant select, insert on document to qiongxiang_app;
  grant update (owner_kind, owner_id, node_path, organisation_id, audience) on document to qiongxiang_app;
`;
