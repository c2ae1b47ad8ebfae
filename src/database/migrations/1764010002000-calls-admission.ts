import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calls by invitation: who is let in, and by what. Saved searches of people who want to hear of calls. */
export class CallsAdmission1764010002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ADMISSION);
    await runner.query(ALERTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const ADMISSION = `
  create table call_admission (
    call_id uuid primary key references call (id),
    listed boolean not null,
    code text check (code ~ '^[2-9A-HJ-NP-Z]{8}$'),
    changed_by uuid not null references account (id),
    changed_at timestamptz not null
  );
  grant select, insert, update on call_admission to qiongxiang_app;

  create table call_invitation (
    call_id uuid not null references call (id),
    organisation_id uuid not null references organisation (id),
    way text not null check (way in ('named', 'code')),
    added_by uuid not null references account (id),
    added_at timestamptz not null,
    ended_at timestamptz,
    primary key (call_id, organisation_id)
  );
  create index call_invitation_by_organisation on call_invitation (organisation_id);
  grant select, insert, update on call_invitation to qiongxiang_app;
`;

const ALERTS = `
  create table call_alert (
    id uuid primary key,
    account_id uuid not null references account (id),
    applicant_type text not null,
    words text not null,
    created_at timestamptz not null,
    unique (account_id, applicant_type, words)
  );
  grant select, insert, delete on call_alert to qiongxiang_app;
`;
