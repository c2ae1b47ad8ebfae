import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The single characters and pairs of characters by which an application is found are kept beside it. They are made by the process that writes a new
 * number or name, where it costs microseconds; PostgreSQL made them in an expression of the index, at every submission and every change of status.
 */
export class ApplicationsWordsKept1764196500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table application add column words text[] not null default '{}';
      update application set words = application_grams(number, project_name, organisation_name);
      drop index application_by_words;
      create index application_by_words on application using gin (words) where submitted_at is not null and status <> 'draft';
      drop function application_grams;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
