import type { Id } from '#libs/database';
import type { Fen } from '#libs/money';

export type LedgerAccountId = Id<'LedgerAccount'>;
export type LedgerJournalId = Id<'LedgerJournal'>;

export const ACCOUNT_KINDS = ['asset', 'liability', 'equity', 'income', 'expense'] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

/** What is said when an account is opened. */
export interface NewAccount {
  /** Unique and never changed, segments parted by colons, such as `fund:2026-gaoyou`. */
  code: string;
  /** What people read, in a refusal too. */
  name: string;
  kind: AccountKind;
  /** The balance in fen below which nothing may be taken out: 0 or less; absent means no floor. */
  floor?: Fen;
}

export interface LedgerAccount {
  id: LedgerAccountId;
  code: string;
  name: string;
  kind: AccountKind;
  floor?: Fen;
  /** In fen; positive is a debit balance. */
  balance: Fen;
}

/** One line of a journal: positive (debit) comes into the account, negative (credit) goes out of it; never 0. */
export interface PostingLine {
  account: string;
  amount: Fen;
}

export interface NewJournal {
  /** The business key, such as `payment:<id>:executed`: posting twice with one key posts once, for ever. */
  key: string;
  memo: string;
  actorId: string;
  postings: readonly PostingLine[];
  /** When it happened in the world; absent means now. */
  occurredAt?: Date;
}

/** The words of a correction; its amounts are the mirror of what it corrects. */
export type NewReversal = Pick<NewJournal, 'key' | 'memo' | 'actorId' | 'occurredAt'>;

export interface StatementLine {
  journalId: LedgerJournalId;
  key: string;
  occurredAt: Date;
  memo: string;
  actorId: string;
  account: string;
  amount: Fen;
  /** The balance of this account after this line. */
  balanceAfter: Fen;
  reversalOf?: LedgerJournalId;
}

export interface TrialBalanceLine {
  code: string;
  name: string;
  kind: AccountKind;
  debit: Fen;
  credit: Fen;
}

/** Every account on its side; the two totals are equal while the books are whole. */
export interface TrialBalance {
  accounts: TrialBalanceLine[];
  debit: Fen;
  credit: Fen;
}
