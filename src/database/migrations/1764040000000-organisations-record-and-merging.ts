import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was looked up about an organisation, what was found wrong with it, and which organisation a double was merged into. */
export class OrganisationsRecordAndMerging1764040000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table organisation_lookup (
        id uuid primary key,
        organisation_id uuid not null references organisation,
        register text not null check (register in ('abnormal_list', 'dishonest_list', 'penalties', 'judgment_debtors', 'registration')),
        looked_up_on date not null,
        result text not null check (result in ('clear', 'listed')),
        entries jsonb not null,
        subject jsonb not null,
        document_id uuid not null,
        made_by uuid not null,
        made_at timestamptz not null,
        check ((result = 'clear') = (jsonb_array_length(entries) = 0))
      );
      create index organisation_lookup_newest on organisation_lookup (organisation_id, register, looked_up_on desc, made_at desc);
      grant select, insert on organisation_lookup to qiongxiang_app;

      create table organisation_issue (
        id uuid primary key,
        organisation_id uuid not null references organisation,
        kind text not null check (kind in ('complaint', 'audit', 'breach', 'media', 'other')),
        reason text not null check (reason <> ''),
        raised_by uuid not null,
        raised_at timestamptz not null,
        resolution text check (resolution <> ''),
        resolved_by uuid,
        resolved_at timestamptz,
        check ((resolution is null) = (resolved_at is null) and (resolved_by is null) = (resolved_at is null))
      );
      create index organisation_issue_by_organisation on organisation_issue (organisation_id, raised_at desc);
      grant select, insert, update on organisation_issue to qiongxiang_app;

      alter table organisation add column merged_into uuid references organisation, add check (merged_into <> id);
      create index organisation_by_survivor on organisation (merged_into) where merged_into is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
