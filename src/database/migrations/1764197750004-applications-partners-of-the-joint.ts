import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An application without partners is not noted in the index of partners, which was written anew at every move of each; and what was handed in
 * keeps its answers in the row as they were packed in the application's, instead of in pieces beside it.
 */
export class ApplicationsPartnersOfTheJoint1764197750004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index application_by_partner;
      create index application_by_partner on application using gin (co_organisation_ids) with (fastupdate = off) where cardinality(co_organisation_ids) > 0;
      alter table application_submission set (toast_tuple_target = 4080);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
