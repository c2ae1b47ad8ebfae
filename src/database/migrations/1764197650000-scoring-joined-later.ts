import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A correction lets whoever was wrongly left out into a next stage that has begun; a ranking of the round may be withdrawn for it. */
export class ScoringJoinedLater1764197650000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CORRECTIONS);
    await runner.query(SEALS);
    await runner.query(RANKINGS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const CORRECTIONS = `
  alter table ranking_correction drop constraint ranking_correction_effect_check;
  alter table ranking_correction add constraint ranking_correction_effect_check check (effect in ('sealed_again', 'joined_later', 'reopened'));
  alter table ranking_correction
    add column joined_ids uuid[] not null default '{}',
    add column kept_ids uuid[] not null default '{}',
    add check (coalesce(effect = 'joined_later', false) = (cardinality(joined_ids) > 0));
`;

/** A sealed stage opens again only for a correction that two people have granted since: of its own ranking, or of one before that let somebody into it. */
const SEALS = `
  create or replace function refuse_unsealing() returns trigger language plpgsql as $$
  begin
    if old.status <> 'sealed' then return new; end if;
    if new.status = 'open' and exists (select from ranking_correction c where c.call_id = old.call_id and c.decided_at >= old.sealed_at
      and (c.effect = 'reopened' and c.stage_key = old.stage_key or c.effect = 'joined_later' and c.stage_key <> old.stage_key)) then return new; end if;
    raise exception 'score_stage: a sealed stage stays sealed' using errcode = 'check_violation';
  end $$;
`;

const RANKINGS = `
  alter table application_ranking add column withdrawn_at timestamptz;
  grant update (withdrawn_at) on application_ranking to qiongxiang_app;
`;
