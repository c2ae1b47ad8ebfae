import { scoreBloc, scoreBonus } from './bloc-score.js';
import type { BlocOutcome, Field } from './bloc-score.js';
import type { ApplicationBreakdown, Remark, StageBreakdown } from './ranking.js';
import { Ratio } from './ratio.js';
import type { ScoredApplication } from './sheets.js';
import type { Combination, ScoreTree, StageRule } from './tree.js';

const HUNDRED = Ratio.of(100);

/** An application's unrounded total and every figure beneath it, keyed `stage`, `stage/bloc`, `stage/bloc/criterion`. */
export interface ApplicationScore {
  readonly application: ScoredApplication;
  readonly total: Ratio | null;
  readonly nodes: ReadonlyMap<string, Ratio>;
  readonly reasons: readonly Remark[];
  readonly breakdown: ApplicationBreakdown;
}

export function scoreApplication(tree: ScoreTree, application: ScoredApplication, field: Field): ApplicationScore {
  const nodes = new Map<string, Ratio>();
  const reasons: Remark[] = [];
  const stages: StageBreakdown[] = [];
  const parts: Weighted[] = [];
  for (const whole of tree.stages) {
    const rule = { ...whole, blocs: whole.blocs.filter(({ boards }) => boards === undefined || boards.includes(application.boardId ?? '')) };
    const blocs = rule.blocs.map((bloc) => scoreBloc(rule.id, bloc, application, field));
    const score = stageScore(rule, blocs);
    recordNodes(nodes, rule, blocs, score);
    reasons.push(...blocs.flatMap((bloc) => bloc.reasons));
    parts.push({ weight: rule.weight, score });
    stages.push({
      id: rule.id,
      weight: rule.weight,
      score: score?.shown() ?? null,
      blocs: blocs.map((bloc) => bloc.breakdown),
    });
  }
  const bonuses = tree.bonuses.map((bonus) => scoreBonus(bonus, application, field));
  const combined = combine(tree.combine, parts);
  return {
    application,
    total: combined ? Ratio.sum([combined, ...bonuses.map((bonus) => bonus.score)]) : null,
    nodes,
    reasons,
    breakdown: { stages, bonuses: bonuses.map((bonus) => bonus.breakdown) },
  };
}

interface Weighted {
  readonly weight: string;
  readonly score: Ratio | null;
}

/** Null as soon as one part has no score: a gap is never read as zero. */
function combine(combination: Combination, parts: readonly Weighted[]): Ratio | null {
  const scores: Ratio[] = [];
  for (const { weight, score } of parts) {
    if (!score) return null;
    scores.push(combination === 'sum' ? score : score.times(Ratio.parse(weight)).over(HUNDRED));
  }
  return Ratio.sum(scores);
}

function stageScore(rule: StageRule, blocs: readonly BlocOutcome[]): Ratio | null {
  const parts = rule.blocs.map((bloc, at) => ({ weight: bloc.weight, score: blocs[at]!.score }));
  const score = combine(rule.combine, parts);
  if (!score || rule.announcedPlaces === undefined) return score;
  return Ratio.parse(score.round(rule.announcedPlaces));
}

function recordNodes(
  nodes: Map<string, Ratio>,
  rule: StageRule,
  blocs: readonly BlocOutcome[],
  score: Ratio | null,
): void {
  if (score) nodes.set(rule.id, score);
  rule.blocs.forEach((bloc, at) => {
    const outcome = blocs[at]!;
    if (outcome.score) nodes.set(`${rule.id}/${bloc.id}`, outcome.score);
    for (const [criterionId, value] of outcome.byCriterion) nodes.set(`${rule.id}/${bloc.id}/${criterionId}`, value);
  });
}
