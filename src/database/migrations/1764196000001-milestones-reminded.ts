import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the grantee was last asked for a report that is late: once a day at most, and seen by whoever thinks of asking again. */
export class MilestonesReminded1764196000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table milestone add column reminded_at timestamptz');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
