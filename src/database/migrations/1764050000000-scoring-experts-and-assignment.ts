import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who the experts are and what ties them to organisations, who reviews what, draws, invitations, preferences. */
export class ScoringExpertsAndAssignment1764050000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(EXPERTS);
    await runner.query(CONFLICTS);
    await runner.query(ASSIGNMENT);
    await runner.query(INVITATIONS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const EXPERTS = `
  create table expert_profile (
    account_id uuid primary key references account (id),
    employer text not null,
    employer_code text,
    occupation text not null,
    title text not null,
    territory_code text check (territory_code ~ '^[0-9]{2,6}$'),
    topics text[] not null,
    languages text[] not null,
    most integer check (most > 0),
    phone text,
    address text,
    away jsonb not null,
    saved_by uuid not null,
    saved_at timestamptz not null,
    version integer not null
  );
  grant select, insert, update on expert_profile to qiongxiang_app;

  create table expert_tie (
    id uuid primary key,
    account_id uuid not null references account (id),
    kind text not null check (kind in ('employed', 'adviser', 'board', 'legal_representative', 'shareholder', 'family', 'mentor', 'dispute', 'requirement', 'other')),
    organisation_id uuid,
    organisation_name text not null,
    person_name text,
    since date,
    until date,
    note text,
    source text not null check (source in ('self', 'staff', 'platform')),
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    withdrawn_at timestamptz,
    withdrawn_by uuid,
    withdrawn_why text,
    check (kind <> 'family' or person_name is not null),
    check ((withdrawn_at is null) = (withdrawn_why is null) and (withdrawn_at is null) = (withdrawn_by is null))
  );
  create index expert_tie_by_account on expert_tie (account_id);
  grant select, insert, update on expert_tie to qiongxiang_app;
`;

const CONFLICTS = `
  alter table conflict_declaration add column detected boolean not null default false;

  create table conflict_pin (
    account_id uuid not null references account (id),
    application_id uuid not null references application (id),
    verdict text not null check (verdict in ('conflict', 'clear')),
    reason text not null,
    set_by uuid not null,
    set_at timestamptz not null,
    confirmed_by uuid,
    confirmed_at timestamptz,
    primary key (account_id, application_id),
    check (set_by <> account_id and confirmed_by is distinct from account_id and confirmed_by is distinct from set_by),
    check ((confirmed_by is null) = (confirmed_at is null))
  );
  create index conflict_pin_by_application on conflict_pin (application_id);
  grant select, insert, update on conflict_pin to qiongxiang_app;
`;

const ASSIGNMENT = `
  create table assignment_plan (
    call_id uuid not null references call (id),
    stage_key text not null,
    bloc_key text not null,
    settings jsonb not null,
    committed_by uuid not null,
    committed_at timestamptz not null,
    version integer not null,
    primary key (call_id, stage_key, bloc_key)
  );
  grant select, insert, update on assignment_plan to qiongxiang_app;

  create table judge_assignment (
    seat_id uuid not null references panel_seat (id),
    application_id uuid not null references application (id),
    source text not null check (source in ('solver', 'hand', 'file')),
    assigned_at timestamptz not null,
    primary key (seat_id, application_id)
  );
  create index judge_assignment_by_application on judge_assignment (application_id);
  grant select, insert, update, delete on judge_assignment to qiongxiang_app;

  create table assignment_pin (
    seat_id uuid not null references panel_seat (id),
    application_id uuid not null references application (id),
    verdict text not null check (verdict in ('must', 'never')),
    reason text not null,
    source text not null check (source in ('hand', 'file')),
    set_by uuid not null,
    set_at timestamptz not null,
    primary key (seat_id, application_id)
  );
  grant select, insert, update, delete on assignment_pin to qiongxiang_app;

  create table judge_preference (
    seat_id uuid not null references panel_seat (id),
    application_id uuid not null references application (id),
    wish text not null check (wish in ('eager', 'willing', 'reluctant')),
    stated_at timestamptz not null,
    primary key (seat_id, application_id)
  );
  grant select, insert, update, delete on judge_preference to qiongxiang_app;
`;

const INVITATIONS = `
  create table panel_invitation (
    id uuid primary key,
    call_id uuid not null references call (id),
    stage_key text not null,
    bloc_key text not null,
    account_id uuid not null references account (id),
    status text not null check (status in ('invited', 'accepted', 'declined', 'withdrawn')),
    reply_by timestamptz not null,
    invited_by uuid not null,
    invited_at timestamptz not null,
    answered_at timestamptz,
    reason text,
    reminded_at timestamptz,
    draw_id uuid,
    unique (call_id, stage_key, bloc_key, account_id),
    check (status <> 'declined' or reason is not null),
    check ((status in ('invited', 'withdrawn')) or answered_at is not null)
  );
  create index panel_invitation_by_account on panel_invitation (account_id);
  grant select, insert, update on panel_invitation to qiongxiang_app;

  create table panel_draw (
    id uuid primary key,
    call_id uuid not null references call (id),
    stage_key text not null,
    bloc_key text not null,
    count integer not null check (count > 0),
    source text not null,
    pool uuid[] not null,
    secret text not null check (secret ~ '^[0-9a-f]{64}$'),
    commitment text not null check (commitment ~ '^[0-9a-f]{64}$'),
    committed_by uuid not null,
    committed_at timestamptz not null,
    public_value text,
    drawn uuid[],
    revealed_by uuid,
    revealed_at timestamptz,
    check ((revealed_at is null) = (public_value is null) and (revealed_at is null) = (drawn is null))
  );
  create index panel_draw_by_call on panel_draw (call_id, stage_key, bloc_key);
  grant select, insert, update on panel_draw to qiongxiang_app;

  create table expert_performance (
    call_id uuid not null references call (id),
    stage_key text not null,
    account_id uuid not null references account (id),
    score integer not null check (score between 0 and 100),
    facts jsonb not null,
    note text not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    primary key (call_id, stage_key, account_id)
  );
  create index expert_performance_by_account on expert_performance (account_id);
  grant select, insert, update on expert_performance to qiongxiang_app;
`;
