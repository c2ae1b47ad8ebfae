import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Halls, running orders, turns and everything that happened to them. */
export class RoadshowsSessions1764000800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SESSIONS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const SESSIONS = `
  create table roadshow_session (
    id uuid primary key,
    call_id uuid not null references call (id),
    node_path text not null,
    stage_key text not null,
    group_key text not null,
    status text not null check (status in ('planned', 'running', 'closed')),
    seed text,
    planned_at timestamptz not null,
    started_at timestamptz,
    closed_at timestamptz,
    unique (call_id, stage_key, group_key),
    check ((status = 'planned') = (started_at is null)),
    check ((status = 'closed') = (closed_at is not null))
  );
  grant select, insert, update on roadshow_session to qiongxiang_app;

  create table roadshow_presentation (
    id uuid primary key,
    session_id uuid not null references roadshow_session (id),
    application_id uuid not null references application (id),
    position integer check (position > 0),
    status text not null check (status in ('waiting', 'presenting', 'questions', 'scoring', 'scored', 'absent')),
    presenter text,
    signed_in_at timestamptz,
    phase_started_at timestamptz,
    phase_ends_at timestamptz,
    overrun_seconds integer not null check (overrun_seconds >= 0),
    missed integer not null check (missed >= 0),
    reason text,
    unique (session_id, application_id),
    unique (session_id, position) deferrable initially deferred
  );
  create unique index roadshow_one_on_stage on roadshow_presentation (session_id) where status in ('presenting', 'questions', 'scoring');
  grant select, insert, update on roadshow_presentation to qiongxiang_app;
`;
