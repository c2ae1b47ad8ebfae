import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever holds the receipt of a score sheet looks it up by its commitment, without an account. */
export class ScoringReceiptsAreFound1764197680001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index audit_leaf_commitment on audit_leaf ((facts ->> 'commitment')) where action in ('sheet.submitted', 'slot_sheet.submitted')`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
