import { Injectable } from '@nestjs/common';
import { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { Transaction } from '#libs/database';
import { normalEmail, type Account } from '../domain/account.js';
import { isRightPassword } from '../domain/password.js';
import { signInRefused } from '../identity.errors.js';
import { AccountStore } from '../store/account.store.js';
import { StartSession, type Origin } from './start-session.js';
import { signInLimits, Throttle } from './throttle.js';

/** An address and a password for a session. */
@Injectable()
export class SignIn {
  constructor(
    private readonly tx: Transaction,
    private readonly throttle: Throttle,
    private readonly accounts: AccountStore,
    private readonly start: StartSession,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Answers the secret for the cookie. Staff and everybody with an authenticator go on to `PresentFactor`.
   * @throws DomainError `sign_in_refused`, the same for every cause; `too_many_attempts`
   */
  async run(given: { email: string; password: string }, origin: Origin): Promise<string> {
    const email = normalEmail(given.email);
    const limits = signInLimits(email, origin.address);
    await this.throttle.count(limits);
    const account = await this.accounts.byEmail(email);
    const right = await isRightPassword(account?.passwordHash ?? null, given.password);
    if (!account || !right || account.status !== 'active') throw signInRefused();
    await this.throttle.forgive(limits);
    return this.open(account, origin);
  }

  private open(account: Account, origin: Origin): Promise<string> {
    return this.tx.run(async () => {
      const current = await this.accounts.lock(account.id);
      const changed = current.status !== 'active' || current.passwordHash !== account.passwordHash;
      if (changed) throw signInRefused();
      const secret = await this.start.run(account.id, origin);
      const actor = new Actor(account.id, account.name, account.language, []);
      await this.audit.record({ action: 'session.started', subject: { kind: 'account', id: account.id }, actor, facts: {} });
      return secret;
    });
  }
}
