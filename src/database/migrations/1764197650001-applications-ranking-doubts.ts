import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A report about the scores behind a ranking stands in the way of a decision by it until somebody has settled it. */
export class ApplicationsRankingDoubts1764197650001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DOUBTS);
    await runner.query(WAITING);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const DOUBTS = `
  create table application_ranking_doubt (
    id uuid primary key,
    call_id uuid not null references call,
    raised_at timestamptz not null,
    settled_at timestamptz
  );
  create index application_ranking_doubt_by_call on application_ranking_doubt (call_id) where settled_at is null;
  grant select, insert on application_ranking_doubt to qiongxiang_app;
  grant update (settled_at) on application_ranking_doubt to qiongxiang_app;
`;

/** Those that were told before this was kept. */
const WAITING = `
  insert into application_ranking_doubt (id, call_id, raised_at) select id, call_id, told_at from ranking_correction where decided_by is null;
`;
