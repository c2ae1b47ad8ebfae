import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An application says whether its award was confirmed: for the awards of before it is read from them once. */
export class ApplicationsAwardConfirmed1764197670002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update application a set outcome = a.outcome || '{"confirmed": true}'
      from award w where w.application_id = a.id and w.status in ('confirmed', 'accepted') and a.status = 'awarded' and a.outcome ->> 'kind' = 'awarded'
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
