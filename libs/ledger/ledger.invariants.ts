/** A statement about the books that must hold at every moment: the query answers the rows that break it. */
export interface Invariant {
  readonly name: string;
  readonly sql: string;
}

export const ledgerInvariants: Invariant[] = [
  {
    name: 'every journal adds up to zero over at least two accounts',
    sql: `select journal.id, journal.key, count(posting.*) as lines, coalesce(sum(posting.amount), 0) as total
      from ledger_journal journal left join ledger_posting posting on posting.journal_id = journal.id
      group by journal.id having count(posting.*) < 2 or coalesce(sum(posting.amount), 0) <> 0`,
  },
  {
    name: 'all postings of a currency add up to zero',
    sql: `select account.currency, sum(posting.amount) as total
      from ledger_posting posting join ledger_account account on account.id = posting.account_id
      group by account.currency having sum(posting.amount) <> 0`,
  },
  {
    name: 'a balance is the sum of its postings',
    sql: `select account.code, account.balance, coalesce(sum(posting.amount), 0) as total
      from ledger_account account left join ledger_posting posting on posting.account_id = account.id
      group by account.id having account.balance <> coalesce(sum(posting.amount), 0)`,
  },
  {
    name: 'a line says the balance that its account had after it',
    sql: `select * from (
        select account_id, journal_id, balance_after, sum(amount) over (partition by account_id order by seq) as total
        from ledger_posting
      ) line where balance_after <> total`,
  },
  {
    name: 'no account is below its floor, now or after any line',
    sql: `select account.code, account.floor, account.balance, posting.journal_id
      from ledger_account account left join ledger_posting posting on posting.account_id = account.id
      where account.balance < account.floor or posting.balance_after < account.floor`,
  },
  {
    name: 'a reversal mirrors what it reverses and is not itself reversed',
    sql: `select reversal.key
      from ledger_journal reversal join ledger_journal original on original.id = reversal.reversal_of
      where original.reversal_of is not null or exists (
        select 1 from (select * from ledger_posting where journal_id = original.id) was
          full join (select * from ledger_posting where journal_id = reversal.id) undone using (account_id)
          where undone.amount is distinct from -was.amount)`,
  },
];
