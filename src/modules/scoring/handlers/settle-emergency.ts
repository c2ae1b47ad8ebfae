import { Injectable } from '@nestjs/common';
import { insist, type Actor } from '#libs/access';
import { DatabaseTime, Transaction } from '#libs/database';
import { emergencyLifecycle, mayReview } from '../domain/emergency/emergency.lifecycle.js';
import { audits } from '../scoring.permissions.js';
import { contextOf, HoldEmergency } from './hold-emergency.js';
import { RecordEmergency } from './record-emergency.js';

/** An administrator decides, whoever asked takes it back or closes it, an auditor reviews it. */
@Injectable()
export class SettleEmergency {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldEmergency,
    private readonly records: RecordEmergency,
    private readonly time: DatabaseTime,
  ) {}

  /** @throws DomainError `emergency_access_absent`, `wrong_state`, `not_the_administrator`, `second_person`, and what stands against a person too near */
  decide(id: string, { granted, note }: { granted: boolean; note?: string }, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const { access, application, tooNear } = await this.holding.run(id, actor);
      emergencyLifecycle.move(access, granted ? 'grant' : 'refuse', contextOf(access, tooNear, actor, await this.time.now()));
      await this.records.decided(access, application, note ?? null, actor);
    });
  }

  /** @throws DomainError `emergency_access_absent`, `wrong_state`, `not_own_request`, `not_the_administrator` */
  end(id: string, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const { access, tooNear } = await this.holding.run(id, actor);
      emergencyLifecycle.move(access, access.status === 'asked' ? 'withdraw' : 'close', contextOf(access, tooNear, actor, await this.time.now()));
      await this.records.ended(access, actor);
    });
  }

  /** @throws DomainError `emergency_access_absent`, `not_the_auditor`, `access_reviewed`, `second_person`, `access_not_over` */
  review(id: string, note: string, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const { access } = await this.holding.run(id, actor);
      insist(mayReview(access, actor, { now: await this.time.now(), audits: audits(actor, access) }));
      await this.records.reviewed(access, note, actor);
    });
  }
}
