import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, type Id } from '#libs/database';
import type { AccountId } from './account.js';

export type SessionId = Id<'session'>;

const MINUTE = 60_000;
/** OWASP ASVS 5.0 section 7.3: staff leave desks unlocked, applicants write long forms. */
export const STAFF_IDLE_MS = 30 * MINUTE;
export const SESSION_LIFE_MS = 12 * 60 * MINUTE;
/** How long a proof of the second factor counts for what needs a fresh one. */
export const FRESH_FACTOR_MS = 5 * MINUTE;

/** A signed-in browser. The cookie carries a secret of which only the hash is kept here. */
@Entity('account_session')
export class Session {
  @PrimaryColumn('uuid') id: SessionId;
  @Column('uuid', { name: 'account_id' }) accountId: AccountId;
  @Column('bytea', { name: 'secret_hash' }) secretHash: Buffer;
  @InstantColumn({ name: 'started_at' }) startedAt: Date;
  @InstantColumn({ name: 'last_seen_at' }) lastSeenAt: Date;
  @InstantColumn({ name: 'expires_at' }) expiresAt: Date;
  @InstantColumn({ name: 'second_factor_at', nullable: true }) secondFactorAt: Date | null;
  @InstantColumn({ name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column('text') address: string;
  @Column('text') device: string;
}

/** Whether the session still stands: not ended, younger than 12 hours, and for staff used within 30 minutes. */
export function isAlive(session: Pick<Session, 'endedAt' | 'expiresAt' | 'lastSeenAt'>, staff: boolean, now: Date): boolean {
  if (session.endedAt || session.expiresAt <= now) return false;
  return !staff || now.getTime() - session.lastSeenAt.getTime() < STAFF_IDLE_MS;
}
