import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { Clock } from '#libs/clock';
import { newId, Transaction } from '#libs/database';
import { refused, say, type Language } from '#libs/errors';
import { accountLifecycle } from '../domain/account.lifecycle.js';
import { Account, normalEmail, type AccountId } from '../domain/account.js';
import { AccountStore } from '../store/account.store.js';
import { Letters } from './letters.js';

export interface Invitee {
  readonly email: string;
  readonly name: string;
  readonly language: Language;
}

/** Makes the account of somebody who is asked in, and sends the letter with the link. */
@Injectable()
export class InviteAccount {
  constructor(
    private readonly tx: Transaction,
    private readonly accounts: AccountStore,
    private readonly letters: Letters,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `email_taken`: only an administrator is told so */
  run(invitee: Invitee, actor: Actor): Promise<AccountId> {
    return this.tx.run(async () => {
      const account = await this.take(invitee, actor);
      await this.letters.sendLink(account, 'invitation');
      await this.audit.record({ action: 'account.invited', subject: { kind: 'account', id: account.id }, actor, facts: {} });
      return account.id;
    });
  }

  /** A new account, or one that was registered with the address and never confirmed: whoever did that has no claim to it. */
  private async take(invitee: Invitee, actor: Actor): Promise<Account> {
    const account = newAccount(invitee, 'invited', this.clock.now());
    if (await this.accounts.insert(account)) return account;
    const present = await this.accounts.byEmail(account.email);
    if (present?.status !== 'unconfirmed') throw emailTaken();
    const locked = await this.accounts.lock(present.id);
    accountLifecycle.move(locked, 'invite', { actor, now: this.clock.now() });
    Object.assign(locked, { name: account.name, language: account.language, passwordHash: null });
    await this.accounts.save(locked);
    return locked;
  }
}

/** Sends the letter of an invitation again; the first link is dead. */
@Injectable()
export class InviteAgain {
  constructor(
    private readonly tx: Transaction,
    private readonly accounts: AccountStore,
    private readonly letters: Letters,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `account_absent`, `wrong_state` */
  run(accountId: string, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const account = await this.accounts.lock(accountId);
      if (account.status !== 'invited') throw refused('wrong_state', say('邀请已被接受或账号已停用', 'The invitation was accepted or the account is disabled'));
      await this.letters.sendLink(account, 'invitation');
      await this.audit.record({ action: 'account.invited_again', subject: { kind: 'account', id: account.id }, actor, facts: {} });
    });
  }
}

export const newAccount = (person: Invitee, status: Account['status'], now: Date): Account =>
  Object.assign(new Account(), {
    id: newId<AccountId>(),
    email: normalEmail(person.email),
    name: person.name.trim(),
    language: person.language,
    status,
    passwordHash: null,
    createdAt: now,
    version: 1,
  });

const emailTaken = () => refused('email_taken', say('该邮箱已有账号', 'There is an account with this address already'));
