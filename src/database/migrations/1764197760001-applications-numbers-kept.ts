import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until when a process keeps a number for those who submit there; after that it is anybody's. */
export class ApplicationsNumbersKept1764197760001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table application_number_ready add column kept_until timestamptz not null default '-infinity'`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
