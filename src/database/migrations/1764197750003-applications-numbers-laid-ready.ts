import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Numbers of a call that are counted already and that nobody has yet. */
export class ApplicationsNumbersLaidReady1764197750003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table application_number_ready (
        call_id uuid not null references call (id),
        n integer not null check (n > 0),
        primary key (call_id, n)
      );
      grant select, insert, update, delete on application_number_ready to qiongxiang_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
