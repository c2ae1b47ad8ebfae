import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#libs/audit';
import { WallClock } from '#libs/clock';
import { Transaction } from '#libs/database';
import { sessionAbsent } from '../identity.errors.js';
import { SessionStore } from '../store/session.store.js';
import type { CurrentSession } from './read-session.js';

/** Ends one session of the person, this one or another. */
@Injectable()
export class EndSession {
  constructor(
    private readonly tx: Transaction,
    private readonly sessions: SessionStore,
    private readonly wall: WallClock,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `session_absent`, also for somebody else's */
  run(session: CurrentSession, id: string): Promise<void> {
    return this.tx.run(async () => {
      if (!(await this.sessions.end(session.actor.accountId, id, this.wall.now()))) throw sessionAbsent();
      await this.audit.record({ action: 'session.ended', subject: { kind: 'account', id: session.actor.accountId }, actor: session.actor, facts: { session: id } });
    });
  }

  /** Every other session of the person. */
  others(session: CurrentSession): Promise<void> {
    return this.tx.run(async () => {
      await this.sessions.endAll(session.actor.accountId, this.wall.now(), session.id);
      await this.audit.record({ action: 'session.others_ended', subject: { kind: 'account', id: session.actor.accountId }, actor: session.actor, facts: {} });
    });
  }
}
