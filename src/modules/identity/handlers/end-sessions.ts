import { Injectable } from '@nestjs/common';
import { WallClock } from '#libs/clock';
import { SessionStore } from '../store/session.store.js';
import type { CurrentSession } from './read-session.js';

@Injectable()
export class EndSessionsOf {
  constructor(
    private readonly sessions: SessionStore,
    private readonly wall: WallClock,
  ) {}

  /** Inside the caller's transaction: every session of the account ends. */
  async run(accountId: string): Promise<void> {
    await this.sessions.endAll(accountId, this.wall.now());
  }
}

@Injectable()
export class EndOtherSessions {
  constructor(
    private readonly sessions: SessionStore,
    private readonly wall: WallClock,
  ) {}

  /** Inside the caller's transaction: what proved the person before does not count any more. */
  async run(session: CurrentSession): Promise<void> {
    await this.sessions.endAll(session.actor.accountId, this.wall.now(), session.id);
  }
}
