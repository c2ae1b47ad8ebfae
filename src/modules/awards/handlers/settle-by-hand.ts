import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { CallsFacade } from '#modules/calls';
import { alreadyDecided, amountNotOpen, amountOutside, noSuchRound, notATie } from '../awards.errors.js';
import { awards as mayAwardThere } from '../awards.permissions.js';
import type { AwardAct } from '../domain/award.js';
import { committeeBounds } from '../domain/read-rule.js';
import { AwardStore } from '../store/award.store.js';
import { DraftAllocation, groupOf, type AllocationDraft } from './allocation-draft.js';
import type { AllocationView } from './allocation.view.js';
import { PreviewAllocation } from './preview-allocation.js';

type CommitteeWord = { kind: 'amount'; applicationIds: string[]; amountFen: number; reason: string } | { kind: 'tie'; applicationIds: string[]; amountFen?: undefined; reason: string };

/** A call that is still to be decided, locked for an officer of the place. */
@Injectable()
export class HoldUndecided {
  constructor(
    private readonly calls: CallsFacade,
    private readonly awards: AwardStore,
    private readonly drafting: DraftAllocation,
  ) {}

  /** @throws DomainError `call_absent`, `awards_decided`, `ranking_missing` */
  async run(callId: string, actor: Actor): Promise<AllocationDraft> {
    const call = await this.calls.hold(callId);
    if (!mayAwardThere(actor, call)) throw noSuchRound();
    if (await this.awards.round(callId)) throw alreadyDecided();
    return this.drafting.run(callId, true);
  }
}

/** Puts a committee's act on record. */
@Injectable()
export class RecordAct {
  constructor(
    private readonly awards: AwardStore,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  async run(callId: string, word: CommitteeWord, actor: Actor): Promise<void> {
    const { kind, applicationIds, reason } = word;
    const amountFen = word.amountFen ?? null;
    const act: AwardAct = { id: newId(), callId, kind, applicationIds, amountFen, reason, actorId: actor.accountId, at: await this.time.now() };
    await this.awards.addAct(act);
    await this.audit.record({ action: `award.${kind}_settled`, subject: { kind: 'call', id: callId }, actor, facts: { applicationIds, amountFen, reason } });
  }
}

/** A sum for one project, or the order of equals, as the committee settled it. */
@Injectable()
export class SettleByHand {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldUndecided,
    private readonly records: RecordAct,
    private readonly preview: PreviewAllocation,
  ) {}

  /** @throws DomainError `not_a_tie`, `amount_not_open`, `amount_outside` */
  run(callId: string, word: CommitteeWord, actor: Actor): Promise<AllocationView> {
    return this.tx.run(async () => {
      insistOn(await this.holding.run(callId, actor), word);
      await this.records.run(callId, word, actor);
      return this.preview.view(callId);
    });
  }
}

function insistOn(draft: AllocationDraft, word: CommitteeWord): void {
  if (word.kind === 'tie') insistOnTie(draft, word.applicationIds);
  else insistOnAmount(draft, word.applicationIds[0]!, word.amountFen);
}

/** Equals across the line, or a group that was put in order before: until the decision the committee may think again. */
function insistOnTie({ allocation, tiesSettled }: AllocationDraft, applicationIds: readonly string[]): void {
  const asked = groupOf(applicationIds);
  if (![...allocation.tiesAcrossTheLine, ...tiesSettled].some((tie) => groupOf(tie) === asked)) throw notATie();
}

function insistOnAmount({ applications, call }: AllocationDraft, applicationId: string, amountFen: number): void {
  const application = applications.get(applicationId);
  if (!application) throw noSuchRound();
  const bounds = committeeBounds(call.rulebook, application);
  if (!bounds) throw amountNotOpen();
  if (amountFen < bounds.minFen || amountFen > bounds.maxFen) throw amountOutside(bounds.minFen, bounds.maxFen);
}
