import { Injectable } from '@nestjs/common';
import { WallClock } from '#libs/clock';
import { newId } from '#libs/database';
import { Session, SESSION_LIFE_MS, type SessionId } from '../domain/session.js';
import { hashOf, newSecret } from '../domain/secrets.js';
import type { AccountId } from '../domain/account.js';
import { SessionStore } from '../store/session.store.js';

/** Where a request comes from, shown to the person in the list of sessions. */
export interface Origin {
  readonly address: string;
  readonly device: string;
}

/** Opens a session and turns its secret. Both need the transaction of the handler that calls them. */
@Injectable()
export class StartSession {
  constructor(
    private readonly sessions: SessionStore,
    private readonly wall: WallClock,
  ) {}

  /** Answers the secret for the cookie, which nothing keeps. */
  async run(accountId: AccountId, origin: Origin): Promise<string> {
    const secret = newSecret();
    const now = this.wall.now();
    await this.sessions.insert(
      Object.assign(new Session(), {
        id: newId<SessionId>(),
        accountId,
        secretHash: hashOf(secret),
        startedAt: now,
        lastSeenAt: now,
        expiresAt: new Date(now.getTime() + SESSION_LIFE_MS),
        secondFactorAt: null,
        endedAt: null,
        address: origin.address.slice(0, 60),
        device: origin.device.slice(0, 300),
      }),
    );
    return secret;
  }

  /** The second factor has just been given: a new secret for the session, the old one is dead. */
  async rotate(id: SessionId): Promise<string> {
    const secret = newSecret();
    await this.sessions.rotate(id, hashOf(secret), this.wall.now());
    return secret;
  }
}
