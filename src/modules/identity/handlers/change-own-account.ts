import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#libs/audit';
import { Transaction } from '#libs/database';
import type { Language } from '#libs/errors';
import { checkPassword, hashPassword, isRightPassword } from '../domain/password.js';
import { isStaff } from '../domain/roles.js';
import { signInRefused } from '../identity.errors.js';
import { AccountStore } from '../store/account.store.js';
import { EndOtherSessions } from './end-sessions.js';
import type { CurrentSession } from './read-session.js';
import { factorLimits, Throttle } from './throttle.js';

@Injectable()
export class ChooseLanguage {
  constructor(
    private readonly tx: Transaction,
    private readonly accounts: AccountStore,
    private readonly audit: AuditTrail,
  ) {}

  run(session: CurrentSession, language: Language): Promise<void> {
    return this.tx.run(async () => {
      const account = await this.accounts.lock(session.actor.accountId);
      account.language = language;
      await this.accounts.save(account);
      await this.audit.record({ action: 'account.language_chosen', subject: { kind: 'account', id: account.id }, actor: session.actor, facts: { language } });
    });
  }
}

/** A new password for somebody who knows the old one; every other session ends. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly tx: Transaction,
    private readonly throttle: Throttle,
    private readonly accounts: AccountStore,
    private readonly ending: EndOtherSessions,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `sign_in_refused` for a wrong present password, `password_weak`, `too_many_attempts` */
  async run(session: CurrentSession, given: { present: string; password: string }): Promise<void> {
    await this.throttle.count(factorLimits(session.actor.accountId));
    const account = await this.accounts.find(session.actor.accountId);
    if (!account || !(await isRightPassword(account.passwordHash, given.present))) throw signInRefused();
    const realm = isStaff(session.roles.map((held) => held.role)) ? 'staff' : 'applicant';
    checkPassword(given.password, realm, [account.name, account.email.split('@')[0]!]);
    const passwordHash = await hashPassword(given.password);
    await this.tx.run(async () => {
      const current = await this.accounts.lock(account.id);
      if (current.passwordHash !== account.passwordHash) throw signInRefused();
      current.passwordHash = passwordHash;
      await this.accounts.save(current);
      await this.ending.run(session);
      await this.audit.record({ action: 'account.password_changed', subject: { kind: 'account', id: current.id }, actor: session.actor, facts: {} });
    });
  }
}
