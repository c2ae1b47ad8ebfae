import { Injectable } from '@nestjs/common';
import type { Scope } from '#libs/access';
import { Transaction, type PageRequest } from '#libs/database';
import { unpackCursor } from '#libs/database';

export interface JournalRow {
  /** Its place in the books of the round, from one. */
  readonly number: number;
  readonly id: string;
  readonly key: string;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly memo: string;
  readonly actorId: string;
  readonly reversalOf: number | null;
  readonly reversedBy: number | null;
  readonly lines: readonly { code: string; name: string; amount: number; balanceAfter: number }[];
}

export interface AccountBalance {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly balance: number;
}

const NUMBERED = `
  with numbered as (
    select journal_id, row_number() over (order by first) as number from (
      select posting.journal_id, min(posting.seq) as first from ledger_posting posting join ledger_account account on account.id = posting.account_id
      where account.code ^@ $1 group by posting.journal_id) journals
  )`;

const JOURNALS = `${NUMBERED}
  select numbered.number::int as number, journal.id, journal.key, journal.occurred_at as "occurredAt", journal.recorded_at as "recordedAt", journal.memo,
    journal.actor_id as "actorId", original.number::int as "reversalOf",
    (select mirror_number.number::int from ledger_journal mirror join numbered mirror_number on mirror_number.journal_id = mirror.id where mirror.reversal_of = journal.id) as "reversedBy",
    (select json_agg(json_build_object('code', account.code, 'name', account.name, 'amount', posting.amount, 'balanceAfter', posting.balance_after)
        order by posting.amount < 0, account.code)
      from ledger_posting posting join ledger_account account on account.id = posting.account_id where posting.journal_id = journal.id) as lines
  from numbered join ledger_journal journal on journal.id = numbered.journal_id
    left join numbered original on original.journal_id = journal.reversal_of
  where numbered.number > $2
    and ($3::text is null or exists (select 1 from ledger_posting posting join ledger_account account on account.id = posting.account_id
      where posting.journal_id = journal.id and account.code like '%:' || $3))
  order by numbered.number limit $4`;

/** Reads the books of a round as a bookkeeper does: journals with their lines, and the balance of every account. */
@Injectable()
export class BooksStore {
  constructor(private readonly tx: Transaction) {}

  /** Journals in the order in which they were posted, those of one project alone where one is named. */
  journals(prefix: string, page: PageRequest, projectId?: string): Promise<JournalRow[]> {
    const after = page.after === undefined ? 0 : Number(unpackCursor(page.after, 1)[0]);
    return this.tx.reader.query<JournalRow[]>(JOURNALS, [prefix, after, projectId ?? null, page.limit + 1]);
  }

  async accounts(prefix: string): Promise<AccountBalance[]> {
    const rows = await this.tx.reader.query<(Omit<AccountBalance, 'balance'> & { balance: string })[]>(
      'select code, name, kind, balance from ledger_account where code ^@ $1 order by code', [prefix],
    );
    return rows.map((row) => ({ ...row, balance: Number(row.balance) }));
  }

  async balances(prefix: string): Promise<ReadonlyMap<string, number>> {
    return new Map((await this.accounts(prefix)).map(({ code, balance }) => [code, balance]));
  }

  async returnedIn(callId: string): Promise<number> {
    const [row] = await this.tx.reader.query<{ sum: string }[]>(
      'select coalesce(sum(r.amount_fen), 0) as sum from fund_return r join project p on p.id = r.project_id where p.call_id = $1', [callId],
    );
    return Number(row!.sum);
  }

  /** The published calls inside the scope, newest first. */
  async rounds(scope: Scope): Promise<string[]> {
    const rows = await this.tx.reader.query<{ id: string }[]>(
      `select id from call where published_at is not null and ($1 or exists (select 1 from unnest($2::text[]) mine where starts_with(node_path, mine)))
       order by published_at desc, id limit 200`,
      [scope.everything, scope.nodePaths],
    );
    return rows.map(({ id }) => id);
  }
}
