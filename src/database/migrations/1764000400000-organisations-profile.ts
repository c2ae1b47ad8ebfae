import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OrganisationsProfile1764000400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table organisation (
        id uuid primary key,
        name text not null check (name <> ''),
        kind text not null check (kind in ('social_association', 'social_service_institution', 'foundation', 'community_group',
          'enterprise', 'law_firm', 'public_institution_1', 'public_institution_2', 'womens_federation', 'mass_organisation',
          'village_committee', 'street_federation', 'social_work_station')),
        credit_code text unique,
        registration_level text check (registration_level in ('national', 'province', 'city', 'district')),
        registration_authority text,
        registered_on date,
        territory_code text not null check (territory_code ~ '^[0-9]{2,12}$'),
        address text not null,
        legal_representative text not null,
        business_scope text not null,
        profile text not null,
        grade text check (grade in ('1A', '2A', '3A', '4A', '5A')),
        graded_on date,
        full_time_staff integer not null check (full_time_staff >= 0),
        social_workers integer not null check (social_workers >= 0),
        party_organisation boolean not null,
        federation_body boolean not null,
        inspections jsonb not null,
        node_path text not null,
        version integer not null,
        created_at timestamptz not null,
        stop_reason text,
        stopped_at timestamptz,
        check ((grade is null) = (graded_on is null)),
        check ((stop_reason is null) = (stopped_at is null)),
        check (kind = 'community_group' or credit_code is not null)
      );
      create index organisation_by_name on organisation (name, id);
      create index organisation_by_node on organisation (node_path text_pattern_ops);
      grant select, insert, update on organisation to qiongxiang_app;

      create table organisation_debarment (
        id uuid primary key,
        organisation_id uuid not null references organisation,
        from_day date not null,
        until_day date not null,
        basis text not null check (basis <> ''),
        decided_by uuid not null,
        lifted_at timestamptz,
        check (until_day >= from_day)
      );
      create index organisation_debarment_by_organisation on organisation_debarment (organisation_id, until_day);
      grant select, insert, update on organisation_debarment to qiongxiang_app;

      create table organisation_bank_account (
        id uuid primary key,
        organisation_id uuid not null references organisation,
        status text not null check (status in ('proposed', 'verified', 'rejected', 'replaced')),
        bank_name text not null,
        account_name text not null,
        number_sealed text not null,
        last_digits text not null check (last_digits ~ '^[0-9]{4}$'),
        proposed_by uuid not null,
        proposed_at timestamptz not null,
        decided_by uuid,
        decided_at timestamptz,
        note text,
        check (decided_by is distinct from proposed_by)
      );
      create unique index organisation_bank_account_in_use on organisation_bank_account (organisation_id) where status = 'verified';
      create unique index organisation_bank_account_waiting on organisation_bank_account (organisation_id) where status = 'proposed';
      grant select, insert, update on organisation_bank_account to qiongxiang_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
