import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime } from '#libs/database';
import { ApplicationsFacade } from '#modules/applications';
import { CallsFacade } from '#modules/calls';
import { promoteReserve } from '../domain/allocation/promote-reserve.js';
import type { Award } from '../domain/award.js';
import { awardLifecycle } from '../domain/award.lifecycle.js';
import { AwardStore } from '../store/award.store.js';

/** The first of the reserve list who may take a freed seat becomes a proposed award; it is put on notice like the others. */
@Injectable()
export class MoveUp {
  constructor(
    private readonly awards: AwardStore,
    private readonly calls: CallsFacade,
    private readonly applications: ApplicationsFacade,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  /** In the caller's transaction, the round locked; `freed` has lost its award already. */
  async run(freed: Award, actor: Actor): Promise<Award | null> {
    const round = (await this.awards.round(freed.callId))!;
    const { acceptance, allocation } = (await this.calls.get(freed.callId)).rulebook;
    if (!acceptance.promoteReserve) return null;
    const all = await this.awards.ofCall(freed.callId);
    const holding = [...all.filter((award) => award.holdsMoney && award.id !== freed.id), freed].map((award) => award.placing());
    const waiting = all.filter(({ status }) => status === 'reserve');
    const queue = allocation.reserve.promote === 'in_rank_order' ? waiting
      : [...waiting].sort((a, b) => Number(b.categoryKey === freed.categoryKey) - Number(a.categoryKey === freed.categoryKey));
    const found = promoteReserve(round.rule, round.candidates, { awards: holding, reserve: queue.map((award) => award.placing()) }, freed.applicationId)?.promoted;
    const next = found && waiting.find(({ applicationId }) => applicationId === found.applicationId);
    if (!found || !next) return null;
    awardLifecycle.move(next, 'promote', { actor, now: await this.time.now() });
    Object.assign(next, { amountFen: found.amountFen, seat: found.seat, reason: found.reason, place: null });
    await this.awards.update(next);
    await this.applications.recordOutcome(next.applicationId, { kind: 'awarded', amountFen: next.amountFen }, actor);
    await this.audit.record({ action: 'award.promoted', subject: { kind: 'award', id: next.id }, actor, facts: { freed: freed.id, amountFen: next.amountFen } });
    return next;
  }
}
