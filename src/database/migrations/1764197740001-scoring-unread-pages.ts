import type { MigrationInterface, QueryRunner } from 'typeorm';

/** On which pages of a file something is seen that nobody has read; of files that were looked at before, it is not known. */
export class ScoringUnreadPages1764197740001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("alter table blind_file add column unread_pages integer[] not null default '{}'");
    await runner.query('alter table blind_file alter column unread_pages drop default');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
