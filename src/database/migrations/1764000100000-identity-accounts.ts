import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who people are, how they prove it, and what they may do where. */
export class IdentityAccounts1764000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TREE_AND_ACCOUNTS);
    await runner.query(SESSIONS);
    await runner.query(FACTORS_AND_LINKS);
    await runner.query(REHEARSAL);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

/** A node's path holds the codes from the root down, each closed by a dot: `js.yz.gl.` lies below `js.yz.`. */
const TREE_AND_ACCOUNTS = `
  create table organiser_node (
    id uuid primary key,
    parent_id uuid references organiser_node (id),
    path text not null unique check (path ~ '^([a-z0-9]{1,16}[.])+$'),
    kind text not null check (kind in ('province', 'city', 'district', 'town', 'village')),
    name text not null check (name <> ''),
    created_at timestamptz not null
  );
  create index organiser_node_below on organiser_node (path text_pattern_ops);
  grant select, insert, update on organiser_node to qiongxiang_app;

  create table account (
    id uuid primary key,
    email text not null unique check (email = lower(email)),
    name text not null check (name <> ''),
    language text not null check (language in ('zh', 'en')),
    status text not null check (status in ('invited', 'unconfirmed', 'active', 'disabled')),
    password_hash text,
    created_at timestamptz not null,
    version integer not null default 1,
    check (status <> 'active' or password_hash is not null)
  );
  grant select, insert, update on account to qiongxiang_app;

  create table account_role (
    id uuid primary key,
    account_id uuid not null references account (id),
    role text not null check (role in ('applicant', 'officer', 'screener', 'expert', 'roadshow_judge', 'mentor',
      'finance_maker', 'finance_approver', 'evaluator', 'auditor', 'administrator')),
    node_id uuid references organiser_node (id),
    subject_id uuid,
    granted_at timestamptz not null,
    revoked_at timestamptz,
    check ((role = 'applicant') = (node_id is null)),
    check ((role = 'applicant') = (subject_id is not null))
  );
  create unique index account_role_once on account_role (account_id, role, coalesce(node_id, subject_id)) where revoked_at is null;
  create index account_role_at on account_role (node_id, role) where revoked_at is null;
  create index account_role_for on account_role (subject_id, role) where revoked_at is null;
  grant select, insert, update on account_role to qiongxiang_app;
`;

const SESSIONS = `
  create table account_session (
    id uuid primary key,
    account_id uuid not null references account (id),
    secret_hash bytea not null unique check (length(secret_hash) = 32),
    started_at timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at timestamptz not null check (expires_at <= started_at + interval '12 hours'),
    second_factor_at timestamptz,
    ended_at timestamptz,
    address text not null,
    device text not null
  );
  create index account_session_open on account_session (account_id) where ended_at is null;
  grant select, insert, update on account_session to qiongxiang_app;

  create table sign_in_throttle (
    key bytea primary key,
    window_started_at timestamptz not null,
    attempts integer not null check (attempts >= 0)
  );
  grant select, insert, update on sign_in_throttle to qiongxiang_app;
`;

const FACTORS_AND_LINKS = `
  create table second_factor (
    account_id uuid primary key references account (id),
    sealed_secret bytea not null,
    confirmed_at timestamptz,
    last_step bigint not null default 0
  );
  grant select, insert, update, delete on second_factor to qiongxiang_app;

  create table recovery_code (
    id uuid primary key,
    account_id uuid not null references account (id),
    code_hash bytea not null check (length(code_hash) = 32),
    used_at timestamptz,
    unique (account_id, code_hash)
  );
  grant select, insert, update, delete on recovery_code to qiongxiang_app;

  create table mailed_link (
    id uuid primary key,
    account_id uuid not null references account (id),
    purpose text not null check (purpose in ('invitation', 'confirmation', 'password_reset')),
    secret_hash bytea not null unique check (length(secret_hash) = 32),
    expires_at timestamptz not null,
    used_at timestamptz
  );
  create index mailed_link_open on mailed_link (account_id, purpose) where used_at is null;
  grant select, insert, update on mailed_link to qiongxiang_app;
`;

const REHEARSAL = `
  create table sandbox_clock (
    one boolean primary key default true check (one),
    shift_ms bigint not null
  );
  insert into sandbox_clock (shift_ms) values (0);
  grant select, update on sandbox_clock to qiongxiang_app;
`;
