import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Applications, what was submitted word for word, what screeners found, every move, and the sealed rankings. */
export class ApplicationsDraftsAndScreening1764000600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(APPLICATIONS);
    await runner.query(SUBMISSIONS);
    await runner.query(RANKINGS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const APPLICATIONS = `
  create table application (
    id uuid primary key,
    call_id uuid not null references call (id),
    node_path text not null,
    organisation_id uuid not null references organisation (id),
    organisation_name text not null,
    co_organisation_ids uuid[] not null,
    status text not null check (status in ('draft', 'submitted', 'returned', 'withdrawn', 'eligible', 'ineligible', 'in_review', 'shortlisted',
      'not_shortlisted', 'awarded', 'reserved', 'not_awarded', 'declined')),
    number text unique,
    answers jsonb not null,
    project_name text not null,
    category_key text not null,
    requested_fen bigint not null check (requested_fen >= 0),
    total_fen bigint not null check (total_fen >= 0),
    matching_fen bigint not null check (matching_fen >= 0),
    budget jsonb not null,
    ceiling_fen bigint check (ceiling_fen >= 0),
    preferences text[] not null,
    rulebook_version integer not null,
    submitted_at timestamptz,
    returned jsonb,
    reason text,
    score text,
    rank integer check (rank > 0),
    outcome jsonb,
    announced_at timestamptz,
    created_by uuid not null,
    created_at timestamptz not null,
    saved_at timestamptz not null,
    version integer not null,
    foreign key (call_id, rulebook_version) references call_rulebook (call_id, version),
    check (status in ('draft', 'withdrawn') or (number is not null and submitted_at is not null)),
    check ((status = 'returned') = (returned is not null)),
    check (status <> 'ineligible' or reason is not null)
  );
  create index application_by_call on application (call_id, status);
  create index application_by_organisation on application (organisation_id, created_at desc);
  create index application_by_partner on application using gin (co_organisation_ids);
  create index application_by_submission on application (call_id, submitted_at, id) where submitted_at is not null;
  grant select, insert, update on application to qiongxiang_app;

  create table application_number (
    call_id uuid primary key references call (id),
    last integer not null check (last > 0)
  );
  grant select, insert, update on application_number to qiongxiang_app;
`;

const SUBMISSIONS = `
  create table application_submission (
    application_id uuid not null references application (id),
    ordinal integer not null check (ordinal > 0),
    number text not null,
    answers jsonb not null,
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    rulebook_version integer not null,
    submitted_by uuid not null,
    submitted_at timestamptz not null,
    primary key (application_id, ordinal)
  );
  create index application_submission_by_hash on application_submission (hash);
  grant select, insert on application_submission to qiongxiang_app;

  create table application_check (
    application_id uuid not null references application (id),
    rule_id text not null,
    verdict text not null check (verdict in ('passed', 'failed', 'not_applicable')),
    note text,
    checked_by uuid not null,
    checked_at timestamptz not null,
    primary key (application_id, rule_id),
    check (verdict <> 'failed' or note is not null)
  );
  grant select, insert, update on application_check to qiongxiang_app;

  create table application_history (
    application_id uuid not null references application (id),
    step integer not null,
    move text not null,
    from_status text not null,
    to_status text not null,
    reason text,
    actor_id uuid not null,
    at timestamptz not null,
    primary key (application_id, step)
  );
  grant select, insert on application_history to qiongxiang_app;
`;

/** What scoring has sealed, as it was handed over. Rows are only added: the newest counts. */
const RANKINGS = `
  create table application_ranking (
    id uuid primary key,
    call_id uuid not null references call (id),
    manifest_hash text not null check (manifest_hash ~ '^[0-9a-f]{64}$'),
    rows jsonb not null,
    recorded_at timestamptz not null
  );
  create index application_ranking_by_call on application_ranking (call_id, recorded_at desc);
  grant select, insert on application_ranking to qiongxiang_app;
`;
