import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stands around the sheets and never counts: the panel's talk, calibration, rechecks, feedback, machine readings. */
export class ScoringAroundTheSheets1764060001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TALK);
    await runner.query(CALIBRATION);
    await runner.query(AFTERWARDS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const TALK = `
  create table panel_message (
    id uuid primary key,
    call_id uuid not null references call (id),
    stage_key text not null,
    bloc_key text not null,
    application_id uuid not null references application (id),
    seat_id uuid not null references panel_seat (id),
    parent_id uuid references panel_message (id),
    body text not null,
    mentions uuid[] not null,
    written_at timestamptz not null
  );
  create index panel_message_by_application on panel_message (application_id, call_id, stage_key, bloc_key, written_at);
  grant select, insert on panel_message to qiongxiang_app;

  create table reading_note (
    id uuid primary key,
    call_id uuid not null references call (id),
    application_id uuid not null references application (id),
    source text not null,
    body text not null,
    attached_by uuid not null references account (id),
    attached_at timestamptz not null,
    withdrawn_at timestamptz
  );
  create index reading_note_by_application on reading_note (application_id, call_id);
  grant select, insert, update (withdrawn_at) on reading_note to qiongxiang_app;
`;

const CALIBRATION = `
  create table calibration_case (
    call_id uuid not null references call (id),
    stage_key text not null,
    bloc_key text not null,
    application_id uuid not null references application (id),
    set_by uuid not null references account (id),
    set_at timestamptz not null,
    primary key (call_id, stage_key, bloc_key)
  );
  grant select, insert, update on calibration_case to qiongxiang_app;

  create table calibration_sheet (
    seat_id uuid not null references panel_seat (id),
    application_id uuid not null references application (id),
    entries jsonb not null,
    comment text not null,
    version integer not null,
    saved_at timestamptz not null,
    submitted_at timestamptz,
    primary key (seat_id, application_id)
  );
  grant select, insert, update on calibration_sheet to qiongxiang_app;
`;

const AFTERWARDS = `
  create table sheet_recheck (
    ranking_id uuid not null references score_ranking (id),
    application_id uuid not null references application (id),
    finding text not null check (finding in ('same', 'error')),
    quality smallint check (quality between 1 and 3),
    note text not null,
    checked_by uuid not null references account (id),
    checked_at timestamptz not null,
    primary key (ranking_id, application_id)
  );
  grant select, insert, update on sheet_recheck to qiongxiang_app;

  create table feedback_pack (
    application_id uuid primary key references application (id),
    call_id uuid not null references call (id),
    comments jsonb not null,
    advice text not null,
    version integer not null,
    saved_by uuid not null references account (id),
    saved_at timestamptz not null,
    released_at timestamptz
  );
  create index feedback_pack_by_call on feedback_pack (call_id);
  grant select, insert, update on feedback_pack to qiongxiang_app;
`;
