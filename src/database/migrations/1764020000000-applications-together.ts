import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who writes together, what they say to each other, earlier states of a draft, where answers came from, and what filling it in cost. */
export class ApplicationsTogether1764020000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(OWNER_AND_ORIGINS);
    await runner.query(COLLABORATORS);
    await runner.query(REVISIONS);
    await runner.query(EFFORT);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const OWNER_AND_ORIGINS = `
  alter table application add column owner_id uuid, add column saved_by uuid, add column revised_at timestamptz, add column origins jsonb not null default '{}';
  update application set owner_id = created_by, saved_by = created_by, revised_at = saved_at;
  alter table application alter column owner_id set not null, alter column saved_by set not null, alter column revised_at set not null,
    alter column origins drop default;
`;

const COLLABORATORS = `
  create table application_collaborator (
    application_id uuid not null references application (id),
    account_id uuid not null,
    role text not null check (role in ('view', 'comment', 'edit')),
    given_by uuid not null,
    given_at timestamptz not null,
    primary key (application_id, account_id)
  );
  create index application_collaborator_by_account on application_collaborator (account_id);
  grant select, insert, update, delete on application_collaborator to qiongxiang_app;

  create table application_comment (
    id uuid primary key,
    application_id uuid not null references application (id),
    section text not null,
    question text,
    text text not null check (length(text) between 1 and 2000),
    author_id uuid not null,
    at timestamptz not null,
    resolved_by uuid,
    resolved_at timestamptz,
    check ((resolved_by is null) = (resolved_at is null))
  );
  create index application_comment_by_application on application_comment (application_id, at);
  grant select, insert, update on application_comment to qiongxiang_app;

  create table application_presence (
    application_id uuid not null references application (id),
    account_id uuid not null,
    section text,
    question text,
    seen_at timestamptz not null,
    active_seconds integer not null check (active_seconds >= 0),
    primary key (application_id, account_id)
  );
  grant select, insert, update on application_presence to qiongxiang_app;
`;

/** What the answers were before somebody went on; rows are only added. */
const REVISIONS = `
  create table application_revision (
    application_id uuid not null references application (id),
    version integer not null,
    answers jsonb not null,
    saved_by uuid not null,
    saved_at timestamptz not null,
    primary key (application_id, version)
  );
  grant select, insert on application_revision to qiongxiang_app;
`;

const EFFORT = `
  create table application_survey (
    application_id uuid not null references application (id),
    account_id uuid not null,
    ease integer not null check (ease between 1 and 5),
    hours integer check (hours between 0 and 1000),
    hardest text,
    remark text check (length(remark) <= 2000),
    answered_at timestamptz not null,
    primary key (application_id, account_id)
  );
  grant select, insert, update on application_survey to qiongxiang_app;
`;
