import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when an expert has said each of the things by which conflicts are found: of what stands already nothing is known but the day it was last saved. */
export class ScoringStatementsAreDated1764197700201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table expert_profile add column employer_since timestamptz, add column phone_since timestamptz, add column address_since timestamptz`);
    await runner.query(`update expert_profile set employer_since = saved_at, phone_since = case when phone is not null then saved_at end, address_since = case when address is not null then saved_at end`);
    await runner.query('alter table expert_profile alter column employer_since set not null');
    await runner.query('alter table expert_profile add check ((phone is null) = (phone_since is null)), add check ((address is null) = (address_since is null))');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
