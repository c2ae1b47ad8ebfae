import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { Clock } from '#libs/clock';
import { guestAddress, type AccountId } from '../domain/account.js';
import { AccountStore } from '../store/account.store.js';
import { newAccount } from './invite-account.js';

/** Puts somebody on record who has no account: she is named, cannot sign in, and holds no role. Joins the caller's transaction. */
@Injectable()
export class RecordGuest {
  constructor(
    private readonly accounts: AccountStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async run(name: string, actor: Actor): Promise<{ id: AccountId; name: string }> {
    const guest = newAccount({ name, email: '', language: 'zh' }, 'guest', this.clock.now());
    guest.email = guestAddress(guest.id);
    await this.accounts.insert(guest);
    await this.audit.record({ action: 'account.guest_recorded', subject: { kind: 'account', id: guest.id }, actor, facts: {} });
    return { id: guest.id, name: guest.name };
  }
}
