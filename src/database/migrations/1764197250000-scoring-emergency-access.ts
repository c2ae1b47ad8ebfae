import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Hidden data opened in an emergency: one asks, another grants, a third reviews, and every look is kept. */
export class ScoringEmergencyAccess1764197250000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ACCESSES);
    await runner.query(READINGS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const ACCESSES = `
  create table emergency_access (
    id uuid primary key,
    thing text not null check (thing in ('sheets', 'applicant')),
    call_id uuid not null references call (id),
    node_path text not null,
    stage_key text not null,
    application_id uuid not null references application (id),
    seat_id uuid references panel_seat (id),
    status text not null check (status in ('asked', 'granted', 'refused', 'withdrawn', 'closed')),
    reason text not null,
    asked_by uuid not null references account (id),
    asked_at timestamptz not null,
    decided_by uuid references account (id),
    decided_at timestamptz,
    note text,
    open_until timestamptz,
    ended_by uuid references account (id),
    ended_at timestamptz,
    reviewed_by uuid references account (id),
    reviewed_at timestamptz,
    review_note text,
    check ((thing = 'applicant') = (seat_id is not null)),
    check (decided_by <> asked_by),
    check (reviewed_by <> asked_by and reviewed_by <> decided_by),
    check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (status in ('asked', 'withdrawn'))),
    check ((open_until is not null) = (status in ('granted', 'closed'))),
    check (open_until <= decided_at + interval '24 hours'),
    check ((ended_by is null) = (ended_at is null) and (ended_by is null) = (status not in ('withdrawn', 'closed'))),
    check ((reviewed_by is null) = (reviewed_at is null) and (reviewed_by is null) = (review_note is null))
  );
  create unique index emergency_access_waiting on emergency_access (thing, application_id, stage_key, asked_by) where status = 'asked';
  create index emergency_access_by_place on emergency_access (node_path text_pattern_ops, asked_at);
  create index emergency_access_by_asker on emergency_access (asked_by);
  grant select, insert, update on emergency_access to qiongxiang_app;

  create function refuse_emergency_rewriting() returns trigger language plpgsql as $$
  begin
    if (new.thing, new.call_id, new.stage_key, new.application_id, new.reason, new.asked_by, new.asked_at) is distinct from (old.thing, old.call_id, old.stage_key, old.application_id, old.reason, old.asked_by, old.asked_at)
      or (old.decided_by is not null and (new.decided_by, new.decided_at, new.open_until) is distinct from (old.decided_by, old.decided_at, old.open_until))
      or (old.reviewed_by is not null and (new.reviewed_by, new.reviewed_at, new.review_note) is distinct from (old.reviewed_by, old.reviewed_at, old.review_note)) then
      raise exception 'emergency_access: what was asked, decided and reviewed stays as it is' using errcode = 'check_violation';
    end if;
    return new;
  end $$;
  create trigger emergency_settled_once before update on emergency_access for each row execute function refuse_emergency_rewriting();
`;

const READINGS = `
  create table emergency_reading (
    id uuid primary key,
    access_id uuid not null references emergency_access (id),
    read_by uuid not null references account (id),
    read_at timestamptz not null
  );
  create index emergency_reading_by_access on emergency_reading (access_id, read_at);
  grant select, insert on emergency_reading to qiongxiang_app;

  create function refuse_unopened_reading() returns trigger language plpgsql as $$
  begin
    if not exists (select from emergency_access a where a.id = new.access_id and a.status = 'granted' and a.asked_by = new.read_by and new.read_at >= a.decided_at and new.read_at < a.open_until) then
      raise exception 'emergency_reading: only whoever asked reads, and only while it is open' using errcode = 'check_violation';
    end if;
    return new;
  end $$;
  create trigger emergency_read_while_open before insert on emergency_reading for each row execute function refuse_unopened_reading();
`;
