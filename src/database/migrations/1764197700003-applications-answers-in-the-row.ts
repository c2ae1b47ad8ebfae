import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Answers of an ordinary length stay in their row, compressed, instead of going to pieces in a table beside it: a draft is written and read
 * whole at every pause in typing, and two pieces more would be read, written and thrown away each time. Longer ones go there as before.
 */
export class ApplicationsAnswersInTheRow1764197700003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table application set (toast_tuple_target = 4080)');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
