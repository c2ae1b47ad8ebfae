import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was handed in is locked in the database itself; two people open it again. */
export class ScoringLockedSheets1764060000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REOPENINGS);
    await runner.query(SHEETS);
    await runner.query(LOCKS);
    await runner.query(SEALS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const REOPENINGS = `
  create table sheet_reopening (
    id uuid primary key,
    sheet_id uuid not null references score_sheet (id),
    version integer not null,
    reason text not null,
    asked_by uuid not null references account (id),
    asked_at timestamptz not null,
    decided_by uuid references account (id),
    decided_at timestamptz,
    granted boolean,
    note text,
    check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (granted is null)),
    check (decided_by is distinct from asked_by)
  );
  create unique index sheet_reopening_waiting on sheet_reopening (sheet_id) where decided_by is null;
  create index sheet_reopening_by_sheet on sheet_reopening (sheet_id, version);
  grant select, insert, update on sheet_reopening to qiongxiang_app;
`;

const SHEETS = `
  alter table score_sheet add column confidence smallint check (confidence between 1 and 3);
  alter table score_sheet_history add column confidence smallint;
  alter table score_sheet drop constraint score_sheet_status_check;
  alter table score_sheet add constraint score_sheet_status_check check (status in ('draft', 'submitted', 'abstained', 'void'));
`;

/** A sheet that was handed in changes in two ways alone: opened again by two people, or taken out of the count as it stands. */
const LOCKS = `
  create function refuse_locked_sheet() returns trigger language plpgsql as $$
  declare stage text;
  begin
    if tg_op = 'UPDATE' and new.status = 'void' and new.entries = old.entries and new.comment = old.comment and new.version = old.version + 1 and new.seat_id = old.seat_id and new.application_id = old.application_id then return new; end if;
    select t.status into stage from panel_seat p join score_stage t on t.call_id = p.call_id and t.stage_key = p.stage_key where p.id = new.seat_id;
    if coalesce(stage, '') <> 'open' then raise exception 'score_sheet: the stage is not open' using errcode = 'check_violation'; end if;
    if tg_op = 'INSERT' then return new; end if;
    if new.id <> old.id or new.seat_id <> old.seat_id or new.application_id <> old.application_id or new.version <> old.version + 1 then
      raise exception 'score_sheet: a sheet keeps its place and counts its versions' using errcode = 'check_violation';
    end if;
    if old.status <> 'submitted' then return new; end if;
    if new.entries <> old.entries or new.comment <> old.comment or new.confidence is distinct from old.confidence then
      raise exception 'score_sheet: what was handed in is locked' using errcode = 'check_violation';
    end if;
    if new.status = 'draft' and exists (select from sheet_reopening r where r.sheet_id = old.id and r.version = old.version and r.granted) then return new; end if;
    raise exception 'score_sheet: what was handed in is locked' using errcode = 'check_violation';
  end $$;
  create trigger locked_sheet before insert or update on score_sheet for each row execute function refuse_locked_sheet();
`;

const SEALS = `
  create function refuse_unsealing() returns trigger language plpgsql as $$
  begin
    if old.status = 'sealed' then raise exception 'score_stage: a sealed stage stays sealed' using errcode = 'check_violation'; end if;
    return new;
  end $$;
  create trigger sealed_stage before update on score_stage for each row execute function refuse_unsealing();

  create function refuse_second_decision() returns trigger language plpgsql as $$
  begin
    if old.decided_by is not null or new.sheet_id <> old.sheet_id or new.version <> old.version or new.asked_by <> old.asked_by or new.reason <> old.reason then
      raise exception 'sheet_reopening: it is decided once' using errcode = 'check_violation';
    end if;
    return new;
  end $$;
  create trigger decided_once before update on sheet_reopening for each row execute function refuse_second_decision();
`;
