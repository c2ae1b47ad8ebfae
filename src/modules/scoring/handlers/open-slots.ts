import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { invalid, refused, say, type DomainError } from '#libs/errors';
import { ApplicationsFacade, type ApplicationView } from '#modules/applications';
import { boardOf, countsIn, type CallView, type ScoreBloc } from '#modules/calls';
import { newSecret } from '#modules/identity';
import { isBallot } from '../domain/ballots/ballot-sheet.js';
import type { HeldSlot } from '../domain/review-slots/count-slots.js';
import { hashOfToken, ReviewSlot, type SlotId } from '../domain/review-slots/review-slot.js';
import type { ScoreStageRound } from '../domain/score-sheet.js';
import { sheetTotal } from '../domain/sheet-total.js';
import { stageClosed } from '../scoring.errors.js';
import { PanelStore } from '../store/panel.store.js';
import { SlotStore } from '../store/slot.store.js';
import { HoldStage, isLive } from './hold-stage.js';
import type { BlocSlotsView, OpenedSlotView, ReviewSlotView } from './slot.view.js';

export interface BlocPlace {
  readonly callId: string;
  readonly stageKey: string;
  readonly blocKey: string;
}

/** A link that is good for longer than a stage lasts is a link that is forgotten. */
const LONGEST_DAYS = 60;
const DAY_MS = 86_400_000;

/** One bloc with its slots, for an officer of its place. */
@Injectable()
export class HoldBlocSlots {
  constructor(
    private readonly holding: HoldStage,
    private readonly panels: PanelStore,
    private readonly slots: SlotStore,
    private readonly time: DatabaseTime,
  ) {}

  async run({ callId, stageKey, blocKey }: BlocPlace, actor: Actor, purpose: 'run' | 'watch'): Promise<{ call: CallView; bloc: ScoreBloc; round: ScoreStageRound | null; held: HeldSlot[]; now: Date; refusal: DomainError | null }> {
    const call = await this.holding.call(callId, actor, purpose);
    const bloc = this.holding.bloc(call, stageKey, blocKey);
    const round = await (purpose === 'run' ? this.panels.holdStage(callId, stageKey) : this.panels.stage(callId, stageKey));
    const held = (await this.slots.ofCall(callId, [stageKey])).filter(({ slot }) => slot.blocKey === blocKey);
    return { call, bloc, round, held, now: await this.time.now(), refusal: this.refusal(call, stageKey, bloc, round) };
  }

  private refusal(call: CallView, stageKey: string, bloc: ScoreBloc, round: ScoreStageRound | null): DomainError | null {
    if (!bloc.anonymousSlots) return refused('no_anonymous_slots', say('规则书没有为该评分组设匿名评审', 'The rulebook has no anonymous reviews for this panel'));
    if (isBallot(bloc)) return refused('slots_not_ballots', say('排序投票的评分组不设匿名评审', 'There are no anonymous reviews where judges vote by ranked ballot'));
    if (isLive(call, this.holding.stage(call, stageKey))) return refused('slots_not_live', say('路演现场评分不设匿名评审', 'There are no anonymous reviews of a live presentation'));
    return round?.status === 'open' ? null : stageClosed();
  }
}

/** Slots that can still become a sheet, or are one: those that are over make room for another. */
const taken = (held: readonly HeldSlot[], applicationId: string, now: Date): number =>
  held.filter(({ slot, sheet }) => slot.applicationId === applicationId && ['waiting', 'reading', 'handed_in'].includes(slot.standing(sheet, now))).length;

/** An officer opens slots for an application; each link is told her once, to be given on by hand. It opens nothing without the code of a second person. */
@Injectable()
export class OpenSlots {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldBlocSlots,
    private readonly slots: SlotStore,
    private readonly applications: ApplicationsFacade,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `no_anonymous_slots`, `slots_not_ballots`, `slots_not_live`, `stage_not_open`, `not_judged_here`, `slots_exceeded`, `slot_until_off` */
  run(place: BlocPlace, { applicationId, count, until }: { applicationId: string; count: number; until: Date }, actor: Actor): Promise<OpenedSlotView[]> {
    return this.tx.run(async () => {
      const { call, bloc, round, held, now, refusal } = await this.holding.run(place, actor, 'run');
      if (refusal) throw refusal;
      const application = await this.judged(applicationId, round!, call, bloc);
      const left = bloc.anonymousSlots!.most - taken(held, applicationId, now);
      if (count > left) throw refused('slots_exceeded', say('规则书规定每项申报最多 {most} 份匿名评审，还可开放 {left} 份', 'The rulebook allows {most} anonymous reviews of an application; {left} more may be opened'), { most: bloc.anonymousSlots!.most, left });
      if (until <= now || until.getTime() > now.getTime() + LONGEST_DAYS * DAY_MS) throw invalid('slot_until_off', say('链接的截止时间须在今后 {days} 天之内', 'The link ends within the next {days} days'), { days: LONGEST_DAYS });
      const opened: OpenedSlotView[] = [];
      for (let at = 1; at <= count; at += 1) opened.push(await this.open({ ...place, application, until, now, alias: `匿名${held.length + at}` }, actor));
      return opened;
    });
  }

  /** One that is judged elsewhere is told from one that never was by nothing. */
  private async judged(id: string, { applicationIds }: ScoreStageRound, { rulebook }: CallView, bloc: ScoreBloc): Promise<ApplicationView> {
    const application = applicationIds.includes(id) ? await this.applications.get(id) : null;
    if (!application || !countsIn(bloc, boardOf(rulebook, application.categoryKey))) throw refused('not_judged_here', say('该申报不在本环节评审', 'This application is not judged in this stage'));
    return application;
  }

  private async open({ callId, stageKey, blocKey, application, until, now, alias }: BlocPlace & { application: ApplicationView; until: Date; now: Date; alias: string }, actor: Actor): Promise<OpenedSlotView> {
    const token = newSecret();
    const slot = Object.assign(new ReviewSlot(), {
      id: newId<SlotId>(), callId, stageKey, blocKey, applicationId: application.id, alias, tokenHash: hashOfToken(token), until, openedBy: actor.accountId, openedAt: now,
      revokedBy: null, revokedAt: null, revokedWhy: null, verdict: null, codeHash: null, codeGivenBy: null, codeGivenAt: null,
    });
    await this.slots.insert(slot);
    await this.audit.record({ action: 'slot.opened', subject: { kind: 'review_slot', id: slot.id }, actor, facts: { applicationId: application.id, alias, until: until.toISOString() } });
    return { id: slot.id, alias, applicationId: application.id, number: application.number!, until, token };
  }
}

/** What staff see of the slots of a bloc. */
@Injectable()
export class ReadSlots {
  constructor(
    private readonly holding: HoldBlocSlots,
    private readonly applications: ApplicationsFacade,
  ) {}

  async run(place: BlocPlace, actor: Actor): Promise<BlocSlotsView> {
    const { bloc, round, held, now, refusal } = await this.holding.run(place, actor, 'watch');
    const { most, counts } = bloc.anonymousSlots ?? { most: 0, counts: false };
    const known = new Map((await this.applications.many(round?.applicationIds ?? [])).map((one) => [one.id, one]));
    const named = [...known.values()].sort((a, b) => (a.number! < b.number! ? -1 : 1));
    return {
      most, counts, refusal: refusal?.sentence ?? null,
      choices: named.map(({ id, number, projectName }) => ({ applicationId: id, number: number!, projectName, left: Math.max(0, most - taken(held, id, now)) })),
      slots: held.map((one) => ({ ...slotOf(one, known.get(one.slot.applicationId), { bloc, now, sealed: round?.status === 'sealed' }), ...codeOf(one.slot, actor) })),
    };
  }
}

const codeOf = ({ openedBy, codeHash }: ReviewSlot, actor: Actor): Pick<ReviewSlotView, 'coded' | 'openedByMe'> => ({ coded: codeHash !== null, openedByMe: openedBy === actor.accountId });

function slotOf({ slot, sheet }: HeldSlot, application: ApplicationView | undefined, { bloc, now, sealed }: { bloc: ScoreBloc; now: Date; sealed: boolean }): Omit<ReviewSlotView, 'coded' | 'openedByMe'> {
  const { id, alias, applicationId, until, revokedWhy } = slot;
  const standing = slot.standing(sheet, now);
  const opinion = sealed && standing === 'handed_in' ? { total: sheetTotal(bloc, sheet!.entries), comment: sheet!.comment } : null;
  return { id, alias, applicationId, number: application?.number ?? '', projectName: application?.projectName ?? '', until, standing, revokedWhy, opinion };
}
