import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the name of an account looks like is kept beside it; the rule for it is code, and the platform makes what is missing when it starts. */
export class IdentityLooks1764197700102 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table account add column name_look text;
      create index account_by_look on account (name_look);
      create index account_without_look on account (id) where name_look is null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
