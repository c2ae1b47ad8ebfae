import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import { newId, packCursor, Transaction, unpackCursor, type Page, type PageRequest } from '#libs/database';
import { fen, sumFen, type Fen } from '#libs/money';
import type {
  AccountKind, LedgerAccount, LedgerJournalId, NewAccount, NewJournal, NewReversal, PostingLine, StatementLine, TrialBalance,
} from './books.js';
import { contentHash, mirror, settleLines } from './content.js';
import { FIND_ACCOUNT, FIND_JOURNAL, LINES_OF_JOURNAL, OPEN_ACCOUNT, POST_JOURNAL, STATEMENT, TRIAL_BALANCE } from './ledger-sql.js';
import { accountAbsent, accountDiffers, journalAbsent, keyReused, readRefusal, reversalIsFinal } from './refusals.js';

interface JournalRow {
  id: LedgerJournalId;
  reversal_of: LedgerJournalId | null;
  content_hash: Buffer;
}

interface AccountRow {
  id: LedgerAccount['id'];
  code: string;
  name: string;
  kind: AccountKind;
  floor: string | null;
  balance: string;
}

/** Double-entry books in whole fen. What is posted stays; a reversal is the only correction. */
@Injectable()
export class Ledger {
  constructor(
    private readonly tx: Transaction,
    private readonly clock: Clock,
  ) {}

  /**
   * Opens an account, or answers the one that has this code. A later call may use another name; the first one stays.
   * @throws DomainError `ledger_account_differs` when kind or floor are not those of the account
   */
  async openAccount(wanted: NewAccount): Promise<LedgerAccount> {
    const floor = wanted.floor === undefined ? null : fen(wanted.floor);
    await this.tx.manager.query(OPEN_ACCOUNT, [newId(), wanted.code, wanted.name, wanted.kind, floor]);
    const account = await this.account(wanted.code);
    if (account.kind !== wanted.kind || (account.floor ?? null) !== floor) throw accountDiffers(wanted.code);
    return account;
  }

  /**
   * Posts a journal in the open transaction; amounts in fen, together zero. The same key with the same content
   * answers the journal that is there.
   * @throws DomainError `insufficient_balance`, `ledger_key_reused`, `ledger_account_absent`, `ledger_journal_incomplete`,
   * `ledger_journal_unbalanced`, `money.not-whole-fen`
   */
  async post(journal: NewJournal): Promise<LedgerJournalId> {
    return this.write({ ...journal, postings: settleLines(journal.key, journal.postings) }, null);
  }

  /**
   * Posts the mirror of a journal. Asking again with the same key and words answers the same reversal.
   * @throws DomainError `ledger_journal_absent`, `ledger_already_reversed`, `ledger_reversal_final`, `insufficient_balance`
   */
  async reverse(journalKey: string, words: NewReversal): Promise<LedgerJournalId> {
    const original = await this.journal(journalKey);
    if (!original) throw journalAbsent(journalKey);
    if (original.reversal_of) throw reversalIsFinal(journalKey);
    const rows = await this.tx.manager.query<{ account: string; amount: string }[]>(LINES_OF_JOURNAL, [original.id]);
    const lines: PostingLine[] = rows.map(({ account, amount }) => ({ account, amount: readFen(amount) }));
    return this.write({ ...words, postings: settleLines(words.key, mirror(lines)) }, original.id, journalKey);
  }

  /** The balance in fen; positive is debit. @throws DomainError `ledger_account_absent` */
  async balance(code: string): Promise<Fen> {
    return (await this.account(code)).balance;
  }

  /** @throws DomainError `ledger_account_absent` */
  async account(code: string): Promise<LedgerAccount> {
    const [row] = await this.tx.reader.query<AccountRow[]>(FIND_ACCOUNT, [code]);
    if (!row) throw accountAbsent(code);
    const { floor, balance, ...rest } = row;
    return { ...rest, ...(floor === null ? {} : { floor: readFen(floor) }), balance: readFen(balance) };
  }

  /**
   * The lines of one account, or of every account below a prefix that ends in a colon (`fund:`), oldest first.
   * @throws DomainError `cursor_invalid`
   */
  async statement(codeOrPrefix: string, page: PageRequest): Promise<Page<StatementLine>> {
    const [after] = page.after === undefined ? ['0'] : unpackCursor(page.after, 1);
    const rows = await this.tx.reader.query<(Record<string, string | null> & { occurred_at: Date })[]>(STATEMENT, [
      codeOrPrefix,
      codeOrPrefix.endsWith(':'),
      after,
      page.limit + 1,
    ]);
    const items = rows.slice(0, page.limit).map(toStatementLine);
    return rows.length > page.limit ? { items, next: packCursor([rows[page.limit - 1]!.seq]) } : { items };
  }

  /** Every account with its balance on its side, by code. */
  async trialBalance(): Promise<TrialBalance> {
    const rows = await this.tx.reader.query<(Record<'code' | 'name' | 'debit' | 'credit', string> & { kind: AccountKind })[]>(
      TRIAL_BALANCE,
    );
    const accounts = rows.map((row) => ({ ...row, debit: readFen(row.debit), credit: readFen(row.credit) }));
    return {
      accounts,
      debit: sumFen(accounts.map((line) => line.debit)),
      credit: sumFen(accounts.map((line) => line.credit)),
    };
  }

  private async write(journal: NewJournal, reversalOf: LedgerJournalId | null, reversedKey = journal.key): Promise<LedgerJournalId> {
    const id = newId<LedgerJournalId>();
    const hash = contentHash(journal, reversalOf);
    const { key, memo, actorId, postings } = journal;
    const values = [id, key, journal.occurredAt ?? this.clock.now(), memo, actorId, reversalOf, hash];
    const lines = [postings.map((line) => line.account), postings.map((line) => line.amount)];
    const [written] = await this.tx.manager
      .query<{ journals: number; lines: number }[]>(POST_JOURNAL, [...values, ...lines])
      .catch((error: unknown) => {
        throw readRefusal(error, reversedKey);
      });
    if (written!.journals === 0) return this.repeated(key, hash);
    if (written!.lines < postings.length) throw accountAbsent(await this.firstAbsent(postings));
    return id;
  }

  private async repeated(key: string, hash: Buffer): Promise<LedgerJournalId> {
    const journal = await this.journal(key);
    if (!journal?.content_hash.equals(hash)) throw keyReused(key);
    return journal.id;
  }

  private async journal(key: string): Promise<JournalRow | undefined> {
    const [row] = await this.tx.manager.query<JournalRow[]>(FIND_JOURNAL, [key]);
    return row;
  }

  private async firstAbsent(lines: readonly PostingLine[]): Promise<string> {
    const rows = await this.tx.manager.query<{ code: string }[]>(
      'select code from unnest($1::text[]) as wanted (code) where code not in (select code from ledger_account where code = any ($1))',
      [lines.map((line) => line.account)],
    );
    return rows[0]?.code ?? lines[0]!.account;
  }
}

const readFen = (text: string): Fen => fen(Number(text));

function toStatementLine(row: Record<string, string | null> & { occurred_at: Date }): StatementLine {
  return {
    journalId: row.journal_id as LedgerJournalId,
    key: row.key!,
    occurredAt: row.occurred_at,
    memo: row.memo!,
    actorId: row.actor_id!,
    account: row.account!,
    amount: readFen(row.amount!),
    balanceAfter: readFen(row.balance_after!),
    ...(row.reversal_of ? { reversalOf: row.reversal_of as LedgerJournalId } : {}),
  };
}
