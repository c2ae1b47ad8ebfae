import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Panels, conflicts, score sheets with every change, values from outside, sealed rankings. */
export class ScoringPanelsAndSheets1764000700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PANELS);
    await runner.query(SHEETS);
    await runner.query(RANKINGS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const PANELS = `
  create table score_stage (
    call_id uuid not null references call (id),
    stage_key text not null,
    status text not null check (status in ('open', 'sealed')),
    application_ids uuid[] not null check (cardinality(application_ids) > 0),
    begun_at timestamptz not null,
    sealed_at timestamptz,
    primary key (call_id, stage_key),
    check ((status = 'sealed') = (sealed_at is not null))
  );
  grant select, insert, update on score_stage to qiongxiang_app;

  create table panel_seat (
    id uuid primary key,
    call_id uuid not null references call (id),
    stage_key text not null,
    bloc_key text not null,
    account_id uuid not null references account (id),
    alias text not null,
    status text not null check (status in ('seated', 'unseated')),
    reason text,
    seated_at timestamptz not null,
    unique (call_id, stage_key, bloc_key, account_id),
    unique (call_id, stage_key, bloc_key, alias),
    check (status = 'seated' or reason is not null)
  );
  create index panel_seat_by_account on panel_seat (account_id);
  grant select, insert, update on panel_seat to qiongxiang_app;

  create table conflict_declaration (
    account_id uuid not null references account (id),
    application_id uuid not null references application (id),
    verdict text not null check (verdict in ('none', 'has', 'unsure')),
    note text,
    declared_at timestamptz not null,
    settled_by uuid,
    primary key (account_id, application_id),
    check (settled_by is distinct from account_id)
  );
  create index conflict_declaration_by_application on conflict_declaration (application_id);
  grant select, insert, update on conflict_declaration to qiongxiang_app;

  create table live_opening (
    call_id uuid not null references call (id),
    stage_key text not null,
    application_id uuid not null references application (id),
    opened_at timestamptz,
    closed_at timestamptz,
    forfeit_reason text,
    primary key (call_id, stage_key, application_id),
    check (opened_at is not null or forfeit_reason is not null)
  );
  grant select, insert, update on live_opening to qiongxiang_app;
`;

const SHEETS = `
  create table score_sheet (
    id uuid primary key,
    seat_id uuid not null references panel_seat (id),
    application_id uuid not null references application (id),
    status text not null check (status in ('draft', 'submitted', 'void')),
    entries jsonb not null,
    comment text not null,
    version integer not null,
    saved_at timestamptz not null,
    submitted_at timestamptz,
    commitment text check (commitment ~ '^[0-9a-f]{64}$'),
    unique (seat_id, application_id),
    check (status <> 'submitted' or (submitted_at is not null and commitment is not null))
  );
  create index score_sheet_by_application on score_sheet (application_id);
  grant select, insert, update on score_sheet to qiongxiang_app;

  create table score_sheet_history (
    sheet_id uuid not null references score_sheet (id),
    version integer not null,
    status text not null,
    entries jsonb not null,
    comment text not null,
    reason text,
    actor_id uuid not null,
    at timestamptz not null,
    salt text,
    primary key (sheet_id, version)
  );
  grant select, insert on score_sheet_history to qiongxiang_app;

  create table outside_score (
    call_id uuid not null references call (id),
    application_id uuid not null references application (id),
    source text not null,
    value numeric(14, 4) not null check (value >= 0),
    note text not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    primary key (application_id, source)
  );
  grant select, insert, update on outside_score to qiongxiang_app;
`;

const RANKINGS = `
  create table score_ranking (
    id uuid primary key,
    call_id uuid not null references call (id),
    stage_key text,
    manifest text not null,
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    sealed_by uuid not null,
    sealed_at timestamptz not null
  );
  create index score_ranking_by_call on score_ranking (call_id, sealed_at desc);
  grant select, insert on score_ranking to qiongxiang_app;
`;
