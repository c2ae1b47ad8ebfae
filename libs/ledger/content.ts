import { createHash } from 'node:crypto';
import { fen, type Fen } from '#libs/money';
import type { NewJournal, PostingLine } from './books.js';
import { journalIncomplete, journalUnbalanced } from './refusals.js';

/**
 * The lines of a journal as they are written: one a account, in the order of the codes. Lines on one account are added up.
 * @throws DomainError `money.not-whole-fen`, `ledger_journal_incomplete`, `ledger_journal_unbalanced`
 */
export function settleLines(key: string, postings: readonly PostingLine[]): PostingLine[] {
  const sums = new Map<string, bigint>();
  for (const { account, amount } of postings) {
    const exact = BigInt(fen(amount));
    if (exact === 0n) throw journalIncomplete(key);
    sums.set(account, (sums.get(account) ?? 0n) + exact);
  }
  const exactLines = [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
  if (exactLines.length < 2 || exactLines.some(([, amount]) => amount === 0n)) throw journalIncomplete(key);
  const total = exactLines.reduce((sum, [, amount]) => sum + amount, 0n);
  if (total !== 0n) throw journalUnbalanced(key, total);
  return exactLines.map(([account, amount]) => ({ account, amount: fen(Number(amount)) }));
}

/**
 * What makes two journals with one key the same: amounts, words, what is reversed, and the time where it was given.
 * Not the actor: a second worker that delivers the same instruction says nothing new.
 */
export function contentHash(journal: Omit<NewJournal, 'actorId'>, reversalOf: string | null): Buffer {
  const lines = journal.postings.map(({ account, amount }) => [account, amount]);
  const content = [journal.memo, journal.occurredAt?.toISOString() ?? null, reversalOf, lines];
  return createHash('sha256').update(JSON.stringify(content)).digest();
}

/** The amounts that undo a journal. */
export const mirror = (lines: readonly PostingLine[]): PostingLine[] =>
  lines.map(({ account, amount }) => ({ account, amount: -amount as Fen }));
