import { Injectable } from '@nestjs/common';
import { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { WallClock } from '#libs/clock';
import { Transaction } from '#libs/database';
import { accountLifecycle, type AccountMove } from '../domain/account.lifecycle.js';
import type { Account } from '../domain/account.js';
import { checkPassword, hashPassword, type Realm } from '../domain/password.js';
import { isStaff } from '../domain/roles.js';
import { linkRefused } from '../identity.errors.js';
import { AccountStore } from '../store/account.store.js';
import { LinkStore, type LinkPurpose } from '../store/link.store.js';
import { EndSessionsOf } from './end-sessions.js';

/** The account behind a mailed link, locked; the link is spent. */
@Injectable()
export class SpendLink {
  constructor(
    private readonly links: LinkStore,
    private readonly accounts: AccountStore,
    private readonly wall: WallClock,
    private readonly audit: AuditTrail,
  ) {}

  /** Inside the caller's transaction. @throws DomainError `link_refused` */
  async run(token: string, purpose: LinkPurpose): Promise<Account> {
    const accountId = await this.links.use(token, purpose, this.wall.now());
    if (!accountId) throw linkRefused();
    return this.accounts.lock(accountId);
  }

  async move(account: Account, move: AccountMove): Promise<void> {
    const actor = new Actor(account.id, account.name, account.language, []);
    accountLifecycle.move(account, move, { actor, now: this.wall.now() });
  }

  async note(account: Account, action: string): Promise<void> {
    const actor = new Actor(account.id, account.name, account.language, []);
    await this.audit.record({ action, subject: { kind: 'account', id: account.id }, actor, facts: {} });
  }
}

/** The owner of an address has read the letter sent there. */
@Injectable()
export class ConfirmAddress {
  constructor(
    private readonly tx: Transaction,
    private readonly spend: SpendLink,
    private readonly accounts: AccountStore,
  ) {}

  /** @throws DomainError `link_refused` */
  run(token: string): Promise<void> {
    return this.tx.run(async () => {
      const account = await this.spend.run(token, 'confirmation');
      await this.spend.move(account, 'confirm');
      await this.accounts.save(account);
      await this.spend.note(account, 'account.confirmed');
    });
  }
}

/** A first password by invitation, or a new one after the old was forgotten. The second factor stays as it is. */
@Injectable()
export class ChoosePassword {
  constructor(
    private readonly tx: Transaction,
    private readonly spend: SpendLink,
    private readonly accounts: AccountStore,
    private readonly ending: EndSessionsOf,
  ) {}

  /** @throws DomainError `link_refused`, `password_weak` */
  async run(token: string, password: string, purpose: 'invitation' | 'password_reset'): Promise<void> {
    const passwordHash = await hashPassword(password);
    await this.tx.run(async () => {
      const account = await this.spend.run(token, purpose);
      checkPassword(password, await this.realmOf(account), [account.name, account.email.split('@')[0]!]);
      account.passwordHash = passwordHash;
      if (purpose === 'invitation') await this.spend.move(account, 'accept');
      else if (account.status !== 'active') throw linkRefused();
      await this.accounts.save(account);
      await this.ending.run(account.id);
      await this.spend.note(account, purpose === 'invitation' ? 'account.accepted' : 'account.password_reset');
    });
  }

  private async realmOf(account: Account): Promise<Realm> {
    const roles = await this.accounts.rolesOf(account.id);
    return isStaff(roles.map((held) => held.role)) ? 'staff' : 'applicant';
  }
}
