import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { DatabaseTime } from '#libs/database';
import { CallsFacade, type CallView } from '#modules/calls';
import { callStopped, noSuchRound } from '../awards.errors.js';
import { awards as mayAwardThere } from '../awards.permissions.js';
import { AwardStore } from '../store/award.store.js';

/** The round and its call, locked for an officer of the place; and the step of the call that follows when all is settled. */
@Injectable()
export class HoldRound {
  constructor(
    private readonly awards: AwardStore,
    private readonly calls: CallsFacade,
    private readonly time: DatabaseTime,
  ) {}

  /** @throws DomainError `call_absent`, `call_stopped` */
  async own(callId: string, actor: Actor): Promise<{ call: CallView; now: Date }> {
    const round = await this.awards.lockRound(callId);
    if (!round || !mayAwardThere(actor, round)) throw noSuchRound();
    const call = await this.calls.hold(callId);
    if (call.status === 'suspended' || call.status === 'cancelled') throw callStopped();
    return { call, now: await this.time.now() };
  }

  /** The awards of a call are confirmed once none of them waits for a notice or stands on one; a held award keeps the call where it is. */
  async settle(callId: string, actor: Actor): Promise<void> {
    const awards = await this.awards.ofCall(callId);
    if (awards.some((award) => award.underNotice) || !awards.some(({ publicityEndedAt }) => publicityEndedAt !== null)) return;
    if ((await this.calls.get(callId)).status === 'in_publicity') await this.calls.move(callId, 'confirmed', actor);
  }
}
