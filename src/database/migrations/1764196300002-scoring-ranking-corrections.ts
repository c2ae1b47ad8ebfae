import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A conflict that comes to light after the sealing: told by one person, decided by another, and what it did to the ranking. */
export class ScoringRankingCorrections1764196300002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CORRECTIONS);
    await runner.query(SEALS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const CORRECTIONS = `
  create table ranking_correction (
    id uuid primary key,
    call_id uuid not null references call (id),
    stage_key text not null,
    seat_id uuid not null references panel_seat (id),
    application_id uuid not null references application (id),
    reason text not null,
    told_by uuid not null references account (id),
    told_at timestamptz not null,
    decided_by uuid references account (id),
    decided_at timestamptz,
    granted boolean,
    note text,
    effect text check (effect in ('sealed_again', 'reopened')),
    check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (granted is null)),
    check (decided_by is distinct from told_by),
    check ((granted is true) = (effect is not null))
  );
  create unique index ranking_correction_waiting on ranking_correction (seat_id, application_id) where decided_by is null;
  create index ranking_correction_by_call on ranking_correction (call_id, stage_key);
  grant select, insert, update on ranking_correction to qiongxiang_app;

  create function refuse_second_correction() returns trigger language plpgsql as $$
  begin
    if old.decided_by is not null or new.seat_id <> old.seat_id or new.application_id <> old.application_id or new.told_by <> old.told_by or new.reason <> old.reason then
      raise exception 'ranking_correction: it is decided once' using errcode = 'check_violation';
    end if;
    return new;
  end $$;
  create trigger corrected_once before update on ranking_correction for each row execute function refuse_second_correction();
`;

/** A sealed stage opens again only for a correction that two people have granted since. */
const SEALS = `
  create or replace function refuse_unsealing() returns trigger language plpgsql as $$
  begin
    if old.status <> 'sealed' then return new; end if;
    if new.status = 'open' and exists (select from ranking_correction c where c.call_id = old.call_id and c.stage_key = old.stage_key and c.effect = 'reopened' and c.decided_at >= old.sealed_at) then return new; end if;
    raise exception 'score_stage: a sealed stage stays sealed' using errcode = 'check_violation';
  end $$;
`;
