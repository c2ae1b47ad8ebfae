import { Injectable } from '@nestjs/common';
import { Transaction } from '#libs/database';
import { EndOtherSessions } from './end-sessions.js';
import { ProveEnrolment } from './enrol-factor.js';
import type { CurrentSession } from './read-session.js';
import { StartSession } from './start-session.js';
import { factorLimits, Throttle } from './throttle.js';

/** The second half: the first code proves that the authenticator works, and from now on it is asked for. */
@Injectable()
export class ConfirmEnrolment {
  constructor(
    private readonly tx: Transaction,
    private readonly throttle: Throttle,
    private readonly prove: ProveEnrolment,
    private readonly start: StartSession,
    private readonly ending: EndOtherSessions,
  ) {}

  /** Answers the recovery codes and the new secret of the session; every other session of the person ends. */
  async run(session: CurrentSession, code: string): Promise<{ secret: string; recoveryCodes: string[] }> {
    const limits = factorLimits(session.actor.accountId);
    await this.throttle.count(limits);
    const renewed = await this.tx.run(async () => {
      const recoveryCodes = await this.prove.run(session, code);
      await this.ending.run(session);
      return { secret: await this.start.rotate(session.id), recoveryCodes };
    });
    await this.throttle.forgive(limits);
    return renewed;
  }
}
