import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The books and the trail: both may be read and added to by the application's role, and never changed. */
export class LibsLedgerAndAudit1764000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LEDGER_TABLES);
    await runner.query(LEDGER_BALANCE);
    await runner.query(LEDGER_COMPLETE);
    await runner.query(AUDIT_TABLES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

/** Amounts are fen; 9007199254740991 is the largest integer that the application holds exactly. */
const LEDGER_TABLES = `
  create table ledger_account (
    id uuid primary key,
    code text not null unique check (code ~ '^[a-z][a-z0-9_-]*(:[A-Za-z0-9._-]+)*$'),
    name text not null check (name <> ''),
    kind text not null check (kind in ('asset', 'liability', 'equity', 'income', 'expense')),
    currency text not null default 'CNY' check (currency = 'CNY'),
    floor bigint check (floor between -9007199254740991 and 0),
    balance bigint not null default 0 check (balance between -9007199254740991 and 9007199254740991),
    opened_at timestamptz not null default clock_timestamp(),
    constraint ledger_account_floor check (floor is null or balance >= floor)
  ) with (fillfactor = 70);

  create table ledger_journal (
    id uuid primary key,
    key text not null unique check (key <> ''),
    occurred_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    memo text not null,
    actor_id uuid not null,
    reversal_of uuid unique references ledger_journal (id) check (reversal_of <> id),
    content_hash bytea not null check (length(content_hash) = 32)
  );

  create sequence ledger_posting_seq as bigint;
  create table ledger_posting (
    journal_id uuid not null references ledger_journal (id),
    account_id uuid not null references ledger_account (id),
    amount bigint not null check (amount <> 0 and amount between -9007199254740991 and 9007199254740991),
    seq bigint not null unique,
    balance_after bigint not null,
    primary key (journal_id, account_id)
  );
  create index ledger_posting_statement on ledger_posting (account_id, seq);

  grant select, insert (id, code, name, kind, currency, floor) on ledger_account to qiongxiang_app;
  grant select, insert (id, key, occurred_at, memo, actor_id, reversal_of, content_hash) on ledger_journal to qiongxiang_app;
  grant select, insert (journal_id, account_id, amount) on ledger_posting to qiongxiang_app;
`;

/**
 * The only writer of balances. It runs as the owner, because the application's role may not update them.
 * The conditional update locks the account and checks the floor in one step; LG001 carries what the refusal says.
 * The line takes its number under that lock, so the numbers of an account follow its balances.
 */
const LEDGER_BALANCE = `
  create function ledger_apply_posting() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    account ledger_account;
  begin
    update ledger_account set balance = balance + new.amount
      where id = new.account_id and (floor is null or balance + new.amount >= floor)
      returning balance into new.balance_after;
    if not found then
      select * into account from ledger_account where id = new.account_id;
      if not found then
        raise exception 'There is no account %.', new.account_id using errcode = 'foreign_key_violation';
      end if;
      raise exception 'The account % would fall below its floor.', account.code using errcode = 'LG001',
        detail = json_build_object('code', account.code, 'name', account.name, 'balance', account.balance,
          'floor', account.floor, 'amount', new.amount)::text;
    end if;
    new.seq := nextval('ledger_posting_seq');
    return new;
  end $$;
  revoke execute on function ledger_apply_posting() from public;

  create trigger ledger_posting_moves_balance before insert on ledger_posting
    for each row execute function ledger_apply_posting();
`;

/** Checked at the commit, when the journal is whole. A reversal must be the exact mirror of what it corrects. */
const LEDGER_COMPLETE = `
  create function ledger_require_complete(wanted uuid, corrected uuid) returns void
  language plpgsql set search_path = public, pg_temp as $$
  declare
    lines bigint;
    total numeric;
  begin
    select count(*), coalesce(sum(amount), 0) into lines, total from ledger_posting where journal_id = wanted;
    if lines < 2 or total <> 0 then
      raise exception 'Journal % has % postings that add up to % fen.', wanted, lines, total using errcode = 'LG002';
    end if;
    if corrected is not null and exists (
      select 1 from (select * from ledger_posting where journal_id = corrected) original
        full join (select * from ledger_posting where journal_id = wanted) mirror using (account_id)
        where mirror.amount is distinct from -original.amount
    ) then
      raise exception 'Journal % does not mirror the journal it reverses.', wanted using errcode = 'LG003';
    end if;
  end $$;
  create function ledger_check_journal() returns trigger
  language plpgsql set search_path = public, pg_temp as $$
  begin
    perform ledger_require_complete(new.id, new.reversal_of);
    return null;
  end $$;
  create function ledger_check_posting() returns trigger
  language plpgsql set search_path = public, pg_temp as $$
  begin
    perform ledger_require_complete(new.journal_id, (select reversal_of from ledger_journal where id = new.journal_id));
    return null;
  end $$;

  create constraint trigger ledger_journal_complete after insert on ledger_journal
    deferrable initially deferred for each row execute function ledger_check_journal();
  create constraint trigger ledger_posting_complete after insert on ledger_posting
    deferrable initially deferred for each row execute function ledger_check_posting();
`;

const AUDIT_TABLES = `
  create table audit_leaf (
    id uuid primary key,
    seq bigint generated always as identity,
    at timestamptz not null,
    actor_id uuid not null,
    action text not null check (action <> ''),
    subject_kind text not null,
    subject_id text not null,
    facts jsonb not null,
    salt bytea not null check (length(salt) = 32),
    content_hash bytea not null check (length(content_hash) = 32)
  );
  create index audit_leaf_subject on audit_leaf (subject_kind, subject_id);

  create table audit_seal (
    index bigint primary key check (index >= 0),
    leaf_id uuid not null unique references audit_leaf (id),
    leaf_hash bytea not null check (length(leaf_hash) = 32),
    chain_hash bytea not null check (length(chain_hash) = 32),
    sealed_at timestamptz not null default clock_timestamp()
  );

  create table audit_node (
    level smallint not null check (level between 1 and 52),
    index bigint not null check (index >= 0),
    hash bytea not null check (length(hash) = 32),
    primary key (level, index)
  );

  grant select, insert on audit_leaf, audit_seal, audit_node to qiongxiang_app;
`;
