import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { ApplicationsFacade } from '#modules/applications';
import { boardOf, CallsFacade, type CallView } from '#modules/calls';
import { allocationChanged, amountsMissing, rankingInDoubt, tiesOpen } from '../awards.errors.js';
import { Award, AwardRound } from '../domain/award.js';
import type { Award as Placing, Placed } from '../domain/allocation/allocation.js';
import { AwardStore } from '../store/award.store.js';
import type { AllocationDraft } from './allocation-draft.js';
import { markOf } from './allocation.view.js';
import { AwardRow } from './award.view.js';
import { inWords } from './reason-words.js';
import { HoldUndecided } from './settle-by-hand.js';

/** Writes a decision down: the round with its rule and ranking, and the call that is decided now. */
@Injectable()
export class RecordDecision {
  constructor(
    private readonly awards: AwardStore,
    private readonly calls: CallsFacade,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  async run({ rankingId, manifestHash, rule, candidates, allocation, call }: AllocationDraft, actor: Actor): Promise<void> {
    const { id: callId, nodePath, rulebookVersion } = call;
    await this.awards.insertRound(Object.assign(new AwardRound(), {
      callId, nodePath, rankingId, manifestHash, rulebookVersion, poolFen: rule.poolFen, rule, candidates: [...candidates], decidedBy: actor.accountId, decidedAt: await this.time.now(),
    }));
    await this.calls.move(callId, 'decided', actor, { rankingId, grantedFen: allocation.grantedFen });
    const facts = { rankingId, manifestHash, awards: allocation.awards.map(({ applicationId, amountFen }) => ({ applicationId, amountFen })), reserve: allocation.reserve.map(({ applicationId }) => applicationId) };
    await this.audit.record({ action: 'awards.decided', subject: { kind: 'call', id: callId }, actor, facts });
  }
}

/** Makes the dry run final: winners, the reserve list, and an outcome for everybody who was ranked. */
@Injectable()
export class DecideAwards {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldUndecided,
    private readonly awards: AwardStore,
    private readonly applications: ApplicationsFacade,
    private readonly records: RecordDecision,
  ) {}

  /**
   * @param seen the mark of the dry run that the officer saw
   * @throws DomainError `awards_decided`, `allocation_changed`, `ranking_in_doubt`, `ties_open`, `amounts_missing`, `wrong_state`
   */
  run(callId: string, seen: string | undefined, actor: Actor): Promise<AwardRow[]> {
    return this.tx.run(async () => {
      const draft = await this.holding.run(callId, actor);
      if (seen !== undefined && seen !== markOf(draft)) throw allocationChanged();
      if (draft.doubts > 0) throw rankingInDoubt(draft.doubts);
      if (draft.allocation.tiesAcrossTheLine.length > 0) throw tiesOpen(draft.allocation.tiesAcrossTheLine);
      if (draft.amountsMissing.length > 0) throw amountsMissing(draft.amountsMissing);
      await this.records.run(draft, actor);
      await this.keep(draft, actor);
      return (await this.awards.ofCall(callId)).map((award) => AwardRow.of(award));
    });
  }

  private async keep({ allocation, applications, call }: AllocationDraft, actor: Actor): Promise<void> {
    for (const placing of allocation.awards) {
      await this.awards.insert(awardOf(call, placing));
      await this.applications.recordOutcome(placing.applicationId, { kind: 'awarded', amountFen: placing.amountFen }, actor);
    }
    const queues = new Map<string, number>();
    for (const placed of allocation.reserve) {
      const { organisationId, categoryKey } = applications.get(placed.applicationId)!;
      // Each board has a reserve list of its own.
      const board = boardOf(call.rulebook, categoryKey)?.key ?? '';
      const position = (queues.get(board) ?? 0) + 1;
      queues.set(board, position);
      await this.awards.insert(waiting(call, { ...placed, organisationId, category: categoryKey }, position));
      await this.applications.recordOutcome(placed.applicationId, { kind: 'reserved', position }, actor);
    }
    for (const { applicationId, reason } of allocation.declined) {
      await this.applications.recordOutcome(applicationId, { kind: 'not_awarded', reason: inWords(reason, call.rulebook) }, actor);
    }
  }
}

type Whose = Pick<Placing, 'organisationId' | 'category'> & Placed;

const blank = (call: CallView, { applicationId, organisationId, category, rank, reason }: Whose): Award =>
  Object.assign(new Award(), {
    id: newId<string>(), callId: call.id, nodePath: call.nodePath, applicationId, organisationId, categoryKey: category, rank, reason, status: 'proposed' as const,
    amountFen: 0, seat: null, place: null, noticeId: null, publicityEndedAt: null, answerUntil: null, answeredAt: null, note: null, version: 1,
  });

const awardOf = (call: CallView, placing: Placing): Award => Object.assign(blank(call, placing), { amountFen: placing.amountFen, seat: placing.seat });

const waiting = (call: CallView, placed: Whose, place: number): Award => Object.assign(blank(call, placed), { status: 'reserve' as const, place });
