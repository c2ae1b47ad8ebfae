import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { ApplicationsFacade } from '#modules/applications';
import { CallsFacade } from '#modules/calls';
import { alreadyDecided, amountNotOpen, amountOutside, amountsMissing, noSuchRound, notATie, tiesOpen } from '../awards.errors.js';
import { awards as mayAwardThere, reads } from '../awards.permissions.js';
import { Award, AwardAct, AwardRound } from '../domain/award.js';
import type { Award as Placing, Placed } from '../domain/allocation/allocation.js';
import { committeeBounds } from '../domain/read-rule.js';
import { AwardStore } from '../store/award.store.js';
import { DraftAllocation, type AllocationDraft } from './allocation-draft.js';
import { AllocationView, AwardRow } from './award.view.js';

type CommitteeWord = { kind: 'amount'; applicationIds: string[]; amountFen: number; reason: string } | { kind: 'tie'; applicationIds: string[]; amountFen?: undefined; reason: string };

/** The dry run, the committee's acts, and the decision that makes it final. */
@Injectable()
export class AllocateAwards {
  constructor(
    private readonly tx: Transaction,
    private readonly drafting: DraftAllocation,
    private readonly calls: CallsFacade,
    private readonly applications: ApplicationsFacade,
    private readonly awards: AwardStore,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  async preview(callId: string, actor: Actor): Promise<AllocationView> {
    const call = await this.calls.get(callId);
    if (!reads(actor, call)) throw noSuchRound();
    if (await this.awards.round(callId)) throw alreadyDecided();
    return AllocationView.of(await this.drafting.run(callId), await this.awards.acts(callId));
  }

  /** A sum for one project, or the order of equals, as the committee settled it. */
  record(callId: string, word: CommitteeWord, actor: Actor): Promise<AllocationView> {
    return this.tx.run(async () => {
      await this.holdOwn(callId, actor);
      const draft = await this.drafting.run(callId);
      insistOn(draft, word);
      const { kind, applicationIds, reason } = word;
      const act: AwardAct = { id: newId(), callId, kind, applicationIds, amountFen: word.amountFen ?? null, reason, actorId: actor.accountId, at: await this.time.now() };
      await this.awards.addAct(act);
      await this.audit.record({ action: `award.${kind}_settled`, subject: { kind: 'call', id: callId }, actor, facts: { applicationIds, amountFen: act.amountFen, reason } });
      return AllocationView.of(await this.drafting.run(callId), await this.awards.acts(callId));
    });
  }

  /** @throws DomainError `awards_decided`, `ties_open`, `amounts_missing`, `wrong_state` */
  decide(callId: string, actor: Actor): Promise<AwardRow[]> {
    return this.tx.run(async () => {
      await this.holdOwn(callId, actor);
      const draft = await this.drafting.run(callId);
      if (draft.allocation.tiesAcrossTheLine.length > 0) throw tiesOpen(draft.allocation.tiesAcrossTheLine);
      if (draft.amountsMissing.length > 0) throw amountsMissing(draft.amountsMissing);
      const { rankingId, manifestHash, rule, candidates, allocation, call } = draft;
      await this.awards.insertRound(Object.assign(new AwardRound(), {
        callId, nodePath: call.nodePath, rankingId, manifestHash, rulebookVersion: call.rulebookVersion, poolFen: rule.poolFen, rule,
        candidates: [...candidates], decidedBy: actor.accountId, decidedAt: await this.time.now(),
      }));
      await this.calls.move(callId, 'decided', actor, { rankingId, grantedFen: allocation.grantedFen });
      await this.keep(draft, actor);
      const facts = { rankingId, manifestHash, awards: allocation.awards.map(({ applicationId, amountFen }) => ({ applicationId, amountFen })), reserve: allocation.reserve.map(({ applicationId }) => applicationId) };
      await this.audit.record({ action: 'awards.decided', subject: { kind: 'call', id: callId }, actor, facts });
      return (await this.awards.ofCall(callId)).map((award) => AwardRow.of(award));
    });
  }

  private async keep({ allocation, call }: AllocationDraft, actor: Actor): Promise<void> {
    for (const placing of allocation.awards) {
      await this.awards.insert(awardOf(call, placing));
      await this.applications.recordOutcome(placing.applicationId, { kind: 'awarded', amountFen: placing.amountFen }, actor);
    }
    for (const [at, placed] of allocation.reserve.entries()) {
      const { organisationId, categoryKey } = await this.applications.get(placed.applicationId);
      await this.awards.insert(waiting(call, { ...placed, organisationId, category: categoryKey }, at + 1));
      await this.applications.recordOutcome(placed.applicationId, { kind: 'reserved', position: at + 1 }, actor);
    }
    for (const { applicationId, reason } of allocation.declined) {
      await this.applications.recordOutcome(applicationId, { kind: 'not_awarded', reason: reason.sentence }, actor);
    }
  }

  private async holdOwn(callId: string, actor: Actor): Promise<void> {
    const call = await this.calls.hold(callId);
    if (!mayAwardThere(actor, call)) throw noSuchRound();
    if (await this.awards.round(callId)) throw alreadyDecided();
  }
}

function insistOn({ call, applications, allocation }: AllocationDraft, { kind, applicationIds, amountFen }: CommitteeWord): void {
  if (kind === 'tie') {
    const asked = [...applicationIds].sort().join();
    if (!allocation.tiesAcrossTheLine.some((tie) => [...tie].sort().join() === asked)) throw notATie();
    return;
  }
  const application = applications.get(applicationIds[0]!);
  if (!application) throw noSuchRound();
  const bounds = committeeBounds(call.rulebook, application.requestedFen);
  if (!bounds) throw amountNotOpen();
  if (amountFen < bounds.minFen || amountFen > bounds.maxFen) throw amountOutside(bounds.minFen, bounds.maxFen);
}

type Whose = Pick<Placing, 'organisationId' | 'category'> & Placed;

const blank = (call: { id: string; nodePath: string }, { applicationId, organisationId, category, rank, reason }: Whose): Award =>
  Object.assign(new Award(), {
    id: newId<string>(), callId: call.id, nodePath: call.nodePath, applicationId, organisationId, categoryKey: category, rank, reason, status: 'proposed' as const,
    amountFen: 0, seat: null, place: null, noticeId: null, publicityEndedAt: null, answerUntil: null, answeredAt: null, note: null, version: 1,
  });

const awardOf = (call: { id: string; nodePath: string }, placing: Placing): Award => Object.assign(blank(call, placing), { amountFen: placing.amountFen, seat: placing.seat });

const waiting = (call: { id: string; nodePath: string }, placed: Whose, place: number): Award => Object.assign(blank(call, placed), { status: 'reserve' as const, place });
