import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#libs/audit';
import { Transaction } from '#libs/database';
import { accountAbsent } from '../identity.errors.js';
import { AccountStore } from '../store/account.store.js';
import { FactorStore } from '../store/factor.store.js';
import type { CurrentSession } from './read-session.js';

export interface OwnProfile {
  readonly name: string;
  readonly email: string;
  readonly language: 'zh' | 'en';
  readonly secondFactorEnabled: boolean;
  /** How many of the codes for a lost telephone have not been used. */
  readonly recoveryCodesLeft: number;
}

/** What a person sees and may change of the own account. */
@Injectable()
export class KeepOwnProfile {
  constructor(
    private readonly tx: Transaction,
    private readonly accounts: AccountStore,
    private readonly factors: FactorStore,
    private readonly audit: AuditTrail,
  ) {}

  async read({ actor, factorEnrolled }: CurrentSession): Promise<OwnProfile> {
    const account = await this.accounts.find(actor.accountId);
    if (!account) throw accountAbsent();
    const { name, email, language } = account;
    return { name, email, language, secondFactorEnabled: factorEnrolled, recoveryCodesLeft: await this.factors.recoveryCodesLeft(account.id) };
  }

  /** What is on record already keeps the name that it was done under. */
  rename({ actor }: CurrentSession, name: string): Promise<void> {
    return this.tx.run(async () => {
      const account = await this.accounts.lock(actor.accountId);
      account.name = name.trim();
      await this.accounts.save(account);
      await this.audit.record({ action: 'account.renamed', subject: { kind: 'account', id: account.id }, actor, facts: {} });
    });
  }
}
