import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What became of the project of an award, for the rules that look back; findings of several screeners; supplements that stop the clock of
 * the screening; appeals against a refusal.
 */
export class ApplicationsRulesAndScreening1764040000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table application add column project_status text, add column project_since timestamptz, add check ((project_status is null) = (project_since is null));
      update application a set project_status = p.status, project_since = p.opened_at from project p where p.application_id = a.id;

      create table application_opinion (
        application_id uuid not null references application (id),
        rule_id text not null,
        screener_id uuid not null,
        verdict text not null check (verdict in ('passed', 'failed', 'not_applicable')),
        note text,
        given_at timestamptz not null,
        primary key (application_id, rule_id, screener_id),
        check (verdict <> 'failed' or note is not null)
      );
      grant select, insert, update on application_opinion to qiongxiang_app;
      grant delete on application_check to qiongxiang_app;
      alter table application_check add column settled_by text not null default 'screener' check (settled_by in ('screener', 'agreement', 'officer'));

      create table application_supplement (
        id uuid primary key,
        application_id uuid not null references application (id),
        request text not null check (request <> ''),
        asked_by uuid not null,
        asked_at timestamptz not null,
        due_at timestamptz not null check (due_at > asked_at),
        answer text,
        document_ids uuid[] not null,
        answered_by uuid,
        answered_at timestamptz,
        withdrawn_at timestamptz,
        check ((answer is null) = (answered_at is null) and (answered_by is null) = (answered_at is null)),
        check (answered_at is null or withdrawn_at is null)
      );
      create index application_supplement_by_application on application_supplement (application_id, asked_at);
      create unique index application_supplement_open on application_supplement (application_id) where answered_at is null and withdrawn_at is null;
      grant select, insert, update on application_supplement to qiongxiang_app;

      create table application_appeal (
        id uuid primary key,
        application_id uuid not null references application (id),
        status text not null check (status in ('lodged', 'upheld', 'dismissed')),
        grounds text not null check (grounds <> ''),
        document_ids uuid[] not null,
        lodged_by uuid not null,
        lodged_at timestamptz not null,
        refused_by uuid not null,
        decision text,
        decided_by uuid,
        decided_at timestamptz,
        check ((status = 'lodged') = (decided_at is null) and (decided_by is null) = (decided_at is null) and (decision is null) = (decided_at is null)),
        check (decided_by is distinct from refused_by)
      );
      create index application_appeal_by_application on application_appeal (application_id, lodged_at);
      create unique index application_appeal_open on application_appeal (application_id) where status = 'lodged';
      grant select, insert, update on application_appeal to qiongxiang_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
