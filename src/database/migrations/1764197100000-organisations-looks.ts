import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What names look like is kept beside them. The rule for it is code and no SQL: where a look is missing, the platform makes it when it
 * starts. A later rule is applied to all by setting both columns to null.
 */
export class OrganisationsLooks1764197100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index organisation_by_skeleton;
      drop function name_skeleton(text);
      alter table organisation add column name_look text, add column representative_look text;
      create index organisation_by_look on organisation (name_look);
      create index organisation_by_representative on organisation (representative_look);
      create index organisation_without_look on organisation (id) where name_look is null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
