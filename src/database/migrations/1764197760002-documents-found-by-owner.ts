import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The files of several owners are asked for at once: by their ids, which differ whatever kind they are of. */
export class DocumentsFoundByOwner1764197760002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index document_by_owner;
      create index document_by_owner on document (owner_id, owner_kind) where owner_id is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
