import { DataSource } from 'typeorm';
import { FixedClock } from '#libs/clock';
import { Transaction } from '#libs/database';
import { fen } from '#libs/money';
import { Ledger } from './ledger.js';
import { ledgerInvariants } from './ledger.invariants.js';

export const CLERK = '01900000-0000-7000-8000-000000000001';

export interface Books {
  source: DataSource;
  tx: Transaction;
  ledger: Ledger;
}

/** The books over one database, as the application's own role. */
export async function openBooks(url: string): Promise<Books> {
  const source = await new DataSource({ type: 'postgres', url, extra: { max: 20 } }).initialize();
  const tx = new Transaction(source);
  return { source, tx, ledger: new Ledger(tx, new FixedClock('2026-09-01T10:00:00Z')) };
}

/** A journal that moves fen from one account to another. */
export const transfer = (key: string, from: string, to: string, amount: number) => ({
  key,
  memo: '划转',
  actorId: CLERK,
  postings: [
    { account: from, amount: fen(0 - amount) },
    { account: to, amount: fen(amount) },
  ],
});

/** The names of the invariants that do not hold, asked through any connection. */
export async function brokenInvariants(ask: (sql: string) => Promise<unknown[]>): Promise<string[]> {
  const broken: string[] = [];
  for (const { name, sql } of ledgerInvariants) {
    if ((await ask(sql)).length > 0) broken.push(name);
  }
  return broken;
}
