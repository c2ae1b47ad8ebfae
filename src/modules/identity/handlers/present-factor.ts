import { Injectable } from '@nestjs/common';
import { Transaction } from '#libs/database';
import { normalRecoveryCode, stepOf } from '../domain/totp.js';
import { codeRefused } from '../identity.errors.js';
import { FactorStore } from '../store/factor.store.js';
import { FactorRecords } from './factor-records.js';
import type { CurrentSession } from './read-session.js';
import { StartSession } from './start-session.js';
import { factorLimits, Throttle } from './throttle.js';

/** The second factor: at sign-in, and again before what needs a fresh one. */
@Injectable()
export class PresentFactor {
  constructor(
    private readonly tx: Transaction,
    private readonly throttle: Throttle,
    private readonly factors: FactorStore,
    private readonly start: StartSession,
    private readonly records: FactorRecords,
  ) {}

  /** Answers the new secret of the session. @throws DomainError `code_refused`, `too_many_attempts` */
  async run(session: CurrentSession, code: string): Promise<string> {
    const limits = factorLimits(session.actor.accountId);
    await this.throttle.count(limits);
    const secret = await this.tx.run(async () => {
      const kind = await this.accept(session.actor.accountId, code);
      if (!kind) throw codeRefused();
      await this.records.note(session, 'session.second_factor_given', { kind });
      return this.start.rotate(session.id);
    });
    await this.throttle.forgive(limits);
    return secret;
  }

  private async accept(accountId: string, code: string): Promise<'totp' | 'recovery_code' | undefined> {
    const factor = await this.factors.lock(accountId);
    if (!factor?.confirmedAt) return undefined;
    const now = this.records.now();
    const step = stepOf(factor.secret, code, now);
    if (step !== undefined && step > factor.lastStep) {
      await this.factors.spend(accountId, step);
      return 'totp';
    }
    return (await this.factors.useRecoveryCode(accountId, normalRecoveryCode(code), now)) ? 'recovery_code' : undefined;
  }
}
