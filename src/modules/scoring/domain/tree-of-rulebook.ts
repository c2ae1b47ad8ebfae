import type { Bonus, PreferenceRule, RankedBallot, Rulebook, ScoreBloc, ScoreStage, TieBreak } from '#modules/calls';
import type { AggregationRule, BallotBlocRule, BlocRule, BonusRule, ScoreTree, StageRule, TieBreakStep } from './score-tree/tree.js';

type Rules = Pick<Rulebook, 'scoring' | 'money' | 'boards'>;

/** The least sheets from which a highest and a lowest can be dropped and something is left. */
const LEAST_TO_TRIM = 3;

/** Under which source the value of a bloc that no judge fills is recorded. */
export const sourceOf = (stageKey: string, blocKey: string): string => `${stageKey}.${blocKey}`;
export const bonusSource = (bonusKey: string): string => `bonus.${bonusKey}`;

/** The rulebook's score tree in the words of the engine, whole or for one stage alone. */
export function treeOf({ scoring, money, boards }: Rules, onlyStage?: string): ScoreTree {
  const stages = scoring.stages.filter(({ key }) => onlyStage === undefined || key === onlyStage);
  const grouped = stages.some(({ normalise }) => normalise === 'group');
  return {
    method: 'qx-score-1', outOf: '100', combine: 'weighted',
    stages: stages.map((stage) => stageRule(stage, onlyStage === undefined ? stage.weight : 100, { pool: money.poolFen, boards })),
    bonuses: onlyStage === undefined ? scoring.bonuses.map(bonusRule) : [],
    ranking: { places: scoring.rounding.decimals, on: scoring.rankOn === 'exact' ? 'unrounded' : 'rounded', groups: grouped ? 'coefficient' : 'none' },
    tieBreak: scoring.tieBreak.filter((step) => onlyStage === undefined || !('stage' in step) || step.stage === onlyStage).map(tieStep),
  };
}

/** What there is to share out: of the call, and of each of its boards. */
interface Pools {
  readonly pool: number;
  readonly boards: Rules['boards'];
}

const stageRule = ({ key, blocs }: ScoreStage, weight: number, pools: Pools): StageRule => ({
  id: key, weight: String(weight), combine: 'weighted', blocs: blocs.map((bloc) => blocRule(key, bloc, pools)),
});

function blocRule(stageKey: string, { boards, ...bloc }: ScoreBloc, pools: Pools): BlocRule {
  // A bloc that judges some boards alone shares out their money alone.
  const poolFen = boards && pools.boards ? pools.boards.filter(({ key }) => boards.includes(key)).reduce((sum, board) => sum + board.poolFen, 0) : pools.pool;
  return { ...ruleOfBloc(stageKey, bloc, poolFen), ...(boards ? { boards } : {}) };
}

function ruleOfBloc(stageKey: string, { key, kind, weight, criteria, aggregation, panel }: ScoreBloc, poolFen: number): BlocRule {
  if (kind === 'external') {
    const max = String(criteria.reduce((sum, criterion) => sum + criterion.max, 0));
    return { kind: 'outside', id: key, weight: String(weight), source: sourceOf(stageKey, key), normalise: { by: 'points', max }, whenAbsent: 'not-rankable' };
  }
  if (aggregation.method === 'ranked_ballot') return ballotRule(key, String(weight), aggregation, { quorum: panel.quorum, poolFen });
  return {
    kind: 'judges', id: key, weight: String(weight), quorum: panel.quorum, missing: 'block',
    criteria: criteria.map((criterion) => ({ id: criterion.key, max: String(criterion.max), weight: String(criterion.weight) })),
    aggregate: aggregationRule(aggregation),
  };
}

function ballotRule(id: string, weight: string, { count, seats }: RankedBallot, { quorum, poolFen }: { quorum: number; poolFen: number }): BallotBlocRule {
  const rule: BallotBlocRule = { kind: 'ballot', id, weight, quorum, missing: 'block', count: count === 'equal_shares' ? 'equal-shares' : count };
  if (count === 'stv') return { ...rule, seats: seats ?? 1 };
  return count === 'equal_shares' ? { ...rule, poolFen } : rule;
}

const aggregationRule = (aggregation: Exclude<ScoreBloc['aggregation'], RankedBallot>): AggregationRule =>
  aggregation.method === 'trimmed_mean' ? { kind: 'trimmed-mean', threshold: aggregation.threshold, minimum: LEAST_TO_TRIM } : { kind: aggregation.method };

const bonusRule = ({ key, max }: Bonus): BonusRule => ({ id: key, source: bonusSource(key), max: String(max), normalise: { by: 'points', max: String(max) } });

function tieStep(step: TieBreak): TieBreakStep {
  switch (step.by) {
    case 'stage': return { by: 'stage', stageId: step.stage };
    case 'criterion': return { by: 'criterion', stageId: step.stage, blocId: step.bloc, criterionId: step.criterion };
    case 'preference': return { by: 'preference-points' };
    case 'lower_request': return { by: 'requested-amount', prefer: 'lower' };
    case 'earlier_submission': return { by: 'earlier-submission' };
    case 'lot': return { by: 'lot' };
    case 'committee_vote': return { by: 'committee' };
  }
}

/** Points of the preferences met among those that a bonus names. */
export function bonusPoints(bonus: Bonus, preferences: readonly PreferenceRule[], met: readonly string[]): string {
  const points = preferences.filter(({ key }) => bonus.preferences.includes(key) && met.includes(key)).reduce((sum, { points: each }) => sum + each, 0);
  return String(Math.min(points, bonus.max));
}

/** How many preferences are met: what 同等条件下优先 compares. */
export const preferenceCount = (preferences: readonly PreferenceRule[], met: readonly string[]): string =>
  String(preferences.filter(({ key }) => met.includes(key)).length);
