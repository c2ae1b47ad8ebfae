import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { DomainError, say, type Sentence } from '#libs/errors';
import { ApplicationsFacade } from '#modules/applications';
import type { CallView } from '#modules/calls';
import { DocumentsFacade, type DocumentView } from '#modules/documents';
import { IdentityFacade } from '#modules/identity';
import type { ScoreStageRound } from '../domain/score-sheet.js';
import { sameSet, type OpenTie } from '../domain/score-tree/open-ties.js';
import { lotSeed, type TieDecision } from '../domain/tie-decision.js';
import { treeOf } from '../domain/tree-of-rulebook.js';
import { runs } from '../scoring.permissions.js';
import { PanelStore } from '../store/panel.store.js';
import { TieStore } from '../store/tie.store.js';
import { stepSentence } from './explain-ranking.js';
import { HoldStage } from './hold-stage.js';
import { ComputeRanking, type ComputedRanking } from './seal-ranking.js';
import type { EqualView, OpenTieView, TieBoardView, TieDecisionView } from './ties.view.js';

/** Everything that names what a decision is about. */
interface Known {
  readonly equals: ReadonlyMap<string, EqualView>;
  readonly names: ReadonlyMap<string, string>;
  readonly minutes: ReadonlyMap<string, DocumentView>;
}

/** Names projects, people and minutes. */
@Injectable()
export class NameEquals {
  constructor(
    private readonly applications: ApplicationsFacade,
    private readonly identity: IdentityFacade,
    private readonly documents: DocumentsFacade,
  ) {}

  async of(applicationIds: readonly string[], decisions: readonly TieDecision[]): Promise<Known> {
    const [applications, names, minutes] = await Promise.all([
      this.applications.many([...new Set([...applicationIds, ...decisions.flatMap((one) => one.applicationIds)])]),
      this.identity.names([...new Set(decisions.flatMap(({ recordedBy, settledBy }) => [recordedBy, settledBy]))].filter((id) => id !== null)),
      this.documents.many(decisions.flatMap(({ minutesId }) => minutesId ?? [])),
    ]);
    const equals = applications.map(({ id, number, projectName, organisationName }): [string, EqualView] => [id, { applicationId: id, number: number!, projectName, organisationName }]);
    return { equals: new Map(equals), names, minutes: new Map(minutes.map((one) => [one.id, one])) };
  }
}

const NOT_BEGUN = say('最后一个评分环节尚未开始', 'The last stage of scoring has not begun');
const SHEETS_DUE = say('评分还没有全部提交；在此之前不显示是否同分', 'Sheets are still due; until they are in, nothing is told of ties');

/** Equals of the final ranking, every declared step that left them equal, and how they were or can be put in order. */
@Injectable()
export class ReadTies {
  constructor(
    private readonly holding: HoldStage,
    private readonly panels: PanelStore,
    private readonly computing: ComputeRanking,
    private readonly ties: TieStore,
    private readonly naming: NameEquals,
  ) {}

  async run(callId: string, actor: Actor): Promise<TieBoardView> {
    const call = await this.holding.call(callId, actor, 'watch');
    const round = await this.panels.stage(callId, call.rulebook.scoring.stages.at(-1)!.key);
    const decisions = await this.ties.ofCall(callId);
    const { ties, waitsFor } = await this.standing(call, round);
    const known = await this.naming.of(ties.flatMap(({ applicationIds }) => applicationIds), decisions);
    const mine = runs(actor, call);
    const view = (decision: TieDecision, past = false) => decisionOf(decision, known, { past, decidable: mine && round?.status === 'open' && decision.recordedBy !== actor.accountId });
    const live = ties.map((tie) => decisions.find((one) => one.granted !== false && one.way === tie.way && sameSet(one.applicationIds, tie.applicationIds)));
    return {
      open: round?.status === 'open', mine, waitsFor, chain: treeOf(call.rulebook).tieBreak.map((step) => stepSentence(step, call.rulebook)),
      ties: ties.map((tie, at): OpenTieView => ({ ...tieOf(tie, call, known), value: round?.status === 'sealed' ? tie.value : null, decision: live[at] ? view(live[at]) : null })),
      past: decisions.filter((one) => !live.includes(one)).map((one) => view(one, waitsFor === null && one.granted !== false)),
    };
  }

  private async standing(call: CallView, round: ScoreStageRound | null): Promise<{ ties: readonly OpenTie[]; waitsFor: Sentence | null }> {
    if (!round) return { ties: [], waitsFor: NOT_BEGUN };
    const computed = await this.compute(call, round);
    const lacking = computed === null || computed.gaps.some(({ code }) => code !== 'score.lot_due');
    return { ties: computed?.ties ?? [], waitsFor: lacking ? SHEETS_DUE : null };
  }

  /** Null while the scores cannot even be added up. */
  private async compute(call: CallView, round: ScoreStageRound): Promise<ComputedRanking | null> {
    try {
      return await this.computing.run(call, round, null);
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
  }
}

const tieOf = ({ way, applicationIds, steps }: OpenTie, { rulebook }: CallView, { equals }: Known): Omit<OpenTieView, 'value' | 'decision'> => ({
  way, equals: applicationIds.map((id) => equals.get(id)!), steps: steps.map(({ step, outcome }) => ({ sentence: stepSentence(step, rulebook), outcome })),
});

function stateOf({ way, granted }: TieDecision, past: boolean): string {
  if (past) return 'past';
  if (granted !== null) return granted ? 'settled' : 'refused';
  return way === 'lot' ? 'fixed' : 'waits';
}

function decisionOf(decision: TieDecision, { equals, names, minutes }: Known, { past, decidable }: { past: boolean; decidable: boolean }): TieDecisionView {
  const { id, way, grounds, recordedAt, settledAt, note, applicationIds, orderedIds, granted } = decision;
  const named = (accountId: string) => names.get(accountId) ?? '';
  return {
    id, way, state: stateOf(decision, past), grounds, recordedAt, settledAt, note, ...revealedOf(decision), minutes: minutes.get(decision.minutesId ?? '') ?? null,
    equals: (orderedIds ?? applicationIds).map((one) => equals.get(one)!), ordered: orderedIds !== null,
    recordedBy: named(decision.recordedBy), settledBy: decision.settledBy && named(decision.settledBy), decidable: decidable && way === 'committee' && granted === null,
  };
}

/** The secret and the seed are told once the public number is out. */
function revealedOf({ commitment, publicValue, secret }: TieDecision): Pick<TieDecisionView, 'commitment' | 'publicValue' | 'secret' | 'seed'> {
  return publicValue === null ? { commitment, publicValue, secret: null, seed: null } : { commitment, publicValue, secret, seed: lotSeed(secret!, publicValue) };
}
