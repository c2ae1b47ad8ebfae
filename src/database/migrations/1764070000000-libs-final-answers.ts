import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The answer beside an idempotency key becomes the one that the caller got, once it is known. */
export class LibsFinalAnswers1764070000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table idempotency_key add column answered_at timestamptz;
      grant update (status, response, answered_at) on idempotency_key to qiongxiang_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
