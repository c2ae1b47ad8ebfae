import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A round that was begun as a copy remembers of which: its rules are compared with those first. */
export class CallsCopiedFrom1764197670001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table call add column copied_from_id uuid references call (id)');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
