import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A partner that has agreed may take its consent back after the submission: it stays named, and is marked as one that has left. */
export class ApplicationsPartnersLeave1764197730001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table application_consent drop constraint application_consent_state_check;
      alter table application_consent add constraint application_consent_state_check check (state in ('asked', 'agreed', 'declined', 'left'));
      alter table application_consent add constraint application_consent_left_why check (state <> 'left' or note is not null);`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
