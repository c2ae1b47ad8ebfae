import { Inject, Injectable } from '@nestjs/common';
import { Actor } from '#libs/access';
import { WallClock } from '#libs/clock';
import { APP_CONFIG, type AppConfig } from '#libs/config';
import { isStaff } from '../domain/roles.js';
import { csrfToken, hashOf } from '../domain/secrets.js';
import { isAlive, type SessionId } from '../domain/session.js';
import type { RoleRow } from '../store/account.store.js';
import { SessionStore } from '../store/session.store.js';
import { NoteUse } from './note-use.js';

/** What stands between the person and the platform: nothing, the code of an authenticator, or setting one up. */
export type FactorState = 'not_needed' | 'passed' | 'asked' | 'to_be_enrolled';

/** The session of this request, read afresh: no authority is carried in the cookie. */
export interface CurrentSession {
  readonly id: SessionId;
  readonly actor: Actor;
  readonly roles: readonly RoleRow[];
  readonly csrfToken: string;
  readonly factorEnrolled: boolean;
  readonly factor: FactorState;
}

/** Finds the living session behind a cookie. */
@Injectable()
export class ReadSession {
  constructor(
    private readonly sessions: SessionStore,
    private readonly uses: NoteUse,
    private readonly wall: WallClock,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  async run(secret: string): Promise<CurrentSession | undefined> {
    const found = await this.sessions.read(hashOf(secret));
    if (!found?.active) return undefined;
    const { session, roles } = found;
    const staff = isStaff(roles.map((held) => held.role));
    const now = this.wall.now();
    const lastSeenAt = this.uses.since(session.id, session.lastSeenAt);
    if (!isAlive({ ...session, lastSeenAt }, staff, now)) return undefined;
    if (now.getTime() - lastSeenAt.getTime() > 60_000) this.uses.note(session.id, now);
    const factor = factorState(found.factorEnrolled, staff, session.secondFactorAt);
    // Until the second factor is given no role counts, not even on a route that is open to everybody.
    const counted = factor === 'passed' || factor === 'not_needed' ? roles : [];
    return {
      id: session.id,
      actor: new Actor(session.accountId, found.name, found.language, counted, session.secondFactorAt ?? undefined),
      roles,
      csrfToken: csrfToken(this.config.secretKey, secret),
      factorEnrolled: found.factorEnrolled,
      factor,
    };
  }
}

function factorState(enrolled: boolean, staff: boolean, passedAt: Date | null): FactorState {
  if (enrolled) return passedAt ? 'passed' : 'asked';
  return staff ? 'to_be_enrolled' : 'not_needed';
}
