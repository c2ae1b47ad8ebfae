import { Injectable } from '@nestjs/common';
import { Transaction } from '#libs/database';
import { newRecoveryCodes, newTotpSecret, stepOf, totpUri } from '../domain/totp.js';
import { codeRefused, secondFactorNeeded } from '../identity.errors.js';
import { AccountStore } from '../store/account.store.js';
import { FactorStore } from '../store/factor.store.js';
import { FactorRecords } from './factor-records.js';
import type { CurrentSession } from './read-session.js';
import { RequireFreshFactor } from './require-fresh-factor.js';

/** The first half of setting up an authenticator: a secret that does not count yet. */
@Injectable()
export class BeginEnrolment {
  constructor(
    private readonly tx: Transaction,
    private readonly accounts: AccountStore,
    private readonly factors: FactorStore,
    private readonly records: FactorRecords,
  ) {}

  /** @throws DomainError `second_factor_needed` when one is set up already: it must be reset first */
  run(session: CurrentSession): Promise<{ secret: string; uri: string }> {
    return this.tx.run(async () => {
      const account = await this.accounts.lock(session.actor.accountId);
      if (await this.factors.isEnrolled(account.id)) throw secondFactorNeeded();
      const secret = newTotpSecret();
      await this.factors.replace(account.id, secret);
      await this.records.note(session, 'second_factor.begun');
      return { secret, uri: totpUri(secret, account.email) };
    });
  }
}

/** New codes for the day the telephone is lost; the old ones are void. */
@Injectable()
export class RenewRecoveryCodes {
  constructor(
    private readonly tx: Transaction,
    private readonly factors: FactorStore,
    private readonly fresh: RequireFreshFactor,
    private readonly records: FactorRecords,
  ) {}

  /** @throws DomainError `second_factor_needed` */
  run(session: CurrentSession): Promise<string[]> {
    this.fresh.run(session.actor);
    return this.tx.run(async () => {
      const codes = newRecoveryCodes();
      await this.factors.lock(session.actor.accountId);
      await this.factors.replaceRecoveryCodes(session.actor.accountId, codes);
      await this.records.note(session, 'second_factor.recovery_codes_renewed');
      return codes;
    });
  }
}

/** Checks the first code of a new authenticator against its secret, and spends it. */
@Injectable()
export class ProveEnrolment {
  constructor(
    private readonly factors: FactorStore,
    private readonly records: FactorRecords,
  ) {}

  /** Inside the caller's transaction. Answers the recovery codes. @throws DomainError `code_refused` */
  async run(session: CurrentSession, code: string): Promise<string[]> {
    const { accountId } = session.actor;
    const factor = await this.factors.lock(accountId);
    if (!factor || factor.confirmedAt) throw codeRefused();
    const step = stepOf(factor.secret, code, this.records.now());
    if (step === undefined) throw codeRefused();
    await this.factors.spend(accountId, step);
    await this.factors.confirm(accountId, this.records.now());
    const codes = newRecoveryCodes();
    await this.factors.replaceRecoveryCodes(accountId, codes);
    await this.records.note(session, 'second_factor.enrolled');
    return codes;
  }
}
