import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Equals whom no score parts: put in order by a lot that anybody can repeat, or by the committee and two people. */
export class ScoringTiesSettled1764196400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DECISIONS);
    await runner.query(LOCK);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const DECISIONS = `
  create table tie_decision (
    id uuid primary key,
    call_id uuid not null references call (id),
    way text not null check (way in ('lot', 'committee')),
    application_ids uuid[] not null check (cardinality(application_ids) > 1),
    ordered_ids uuid[],
    grounds text not null,
    minutes_id uuid references document (id),
    secret text check (secret ~ '^[0-9a-f]{64}$'),
    commitment text check (commitment ~ '^[0-9a-f]{64}$'),
    public_value text,
    recorded_by uuid not null references account (id),
    recorded_at timestamptz not null,
    settled_by uuid references account (id),
    settled_at timestamptz,
    granted boolean,
    note text,
    check ((settled_by is null) = (settled_at is null) and (settled_by is null) = (granted is null)),
    check (ordered_ids is null or (ordered_ids @> application_ids and cardinality(ordered_ids) = cardinality(application_ids))),
    check (way = 'committee' or (secret is not null and commitment is not null and minutes_id is null and granted is distinct from false)),
    check (way = 'committee' or (granted is null) = (public_value is null) and (granted is null) = (ordered_ids is null)),
    check (way = 'lot' or (secret is null and commitment is null and public_value is null and ordered_ids is not null and minutes_id is not null)),
    check (way = 'lot' or settled_by is distinct from recorded_by)
  );
  create unique index tie_decision_once on tie_decision (call_id, way, application_ids) where granted is distinct from false;
  create index tie_decision_by_call on tie_decision (call_id, recorded_at);
  grant select, insert, update on tie_decision to qiongxiang_app;
`;

const LOCK = `
  create function refuse_settled_tie() returns trigger language plpgsql as $$
  begin
    if old.granted is not null or new.application_ids <> old.application_ids or new.way <> old.way or new.secret is distinct from old.secret
      or new.commitment is distinct from old.commitment or new.grounds <> old.grounds or new.recorded_by <> old.recorded_by
      or (old.ordered_ids is not null and new.ordered_ids <> old.ordered_ids) then
      raise exception 'tie_decision: what was fixed does not change' using errcode = 'check_violation';
    end if;
    return new;
  end $$;
  create trigger tie_decision_locked before update on tie_decision for each row execute function refuse_settled_tie();
`;
