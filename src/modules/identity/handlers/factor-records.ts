import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#libs/audit';
import { WallClock } from '#libs/clock';
import type { CurrentSession } from './read-session.js';

/** The time of a factor and its trace in the trail. */
@Injectable()
export class FactorRecords {
  constructor(
    private readonly wall: WallClock,
    private readonly audit: AuditTrail,
  ) {}

  now(): Date {
    return this.wall.now();
  }

  async note(session: CurrentSession, action: string, facts: Record<string, unknown> = {}): Promise<void> {
    await this.audit.record({ action, subject: { kind: 'account', id: session.actor.accountId }, actor: session.actor, facts });
  }
}
