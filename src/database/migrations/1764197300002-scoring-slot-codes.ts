import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A link alone opens no review: a second person gives a code, of which only the hash is kept. */
export class ScoringSlotCodes1764197300002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CODES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const CODES = `
  alter table review_slot add column code_hash text check (code_hash ~ '^[0-9a-f]{64}$');
  alter table review_slot add column code_given_by uuid references account (id);
  alter table review_slot add column code_given_at timestamptz;
  alter table review_slot add constraint review_slot_code_check check ((code_hash is null) = (code_given_by is null) and (code_hash is null) = (code_given_at is null));
  alter table review_slot add constraint review_slot_second_person_check check (code_given_by is distinct from opened_by);
`;
