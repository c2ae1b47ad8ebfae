import { Injectable } from '@nestjs/common';
import { WallClock } from '#libs/clock';
import { Transaction } from '#libs/database';
import { tooManyAttempts } from '../identity.errors.js';
import { ThrottleStore } from '../store/throttle.store.js';

/** The window is fixed from its first attempt, so nobody is kept out for longer than this, whatever an attacker goes on doing. */
const WINDOW_MS = 15 * 60_000;

export interface Limit {
  readonly key: string;
  /** Attempts in 15 minutes. */
  readonly most: number;
}

/** How the person is guarded against guessing: tight for one address trying one account, wide for everything else. */
export const signInLimits = (email: string, address: string): Limit[] => [
  { key: `pair ${email} ${address}`, most: 8 },
  { key: `account ${email}`, most: 60 },
  { key: `address ${address}`, most: 200 },
];

export const factorLimits = (accountId: string): Limit[] => [{ key: `factor ${accountId}`, most: 8 }];

/** What sends a letter or makes an account: for one person, and for one address on the net. */
export const letterLimits = (email: string, address: string): Limit[] => [
  { key: `letter ${email}`, most: 5 },
  { key: `letters from ${address}`, most: 60 },
];

/** Counts attempts in PostgreSQL, before the work they ask for and in a transaction of their own, so a refusal is counted too. */
@Injectable()
export class Throttle {
  constructor(
    private readonly tx: Transaction,
    private readonly store: ThrottleStore,
    private readonly wall: WallClock,
  ) {}

  /** @throws DomainError `too_many_attempts` (429) with the wait until the fullest of the windows is over */
  async count(limits: readonly Limit[]): Promise<void> {
    const now = this.wall.now();
    const waits = await this.tx.run(async () => {
      const over: number[] = [];
      for (const { key, most } of limits) {
        const { attempts, since } = await this.store.count(key, WINDOW_MS, now);
        if (attempts > most) over.push(since.getTime() + WINDOW_MS - now.getTime());
      }
      return over;
    });
    if (waits.length > 0) throw tooManyAttempts(Math.max(...waits));
  }

  /** After a success: the first limit starts anew and the wider ones take the attempt back. */
  async forgive(limits: readonly Limit[]): Promise<void> {
    await this.tx.run(async () => {
      for (const [index, { key }] of limits.entries()) await (index === 0 ? this.store.forget(key) : this.store.giveBack(key));
    });
  }
}
