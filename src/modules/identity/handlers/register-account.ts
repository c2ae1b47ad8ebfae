import { Injectable } from '@nestjs/common';
import { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { Clock } from '#libs/clock';
import { Transaction } from '#libs/database';
import { normalEmail } from '../domain/account.js';
import { checkPassword, hashPassword } from '../domain/password.js';
import { AccountStore } from '../store/account.store.js';
import { newAccount, type Invitee } from './invite-account.js';
import { Letters } from './letters.js';

/** Applicants register themselves. Whether the address was free is told only to its owner, by mail. */
@Injectable()
export class RegisterAccount {
  constructor(
    private readonly tx: Transaction,
    private readonly accounts: AccountStore,
    private readonly letters: Letters,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `password_weak` */
  async run(given: Invitee & { password: string }): Promise<void> {
    checkPassword(given.password, 'applicant', [given.name, given.email.split('@')[0]!]);
    const account = newAccount(given, 'unconfirmed', this.clock.now());
    account.passwordHash = await hashPassword(given.password);
    await this.tx.run(async () => {
      if (await this.accounts.insert(account)) {
        const actor = new Actor(account.id, account.name, account.language, []);
        await this.letters.sendLink(account, 'confirmation');
        await this.audit.record({ action: 'account.registered', subject: { kind: 'account', id: account.id }, actor, facts: {} });
        return;
      }
      const owner = await this.accounts.byEmail(normalEmail(given.email));
      if (owner?.status === 'unconfirmed') await this.letters.sendLink(owner, 'confirmation');
      else if (owner) await this.letters.sendTaken(owner);
    });
  }
}
