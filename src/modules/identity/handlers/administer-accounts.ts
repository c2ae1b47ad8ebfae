import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AdministerAccount, AdministerRoles, InviteWithRoles, WithinMyReach } from './administer-account.js';
import { InviteAgain } from './invite-account.js';
import { RequireFreshFactor } from './require-fresh-factor.js';

/** Asks a person in again, within the administrator's reach. */
@Injectable()
export class RepeatInvitation {
  constructor(
    private readonly reach: WithinMyReach,
    private readonly again: InviteAgain,
  ) {}

  async run(accountId: string, actor: Actor): Promise<void> {
    await this.reach.account(actor, accountId);
    await this.again.run(accountId, actor);
  }
}

/** What an administrator does with accounts, gathered for the one controller that offers it. */
@Injectable()
export class AdministerAccounts {
  constructor(
    readonly inviting: InviteWithRoles,
    readonly repeating: RepeatInvitation,
    readonly roles: AdministerRoles,
    readonly account: AdministerAccount,
    readonly fresh: RequireFreshFactor,
  ) {}
}
