import { Injectable } from '@nestjs/common';
import { SYSTEM } from '#libs/access';
import { Transaction } from '#libs/database';
import { refused, say } from '#libs/errors';
import type { NodeKind } from '../domain/organiser-node.js';
import { AccountStore } from '../store/account.store.js';
import { GrantRole } from './grant-role.js';
import { InviteAccount, type Invitee } from './invite-account.js';
import { OpenNode } from './open-node.js';

/** The first node and the first administrator of an installation; from then on everything goes through people. */
@Injectable()
export class FoundPlatform {
  constructor(
    private readonly tx: Transaction,
    private readonly accounts: AccountStore,
    private readonly nodes: OpenNode,
    private readonly inviting: InviteAccount,
    private readonly granting: GrantRole,
  ) {}

  /** @throws DomainError `platform_founded` when there is an administrator already */
  run(root: { path: string; kind: NodeKind; name: string }, administrator: Invitee): Promise<{ nodeId: string; accountId: string }> {
    return this.tx.run(async () => {
      const present = await this.accounts.holders({ role: 'administrator' });
      if (present.length > 0) throw refused('platform_founded', say('平台已有系统管理员', 'The platform has an administrator already'));
      const node = await this.nodes.root(root, SYSTEM);
      const accountId = await this.inviting.run(administrator, SYSTEM);
      await this.granting.run(accountId, 'administrator', { nodeId: node.id }, SYSTEM);
      return { nodeId: node.id, accountId };
    });
  }
}
