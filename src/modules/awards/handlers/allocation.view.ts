import { createHash } from 'node:crypto';
import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import type { CallView } from '#modules/calls';
import type { Award as Placing, OpenReservation, Placed } from '../domain/allocation/allocation.js';
import type { AllocationRule } from '../domain/allocation/allocation-rule.js';
import type { AwardAct } from '../domain/award.js';
import { committeeBounds } from '../domain/read-rule.js';
import type { AllocationDraft } from './allocation-draft.js';
import { categoryTitle, prizeOf, ReasonView } from './award.view.js';

export class AwardActView {
  @Shown({ enum: ['amount', 'tie'] }) kind: string;
  @Shown({ type: [String] }) applicationIds: string[];
  @Shown({ type: [String], description: '所涉项目，按所定次序 the projects in the order given' }) projects: string[];
  @Shown({ type: Number, nullable: true }) amountFen: number | null;
  @Shown() reason: string;
  @Shown({ type: String, nullable: true }) who: string | null;
  @Shown() at: Date;
  @Shown({ description: '仍然有效；排名更正后，此前所定的并列次序不再适用；同一项的金额以最后核定的为准 holds still: an order of equals does not outlive the ranking it was about, an amount not the next one for the same application' }) stands: boolean;
}

/** One application where the rule places it, and why. */
export class PlacedView {
  @Shown() applicationId: string;
  @Shown({ type: String, nullable: true }) number: string | null;
  @Shown() organisationName: string;
  @Shown() projectName: string;
  @Shown() categoryKey: string;
  @ShownSentence() category: Sentence;
  @Shown({ type: Number, nullable: true }) rank: number | null;
  @Shown({ type: String, nullable: true }) score: string | null;
  @Shown() requestedFen: number;
  @Shown({ type: ReasonView }) reason: ReasonView;
}

/** What the committee may fix for one project. */
export class AmountBoundsView {
  @Shown() minFen: number;
  @Shown() maxFen: number;
  @Shown({ description: '必须核定 it must be fixed' }) needed: boolean;
}

export class AllocatedView extends PlacedView {
  @Shown() amountFen: number;
  @Shown({ enum: ['reserved', 'open'] }) seat: string;
  @Shown({ description: '获资金池余额 got the rest of the pool' }) partial: boolean;
  @ShownSentence({ nullable: true }) prize: Sentence | null;
  @Shown({ type: AmountBoundsView, nullable: true }) bounds: AmountBoundsView | null;
}

/** Seats kept for categories, and how many of them are taken. */
export class SeatsView {
  @ShownSentence({ isArray: true }) categories: Sentence[];
  @Shown() seats: number;
  @Shown() taken: number;
}

export class SupplementaryView {
  @ShownSentence({ isArray: true }) categories: Sentence[];
  @Shown() seats: number;
}

/** 板块: the money of one board, and what the rule gives of it. */
export class BoardMoneyView {
  @Shown() key: string;
  @ShownSentence() title: Sentence;
  @Shown({ type: [String] }) categoryKeys: readonly string[];
  @Shown() poolFen: number;
  @Shown() grantedFen: number;
  @Shown() leftFen: number;
  @Shown({ type: Number, nullable: true }) maxAwards: number | null;
  @Shown() awards: number;
}

/** What the rule would give now: every application in one of the three lists, with its reason. */
export class AllocationView {
  @Shown() rankingId: string;
  @Shown() manifestHash: string;
  @Shown() rankedAt: Date;
  @Shown({ description: '排名经更正重新封存 the ranking took the place of an earlier one' }) rankedAnew: boolean;
  @Shown({ description: '试算的标记，确定立项时一并提交 names this dry run; sent along with the decision' }) mark: string;
  @Shown() poolFen: number;
  @Shown() grantedFen: number;
  @Shown() leftFen: number;
  @Shown({ type: Number, nullable: true, description: '立项总数上限 the most awards; null without a limit' }) maxAwards: number | null;
  @Shown({ type: [BoardMoneyView], description: '各板块的资金；无板块为空 the money of each board' }) boards: BoardMoneyView[];
  @Shown({ type: [SeatsView] }) seats: SeatsView[];
  @Shown({ type: [AllocatedView] }) awards: AllocatedView[];
  @Shown({ type: [PlacedView] }) reserve: PlacedView[];
  @Shown({ type: [PlacedView] }) declined: PlacedView[];
  @Shown({ type: [SupplementaryView] }) supplementary: SupplementaryView[];
  @Shown({ type: 'array', items: { type: 'array', items: { type: 'string' } }, description: '跨越入围线的并列组 groups of equals across the line' }) ties: readonly (readonly string[])[];
  @Shown({ type: 'array', items: { type: 'array', items: { type: 'string' } }, description: '已定次序的并列组 equals whom the committee has put in order' }) tiesSettled: readonly (readonly string[])[];
  @Shown({ type: [String] }) amountsMissing: readonly string[];
  @Shown({ type: [AwardActView] }) acts: AwardActView[];

  static of(draft: AllocationDraft, acts: readonly AwardAct[], nameOf: (actorId: string) => string | null): AllocationView {
    const { rankingId, manifestHash, rankedAt, rankedAnew, rule, allocation, amountsMissing, applications } = draft;
    return {
      rankingId, manifestHash, rankedAt, rankedAnew, mark: markOf(draft), poolFen: rule.poolFen, grantedFen: allocation.grantedFen, leftFen: allocation.leftFen, maxAwards: rule.maxAwards, boards: boardsOf(draft), seats: seatsOf(draft),
      awards: allocation.awards.map((award) => allocated(award, draft)), reserve: allocation.reserve.map((each) => placed(each, draft)), declined: allocation.declined.map((each) => placed(each, draft)),
      supplementary: allocation.supplementary.map((open: OpenReservation) => ({ categories: titlesOf(open.categories, draft), seats: open.seats })), ties: allocation.tiesAcrossTheLine, tiesSettled: draft.tiesSettled, amountsMissing,
      acts: acts.map(({ kind, applicationIds, amountFen, reason, actorId, at }, index) => ({
        kind, applicationIds, projects: applicationIds.map((id) => applications.get(id)?.projectName ?? ''), amountFen, reason, who: nameOf(actorId), at, stands: kind === 'amount' ? !isFollowed(applicationIds, acts.slice(index + 1)) : at >= rankedAt,
      })),
    };
  }
}

/** An amount holds until the next one for the same application. */
const isFollowed = ([applicationId]: readonly string[], later: readonly AwardAct[]): boolean =>
  later.some((act) => act.kind === 'amount' && act.applicationIds[0] === applicationId);

/** Names what a dry run came to: by which ranking, who is funded with how much, and who waits. SHA-256. */
export function markOf({ rankingId, allocation: { awards, reserve } }: AllocationDraft): string {
  const named = [rankingId, awards.map(({ applicationId, amountFen }) => [applicationId, amountFen]), reserve.map(({ applicationId }) => applicationId)];
  return createHash('sha256').update(JSON.stringify(named)).digest('hex');
}

const titlesOf = (keys: readonly string[], { call }: AllocationDraft): Sentence[] => keys.map((key) => categoryTitle(call, key));

function placed({ applicationId, rank, reason }: Placed, { applications, candidates, call }: AllocationDraft): PlacedView {
  const { number, organisationName, projectName, categoryKey, requestedFen } = applications.get(applicationId)!;
  const score = candidates.find((candidate) => candidate.applicationId === applicationId)?.total ?? null;
  return { applicationId, number, organisationName, projectName, categoryKey, category: categoryTitle(call, categoryKey), rank, score, requestedFen, reason: ReasonView.of(reason) };
}

function allocated(award: Placing, draft: AllocationDraft): AllocatedView {
  const view = placed(award, draft);
  const { amountFen, seat, partial, rank } = award;
  return { ...view, amountFen, seat: seat.kind, partial, prize: prizeOf(draft.call, rank), bounds: committeeBounds(draft.call.rulebook, view) };
}

const partsOf = ({ rule }: AllocationDraft): readonly { categories: readonly string[] | null; rule: AllocationRule }[] => rule.boards ?? [{ categories: null, rule }];

const seatsOf = (draft: AllocationDraft): SeatsView[] => partsOf(draft).flatMap(({ categories: held, rule }) => {
  const awards = draft.allocation.awards.filter(({ category }) => held === null || held.includes(category));
  return rule.reserved.map(({ categories, seats }, pool) => ({
    categories: titlesOf(categories, draft), seats, taken: awards.filter(({ seat }) => seat.kind === 'reserved' && seat.pool === pool).length,
  }));
});

const boardsOf = ({ rule, allocation, call }: AllocationDraft): BoardMoneyView[] => boardMoney(rule, call, allocation.awards);

/** What of each board's own money is given: one board's is nobody else's. */
export function boardMoney({ boards = [] }: AllocationRule, { rulebook }: Pick<CallView, 'rulebook'>, given: readonly { readonly category: string; readonly amountFen: number }[]): BoardMoneyView[] {
  return boards.map(({ key, categories, rule: { poolFen, maxAwards } }) => {
    const awards = given.filter(({ category }) => categories.includes(category));
    const grantedFen = awards.reduce((sum, { amountFen }) => sum + amountFen, 0);
    const { title } = rulebook.boards!.find((board) => board.key === key)!;
    return { key, title, categoryKeys: categories, poolFen, grantedFen, leftFen: poolFen - grantedFen, maxAwards, awards: awards.length };
  });
}
