import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reviews by link: the hash of the link, what was declared and scored under it, and nothing of the person. */
export class ScoringReviewSlots1764196300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SLOTS);
    await runner.query(LOCKS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const SLOTS = `
  create table review_slot (
    id uuid primary key,
    call_id uuid not null references call (id),
    stage_key text not null,
    bloc_key text not null,
    application_id uuid not null references application (id),
    alias text not null,
    token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
    until timestamptz not null,
    opened_by uuid not null references account (id),
    opened_at timestamptz not null,
    revoked_by uuid references account (id),
    revoked_at timestamptz,
    revoked_why text,
    verdict text check (verdict in ('none', 'has')),
    unique (call_id, stage_key, bloc_key, alias),
    check ((revoked_by is null) = (revoked_at is null) and (revoked_by is null) = (revoked_why is null))
  );
  create index review_slot_by_application on review_slot (application_id);
  grant select, insert, update on review_slot to qiongxiang_app;

  create table slot_sheet (
    slot_id uuid primary key references review_slot (id),
    status text not null check (status in ('draft', 'submitted', 'void')),
    entries jsonb not null,
    comment text not null,
    confidence smallint check (confidence between 1 and 3),
    version integer not null,
    saved_at timestamptz not null,
    submitted_at timestamptz,
    commitment text check (commitment ~ '^[0-9a-f]{64}$'),
    salt text,
    check (status <> 'submitted' or (submitted_at is not null and commitment is not null and salt is not null))
  );
  grant select, insert, update on slot_sheet to qiongxiang_app;
`;

/** What was handed in stays as it is; it can only be taken out of the count. A slot keeps its place and its link. */
const LOCKS = `
  create function refuse_locked_slot_sheet() returns trigger language plpgsql as $$
  declare stage text;
  begin
    if tg_op = 'UPDATE' then
      if new.slot_id <> old.slot_id or new.version <> old.version + 1 then
        raise exception 'slot_sheet: a sheet keeps its place and counts its versions' using errcode = 'check_violation';
      end if;
      if new.status = 'void' and new.entries = old.entries and new.comment = old.comment then return new; end if;
      if old.status <> 'draft' then raise exception 'slot_sheet: what was handed in is locked' using errcode = 'check_violation'; end if;
    end if;
    select t.status into stage from review_slot p join score_stage t on t.call_id = p.call_id and t.stage_key = p.stage_key where p.id = new.slot_id;
    if coalesce(stage, '') <> 'open' then raise exception 'slot_sheet: the stage is not open' using errcode = 'check_violation'; end if;
    return new;
  end $$;
  create trigger locked_slot_sheet before insert or update on slot_sheet for each row execute function refuse_locked_slot_sheet();

  create function refuse_moved_slot() returns trigger language plpgsql as $$
  begin
    if new.application_id <> old.application_id or new.token_hash <> old.token_hash or new.alias <> old.alias or new.until <> old.until
      or (old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at) or (old.verdict = 'has' and new.verdict is distinct from old.verdict) then
      raise exception 'review_slot: it keeps its place, its link and what was declared under it' using errcode = 'check_violation';
    end if;
    return new;
  end $$;
  create trigger moved_slot before update on review_slot for each row execute function refuse_moved_slot();
`;
