import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People on record who have no account: guest judges. They cannot sign in, and nobody writes to them. */
export class IdentityGuests1764197300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(GUESTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const GUESTS = `
  alter table account drop constraint account_status_check;
  alter table account add constraint account_status_check check (status in ('invited', 'unconfirmed', 'active', 'disabled', 'guest'));
  alter table account add constraint account_guest_check check (status <> 'guest' or (password_hash is null and email = id::text || '@guest.invalid'));
`;
