import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { DatabaseTime } from '#libs/database';
import { ApplicationsFacade } from '#modules/applications';
import { CallsFacade, type Rulebook } from '#modules/calls';
import { promoteReserve } from '../domain/allocation/promote-reserve.js';
import type { Award } from '../domain/award.js';
import { AwardStore } from '../store/award.store.js';
import { titled } from './reason-words.js';
import { RecordAward } from './record-award.js';

/** The first of the reserve list who may take a freed seat becomes a proposed award; it is put on notice like the others. */
@Injectable()
export class MoveUp {
  constructor(
    private readonly awards: AwardStore,
    private readonly calls: CallsFacade,
    private readonly applications: ApplicationsFacade,
    private readonly time: DatabaseTime,
    private readonly records: RecordAward,
  ) {}

  /** In the caller's transaction, the round locked; `freed` has lost its award already. */
  async run(freed: Award, actor: Actor): Promise<Award | null> {
    const { rulebook } = await this.calls.get(freed.callId);
    if (!rulebook.acceptance.promoteReserve) return null;
    const round = (await this.awards.round(freed.callId))!;
    const all = await this.awards.ofCall(freed.callId);
    const holding = [...all.filter((award) => award.holdsMoney && award.id !== freed.id), freed].map((award) => award.placing());
    const waiting = inTurn(all.filter(({ status }) => status === 'reserve'), freed, rulebook);
    const found = promoteReserve(round.rule, round.candidates, { awards: holding, reserve: waiting.map((award) => award.placing()) }, freed.applicationId)?.promoted;
    if (!found) return null;
    const next = waiting.find(({ applicationId }) => applicationId === found.applicationId)!;
    const { amountFen, seat } = found;
    await this.records.run(next, 'promote', { actor, now: await this.time.now() }, { amountFen, seat, reason: titled(found.reason, rulebook), place: null }, { freed: freed.id });
    await this.applications.recordOutcome(next.applicationId, { kind: 'awarded', amountFen }, actor);
    return next;
  }
}

/** Who is asked first: by the place on the list, or whoever is of the freed category before the others. */
function inTurn(waiting: readonly Award[], freed: Award, { allocation }: Rulebook): Award[] {
  if (allocation.reserve.promote === 'in_rank_order') return [...waiting];
  return [...waiting].sort((a, b) => Number(b.categoryKey === freed.categoryKey) - Number(a.categoryKey === freed.categoryKey));
}
