import type { MigrationInterface, QueryRunner } from 'typeorm';

const CONSENT = `
  create table application_consent (
    application_id uuid not null references application (id),
    organisation_id uuid not null references organisation (id),
    state text not null check (state in ('asked', 'agreed', 'declined')),
    asked_at timestamptz not null,
    answered_at timestamptz,
    answered_by uuid,
    note text check (length(note) between 1 and 500),
    primary key (application_id, organisation_id),
    check ((state = 'asked') = (answered_at is null) and (answered_at is null) = (answered_by is null))
  );
  create index application_consent_asked on application_consent (organisation_id) where state = 'asked';
  grant select, insert, update, delete on application_consent to qiongxiang_app;`;

/** Whoever was named in a draft before is asked as well; what was submitted stands as it was. */
const ASK_IN_DRAFTS = `
  insert into application_consent (application_id, organisation_id, state, asked_at)
  select a.id, partner, 'asked', now() from application a, unnest(a.co_organisation_ids) partner where a.status = 'draft' and a.number is null`;

/** A partner or a host is a party only once somebody of its own has agreed. */
export class ApplicationsPartnersAgree1764197700101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CONSENT);
    await runner.query(ASK_IN_DRAFTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
