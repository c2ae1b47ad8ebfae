import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { Clock } from '#libs/clock';
import type { Account } from '../domain/account.js';
import { EndSessionsOf } from './end-sessions.js';

/** What every act upon somebody's account leaves behind: ended sessions and a leaf in the trail. */
@Injectable()
export class AccountRecords {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly ending: EndSessionsOf,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  async note(account: Account, action: string, actor: Actor): Promise<void> {
    await this.ending.run(account.id);
    await this.audit.record({ action, subject: { kind: 'account', id: account.id }, actor, facts: {} });
  }
}
