import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A draft is saved far more often than it moves: only a change of what is tallied is looked at. */
export class ApplicationsTalliedAsTheyMove1764197750002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger changed_application_is_tallied on application;
      create trigger changed_application_is_tallied after update of call_id, node_path, category_key, status, submitted_at on application for each row
        when ((old.status <> 'draft' or new.status <> 'draft')
          and (old.call_id, old.node_path, old.category_key, old.status, old.submitted_at is null)
            is distinct from (new.call_id, new.node_path, new.category_key, new.status, new.submitted_at is null))
        execute function tally_changed_application();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
