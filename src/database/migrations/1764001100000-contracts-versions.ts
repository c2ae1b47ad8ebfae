import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every version of every contract, and who accepted it. */
export class ContractsVersions1764001100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CONTRACTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const CONTRACTS = `
  create table contract (
    id uuid primary key,
    project_id uuid not null references project (id),
    call_id uuid not null references call (id),
    node_path text not null,
    organisation_id uuid not null references organisation (id),
    ordinal integer not null check (ordinal > 0),
    number text not null unique,
    status text not null check (status in ('issued', 'signed', 'declined', 'superseded')),
    amount_fen bigint not null check (amount_fen > 0),
    starts_on date not null,
    ends_on date not null,
    parties jsonb not null,
    document_id uuid not null references document (id),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    due_on date not null,
    issued_by uuid not null,
    issued_at timestamptz not null,
    signed_at timestamptz,
    reason text,
    unique (project_id, ordinal),
    check (ends_on > starts_on),
    check ((status = 'signed') = (signed_at is not null)),
    check (status <> 'declined' or reason is not null)
  );
  create unique index contract_in_force on contract (project_id) where status in ('issued', 'signed');
  create index contract_by_hash on contract (sha256);
  grant select, insert on contract to qiongxiang_app;
  grant update (status, signed_at, reason) on contract to qiongxiang_app;

  create table contract_acceptance (
    contract_id uuid not null references contract (id),
    party_key text not null,
    signatory text not null,
    accepted_by uuid not null,
    evidence_id uuid references document (id),
    accepted_at timestamptz not null,
    primary key (contract_id, party_key)
  );
  grant select, insert on contract_acceptance to qiongxiang_app;
`;
