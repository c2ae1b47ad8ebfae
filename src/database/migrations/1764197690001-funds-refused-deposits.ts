import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A deposit that was refused for a slip of the pen is recorded again from the same line of the bank's statement. */
export class FundsRefusedDeposits1764197690001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table fund_deposit drop constraint fund_deposit_reference_key');
    await runner.query(`create unique index fund_deposit_reference on fund_deposit (reference) where status <> 'refused'`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
