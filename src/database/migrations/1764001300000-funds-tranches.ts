import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Deposits, tranches and returns; the money itself is in the ledger. */
export class FundsTranches1764001300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FUNDS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const FUNDS = `
  create table fund_deposit (
    id uuid primary key,
    call_id uuid not null references call (id),
    node_path text not null,
    amount_fen bigint not null check (amount_fen > 0),
    reference text not null unique,
    memo text not null,
    status text not null check (status in ('proposed', 'approved', 'refused')),
    proposed_by uuid not null,
    proposed_at timestamptz not null,
    decided_by uuid check (decided_by <> proposed_by),
    decided_at timestamptz,
    check ((status = 'proposed') = (decided_by is null))
  );
  create index fund_deposit_by_call on fund_deposit (call_id, proposed_at);
  grant select, insert on fund_deposit to qiongxiang_app;
  grant update (status, decided_by, decided_at) on fund_deposit to qiongxiang_app;

  create table tranche (
    id uuid primary key,
    project_id uuid not null references project (id),
    call_id uuid not null references call (id),
    node_path text not null,
    organisation_id uuid not null references organisation (id),
    key text not null,
    number integer not null check (number > 0),
    title jsonb not null check (title ?& array['zh', 'en']),
    amount_fen bigint not null check (amount_fen > 0),
    at_actual boolean not null,
    conditions jsonb not null,
    status text not null check (status in ('planned', 'requested', 'prepared', 'approved', 'paid', 'acknowledged', 'cancelled')),
    vouchers jsonb not null,
    requested_by uuid,
    requested_at timestamptz,
    prepared_by uuid,
    prepared_at timestamptz,
    pay_fen bigint check (pay_fen > 0 and pay_fen <= amount_fen),
    account_id uuid references organisation_bank_account (id),
    approved_by uuid check (approved_by <> prepared_by and approved_by <> requested_by),
    approved_at timestamptz,
    bank_reference text unique,
    paid_on date,
    paid_by uuid,
    acknowledged_at timestamptz,
    reason text,
    version integer not null,
    unique (project_id, key),
    unique (project_id, number),
    check (status not in ('prepared', 'approved', 'paid', 'acknowledged') or (prepared_by is not null and pay_fen is not null and account_id is not null)),
    check (status not in ('approved', 'paid', 'acknowledged') or approved_by is not null),
    check (status not in ('paid', 'acknowledged') or (bank_reference is not null and paid_on is not null))
  );
  create index tranche_by_status on tranche (status, node_path text_pattern_ops);
  grant select, insert, update on tranche to qiongxiang_app;

  create table fund_return (
    id uuid primary key,
    project_id uuid not null references project (id),
    amount_fen bigint not null check (amount_fen > 0),
    bank_reference text not null unique,
    returned_on date not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null
  );
  create index fund_return_by_project on fund_return (project_id);
  grant select, insert on fund_return to qiongxiang_app;
`;
