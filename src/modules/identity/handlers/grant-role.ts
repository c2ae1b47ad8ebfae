import { Injectable } from '@nestjs/common';
import { insist, type Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { Clock } from '#libs/clock';
import { newId, Transaction } from '#libs/database';
import { AccountRole, type AccountRoleId } from '../domain/account-role.js';
import type { NodeId } from '../domain/organiser-node.js';
import { mayHoldTogether, type Role } from '../domain/roles.js';
import { roleAbsent } from '../identity.errors.js';
import { AccountStore } from '../store/account.store.js';
import { EndSessionsOf } from './end-sessions.js';

export interface Place {
  readonly nodeId?: string;
  readonly subjectId?: string;
}

/** Puts a role into somebody's hand. Held already, nothing changes. */
@Injectable()
export class GrantRole {
  constructor(
    private readonly tx: Transaction,
    private readonly accounts: AccountStore,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly ending: EndSessionsOf,
  ) {}

  /** @throws DomainError `roles_conflict`, `account_absent` */
  run(accountId: string, role: Role, place: Place, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const account = await this.accounts.lock(accountId);
      if (await this.accounts.findHeld(accountId, role, place.nodeId ?? place.subjectId ?? '')) return;
      const others = await this.accounts.rolesOf(accountId);
      insist(mayHoldTogether([...others.map((held) => held.role), role]));
      await this.accounts.addRole(
        Object.assign(new AccountRole(), {
          id: newId<AccountRoleId>(),
          accountId: account.id,
          role,
          nodeId: (place.nodeId as NodeId | undefined) ?? null,
          subjectId: place.subjectId ?? null,
          grantedAt: this.clock.now(),
          revokedAt: null,
          revokedBy: null,
        }),
      );
      // More power needs a new sign-in (reliability G01); founding an organisation must not throw its founder out.
      if (role !== 'applicant') await this.ending.run(accountId);
      await this.audit.record({ action: 'role.granted', subject: { kind: 'account', id: accountId }, actor, facts: { role, ...place } });
    });
  }
}

/** Takes a role out of somebody's hand and ends that person's sessions (reliability D08). */
@Injectable()
export class RevokeRole {
  constructor(
    private readonly tx: Transaction,
    private readonly accounts: AccountStore,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly ending: EndSessionsOf,
  ) {}

  /** @throws DomainError `role_absent` */
  run(accountId: string, role: string, place: Place, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      await this.accounts.lock(accountId);
      const held = await this.accounts.findHeld(accountId, role, place.nodeId ?? place.subjectId ?? '');
      if (!held) throw roleAbsent();
      await this.accounts.revokeRole(held.id, this.clock.now(), actor.accountId);
      await this.ending.run(accountId);
      await this.audit.record({ action: 'role.revoked', subject: { kind: 'account', id: accountId }, actor, facts: { role, ...place } });
    });
  }
}
