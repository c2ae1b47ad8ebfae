import { Injectable } from '@nestjs/common';
import { Transaction } from '#libs/database';
import { hashOf } from '../domain/secrets.js';

@Injectable()
export class ThrottleStore {
  constructor(private readonly tx: Transaction) {}

  /** Counts one attempt and answers how many the window has seen since when; the window neither slides nor grows. */
  async count(key: string, windowMs: number, now: Date): Promise<{ attempts: number; since: Date }> {
    const [row] = await this.tx.manager.query<{ attempts: number; since: Date }[]>(COUNT, [hashOf(key), now, windowMs / 1000]);
    return row!;
  }

  async forget(key: string): Promise<void> {
    await this.tx.manager.query('update sign_in_throttle set attempts = 0 where key = $1', [hashOf(key)]);
  }

  /** Takes one counted attempt back. */
  async giveBack(key: string): Promise<void> {
    await this.tx.manager.query('update sign_in_throttle set attempts = greatest(attempts - 1, 0) where key = $1', [hashOf(key)]);
  }
}

const COUNT = `
  insert into sign_in_throttle as seen (key, window_started_at, attempts) values ($1, $2, 1)
  on conflict (key) do update set
    attempts = case when seen.window_started_at <= $2::timestamptz - make_interval(secs => $3) then 1 else seen.attempts + 1 end,
    window_started_at = case when seen.window_started_at <= $2::timestamptz - make_interval(secs => $3) then $2 else seen.window_started_at end
  returning attempts, window_started_at as since`;
