import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often the running order of a hall was set: two officers who set it at the same moment are told apart by it. */
export class RoadshowsOrderings1764197700301 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table roadshow_session add column orderings integer not null default 0 check (orderings >= 0)');
    await runner.query("update roadshow_session s set orderings = 1 where exists (select 1 from roadshow_presentation p where p.session_id = s.id and p.position is not null)");
    await runner.query('alter table roadshow_session alter column orderings drop default');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
