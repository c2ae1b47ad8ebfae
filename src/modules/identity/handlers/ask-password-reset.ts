import { Injectable } from '@nestjs/common';
import { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { Transaction } from '#libs/database';
import { normalEmail } from '../domain/account.js';
import { AccountStore } from '../store/account.store.js';
import { Letters } from './letters.js';

/** Somebody has forgotten a password. The answer is the same whether the account exists; the letter tells. */
@Injectable()
export class AskPasswordReset {
  constructor(
    private readonly tx: Transaction,
    private readonly accounts: AccountStore,
    private readonly letters: Letters,
    private readonly audit: AuditTrail,
  ) {}

  run(email: string): Promise<void> {
    return this.tx.run(async () => {
      const account = await this.accounts.byEmail(normalEmail(email));
      if (account?.status !== 'active') return;
      await this.letters.sendLink(account, 'password_reset');
      const actor = new Actor(account.id, account.name, account.language, []);
      await this.audit.record({ action: 'account.password_reset_asked', subject: { kind: 'account', id: account.id }, actor, facts: {} });
    });
  }
}
