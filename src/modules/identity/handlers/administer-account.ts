import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { Transaction } from '#libs/database';
import { accountLifecycle } from '../domain/account.lifecycle.js';
import type { Account } from '../domain/account.js';
import type { Role } from '../domain/roles.js';
import { accountAbsent, nodeAbsent, roleAbsent } from '../identity.errors.js';
import { AccountStore } from '../store/account.store.js';
import { FactorStore } from '../store/factor.store.js';
import { NodeStore } from '../store/node.store.js';
import { AccountRecords } from './account-records.js';
import { GrantRole, RevokeRole } from './grant-role.js';
import { InviteAccount, type Invitee } from './invite-account.js';

/** Who may be administered by whom: the person has no role yet, or one inside the administrator's subtree and none outside it. */
@Injectable()
export class WithinMyReach {
  constructor(
    private readonly accounts: AccountStore,
    private readonly nodes: NodeStore,
  ) {}

  /** @throws DomainError `account_absent`, the same for unknown and for out of reach */
  async account(actor: Actor, accountId: string): Promise<void> {
    const account = await this.accounts.find(accountId);
    if (!account) throw accountAbsent();
    const roles = await this.accounts.rolesOf(accountId);
    const outside = roles.some((held) => held.nodePath !== undefined && !actor.holdsAt(held.nodePath, 'administrator'));
    if (outside) throw accountAbsent();
  }

  /** @throws DomainError `node_absent` */
  async node(actor: Actor, nodeId: string): Promise<void> {
    const node = await this.nodes.find(nodeId);
    if (!node || !actor.holdsAt(node.path, 'administrator')) throw nodeAbsent();
  }
}

/** An administrator asks a person in, with roles, in one step. */
@Injectable()
export class InviteWithRoles {
  constructor(
    private readonly tx: Transaction,
    private readonly reach: WithinMyReach,
    private readonly inviting: InviteAccount,
    private readonly granting: GrantRole,
  ) {}

  /** @throws DomainError `email_taken`, `node_absent`, `roles_conflict` */
  run(invitee: Invitee, roles: readonly { role: Role; nodeId: string }[], actor: Actor): Promise<string> {
    return this.tx.run(async () => {
      const id = await this.inviting.run(invitee, actor);
      for (const { role, nodeId } of roles) {
        await this.reach.node(actor, nodeId);
        await this.granting.run(id, role, { nodeId }, actor);
      }
      return id;
    });
  }
}

@Injectable()
export class AdministerRoles {
  constructor(
    private readonly tx: Transaction,
    private readonly reach: WithinMyReach,
    private readonly accounts: AccountStore,
    private readonly granting: GrantRole,
    private readonly revoking: RevokeRole,
  ) {}

  /** @throws DomainError `account_absent`, `node_absent`, `roles_conflict` */
  grant(accountId: string, wanted: { role: Role; nodeId: string }, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      await this.reach.account(actor, accountId);
      await this.reach.node(actor, wanted.nodeId);
      await this.granting.run(accountId, wanted.role, { nodeId: wanted.nodeId }, actor);
    });
  }

  /** @throws DomainError `account_absent`, `role_absent` */
  revoke(accountId: string, roleId: string, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      await this.reach.account(actor, accountId);
      const held = await this.accounts.findRole(accountId, roleId);
      if (!held?.nodeId || held.revokedAt) throw roleAbsent();
      await this.revoking.run(accountId, held.role, { nodeId: held.nodeId }, actor);
    });
  }
}

/** Disables and enables accounts, and clears the second factor of somebody who has lost telephone and codes. */
@Injectable()
export class AdministerAccount {
  constructor(
    private readonly tx: Transaction,
    private readonly reach: WithinMyReach,
    private readonly accounts: AccountStore,
    private readonly factors: FactorStore,
    private readonly records: AccountRecords,
  ) {}

  /** @throws DomainError `account_absent`, `wrong_state`, `not_oneself` */
  move(accountId: string, move: 'disable' | 'enable', actor: Actor): Promise<Account> {
    return this.tx.run(async () => {
      await this.reach.account(actor, accountId);
      const account = await this.accounts.lock(accountId);
      accountLifecycle.move(account, move, { actor, now: this.records.now() });
      if (move === 'enable' && account.passwordHash === null) account.status = 'invited';
      await this.accounts.save(account);
      await this.records.note(account, `account.${move}d`, actor);
      return account;
    });
  }

  /** @throws DomainError `account_absent` */
  resetFactor(accountId: string, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      await this.reach.account(actor, accountId);
      const account = await this.accounts.lock(accountId);
      await this.factors.forget(accountId);
      await this.records.note(account, 'account.second_factor_reset', actor);
    });
  }
}
