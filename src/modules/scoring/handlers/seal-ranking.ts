import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { say, type Sentence } from '#libs/errors';
import { Events } from '#libs/events';
import { ApplicationsFacade, type RankedRow } from '#modules/applications';
import { boardOf, type CallView } from '#modules/calls';
import { cutStage } from '../domain/cut-stage.js';
import { sealRanking } from '../domain/ranking-manifest.js';
import { openTies, withOrders, type OpenTie } from '../domain/score-tree/open-ties.js';
import { rankApplications } from '../domain/score-tree/rank-applications.js';
import type { RankedApplication, Remark } from '../domain/score-tree/ranking.js';
import { SealedRankingRow, type ScoreStageRound } from '../domain/score-sheet.js';
import { drawsFor, ordersOf, type TieDecision } from '../domain/tie-decision.js';
import { treeOf } from '../domain/tree-of-rulebook.js';
import { notRankable, stageClosed } from '../scoring.errors.js';
import { RankingSealed } from '../scoring.events.js';
import { PanelStore } from '../store/panel.store.js';
import { SheetStore } from '../store/sheet.store.js';
import { TieStore } from '../store/tie.store.js';
import { GatherScores, type Gathered } from './gather-scores.js';
import { HoldStage, isLast } from './hold-stage.js';

/** Computes a ranking and refuses while anything is lacking. */
@Injectable()
export class ComputeRanking {
  constructor(
    private readonly gather: GatherScores,
    private readonly ties: TieStore,
  ) {}

  /** @param stageKey of one stage alone; null for the round, over all its stages */
  async run(call: CallView, round: ScoreStageRound, stageKey: string | null): Promise<ComputedRanking> {
    const stageKeys = call.rulebook.scoring.stages.map(({ key }) => key).filter((key) => stageKey === null || key === stageKey);
    const gathered = await this.gather.of(call, round.applicationIds, stageKeys);
    const tree = treeOf(call.rulebook, stageKey ?? undefined);
    const bare = { applications: gathered.scored };
    // Equals at the end of a stage that is not the last go on together: only the final ranking is settled.
    const decisions = stageKey === null ? await this.ties.ofCall(call.id) : [];
    const { scores, unsettled } = stageKey === null ? withOrders(tree, bare, ordersOf(decisions)) : { scores: bare, unsettled: [] };
    const { results } = rankApplications(tree, scores);
    const lacking = results.flatMap(({ applicationId, notRankable: reasons }) => reasons.map((reason): Remark => ({ ...reason, facts: { ...reason.facts, applicationId } })));
    const drawn = new Set(scores.applications.filter(({ lot }) => lot !== undefined).map(({ id }) => id));
    return {
      gathered, results, decisions, ties: lacking.length > 0 || stageKey !== null ? [] : openTies(tree, bare),
      gaps: lacking.length > 0 ? lacking : unsettled.filter(({ way }) => way === 'lot').map(lotDue),
      sealed: () => sealRanking(tree, scores, (judgeId) => gathered.aliases.get(judgeId)!, drawsFor(decisions, drawn)),
    };
  }
}

/** What the scores come to as they stand. */
export interface ComputedRanking {
  readonly gathered: Gathered;
  readonly results: readonly RankedApplication[];
  /** What stands against sealing. */
  readonly gaps: readonly Remark[];
  /** Equals that come to a lot or to the committee, settled or not; known only once every sheet is in. */
  readonly ties: readonly OpenTie[];
  readonly decisions: readonly TieDecision[];
  readonly sealed: () => { json: string; sha256: string };
}

/** The rule says that a lot decides: it cannot be passed over. */
const lotDue = ({ applicationIds }: OpenTie): Remark => ({
  code: 'score.lot_due', facts: { count: applicationIds.length },
  sentence: say('{count} 个申报同分，公布的规则只剩抽签可以区分先后，请先抽签', '{count} applications are equal and by the declared chain only a lot can part them: draw it first'),
});

/** Writes a sealed ranking down and closes its stage. */
@Injectable()
export class RecordSealing {
  constructor(
    private readonly panels: PanelStore,
    private readonly sheets: SheetStore,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
    private readonly events: Events,
  ) {}

  async run(round: ScoreStageRound, stageKey: string | null, { json, sha256 }: { json: string; sha256: string }, actor: Actor): Promise<SealedRankingRow> {
    const sealedAt = await this.time.now();
    const { callId } = round;
    const ranking = Object.assign(new SealedRankingRow(), { id: newId<string>(), callId, stageKey, manifest: json, hash: sha256, sealedBy: actor.accountId, sealedAt });
    await this.sheets.addRanking(ranking);
    // One that is corrected is sealed already, and stays so.
    if (round.status === 'open') await this.panels.saveStage(Object.assign(round, { status: 'sealed', sealedAt }));
    await this.audit.record({ action: 'ranking.sealed', subject: { kind: 'call', id: callId }, actor, facts: { rankingId: ranking.id, stageKey, hash: sha256 } });
    await this.events.tell(RankingSealed, { callId, rankingId: ranking.id, stageKey });
    return ranking;
  }
}

const ABSENT = say('未到场，视为放弃', 'Did not attend: forfeited');

/** Tells the applications what a ranking means for them. */
@Injectable()
export class HandOver {
  constructor(
    private readonly records: RecordSealing,
    private readonly applications: ApplicationsFacade,
  ) {}

  async final(round: ScoreStageRound, { results, gathered, sealed }: ComputedRanking, actor: Actor): Promise<SealedRankingRow> {
    const ranking = await this.records.run(round, null, sealed(), actor);
    const rows: RankedRow[] = [
      ...results.map(({ applicationId, rank, total }) => ({ applicationId, rank, score: total })),
      ...[...gathered.forfeited.keys()].map((applicationId) => ({ applicationId, rank: null, score: null, reason: ABSENT satisfies Sentence })),
    ];
    await this.applications.recordRanking(round.callId, { rankingId: ranking.id, manifestHash: ranking.hash, rows }, actor);
    return ranking;
  }

  /** Who goes on to the next stage by the rulebook's cut. */
  goingOn(call: CallView, round: ScoreStageRound, computed: ComputedRanking): readonly string[] {
    return this.cut(call, round, computed).advanced;
  }

  /** Seals a stage anew where nothing follows from it for anybody. */
  again(round: ScoreStageRound, { sealed }: ComputedRanking, actor: Actor): Promise<SealedRankingRow> {
    return this.records.run(round, round.stageKey, sealed(), actor);
  }

  async stage(call: CallView, round: ScoreStageRound, computed: ComputedRanking, actor: Actor): Promise<SealedRankingRow> {
    const ranking = await this.again(round, computed, actor);
    const outcome = this.cut(call, round, computed);
    const stopped = [...outcome.stopped, ...computed.gathered.forfeited.keys()];
    await this.applications.recordStageResult(round.callId, { stageKey: round.stageKey, rankingId: ranking.id, advanced: outcome.advanced, stopped }, actor);
    return ranking;
  }

  private cut(call: CallView, { stageKey }: ScoreStageRound, { results, gathered }: ComputedRanking): ReturnType<typeof cutStage> {
    return cutAt(call, stageKey, results, new Map(gathered.applications.map(({ id, categoryKey }) => [id, categoryKey])));
  }
}

/** Who goes on from a stage by the rulebook's cut. @param category keys of categories by application */
export function cutAt({ rulebook }: CallView, stageKey: string, results: readonly RankedApplication[], category: ReadonlyMap<string, string>): ReturnType<typeof cutStage> {
  const callStage = rulebook.scoring.stages.find(({ key }) => key === stageKey)!.stage;
  const { cut } = rulebook.stages.find(({ key }) => key === callStage)!;
  return cutStage(results.map(({ applicationId, rank, total }) => ({ applicationId, rank, score: total, category: category.get(applicationId)!, board: boardOf(rulebook, category.get(applicationId)!)?.key })), cut);
}

/** An officer closes a stage: the ranking is sealed as a manifest, and who goes on follows from the rulebook alone. */
@Injectable()
export class SealStage {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldStage,
    private readonly panels: PanelStore,
    private readonly computing: ComputeRanking,
    private readonly handing: HandOver,
  ) {}

  /** @throws DomainError `stage_not_open`, `not_rankable` naming every gap */
  run(callId: string, stageKey: string, actor: Actor): Promise<SealedRankingRow> {
    return this.tx.run(async () => {
      const call = await this.holding.call(callId, actor);
      this.holding.stage(call, stageKey);
      const round = await this.panels.lockStage(callId, stageKey);
      if (round?.status !== 'open') throw stageClosed();
      const last = isLast(call, stageKey);
      const computed = await this.computing.run(call, round, last ? null : stageKey);
      if (computed.gaps.length > 0) throw notRankable(computed.gaps);
      return last ? this.handing.final(round, computed, actor) : this.handing.stage(call, round, computed, actor);
    });
  }
}
