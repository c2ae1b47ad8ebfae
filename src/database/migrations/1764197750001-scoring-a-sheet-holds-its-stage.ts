import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever writes a sheet holds its stage to the end of the transaction, so that nobody seals it between the look at the stage and the writing. */
export class ScoringASheetHoldsItsStage1764197750001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LOCK);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const LOCK = `
  create or replace function refuse_locked_sheet() returns trigger language plpgsql as $$
  declare stage text;
  begin
    if tg_op = 'UPDATE' and new.status = 'void' and new.entries = old.entries and new.comment = old.comment and new.version = old.version + 1 and new.seat_id = old.seat_id and new.application_id = old.application_id then return new; end if;
    select t.status into stage from panel_seat p join score_stage t on t.call_id = p.call_id and t.stage_key = p.stage_key where p.id = new.seat_id for share of t;
    if coalesce(stage, '') <> 'open' then raise exception 'score_sheet: the stage is not open' using errcode = 'check_violation', constraint = 'stage_open'; end if;
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
`;
