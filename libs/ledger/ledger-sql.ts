/**
 * One round trip, so that a busy account is locked as briefly as can be. The lines go in by the account's id:
 * every journal locks its accounts in that one order, hence two journals never wait for each other in a circle.
 */
export const POST_JOURNAL = `
  with line as (
    select account.id, line.amount
    from unnest($8::text[], $9::bigint[]) as line (code, amount) join ledger_account account using (code)
  ), journal as (
    insert into ledger_journal (id, key, occurred_at, memo, actor_id, reversal_of, content_hash)
    values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (key) do nothing
    returning id
  ), posted as (
    insert into ledger_posting (journal_id, account_id, amount)
    select journal.id, line.id, line.amount from journal cross join line order by line.id
    returning account_id
  )
  select (select count(*)::int from journal) as journals, (select count(*)::int from posted) as lines`;

export const OPEN_ACCOUNT = `
  insert into ledger_account (id, code, name, kind, floor) values ($1, $2, $3, $4, $5)
  on conflict (code) do nothing`;

export const FIND_ACCOUNT = 'select id, code, name, kind, floor, balance from ledger_account where code = $1';

export const FIND_JOURNAL = 'select id, reversal_of, content_hash from ledger_journal where key = $1';

export const LINES_OF_JOURNAL = `
  select account.code as account, posting.amount
  from ledger_posting posting join ledger_account account on account.id = posting.account_id
  where posting.journal_id = $1`;

export const STATEMENT = `
  select posting.seq, journal.id as journal_id, journal.key, journal.occurred_at, journal.memo, journal.actor_id,
    journal.reversal_of, account.code as account, posting.amount, posting.balance_after
  from ledger_account account
    join ledger_posting posting on posting.account_id = account.id
    join ledger_journal journal on journal.id = posting.journal_id
  where (account.code = $1 or ($2 and account.code ^@ $1)) and posting.seq > $3
  order by posting.seq
  limit $4`;

export const TRIAL_BALANCE = `
  select code, name, kind, greatest(balance, 0) as debit, greatest(-balance, 0) as credit
  from ledger_account order by code`;
