import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A role that was taken away says by whom: whoever left an organisation by herself and whoever was removed are told apart. */
export class IdentityWhoTookARoleAway1764196000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REVOKED_BY);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const REVOKED_BY = `
  alter table account_role add column revoked_by uuid;
  alter table account_role add check (revoked_by is null or revoked_at is not null);
`;
