import type { ApplicationScore } from './application-score.js';
import type { Tie } from './ranking.js';
import { Ratio } from './ratio.js';
import { breakTie } from './ties.js';
import type { ScoreTree } from './tree.js';

export interface Standing {
  readonly score: ApplicationScore;
  readonly rank: number;
  readonly shared: number;
}

/** Who stands where on `figure`, best first; equals share the better rank and the next rank is skipped (1, 2, 2, 4). */
export function standings(
  scores: readonly ApplicationScore[],
  figure: (score: ApplicationScore) => Ratio,
  tree: ScoreTree,
): { readonly standings: readonly Standing[]; readonly ties: readonly Tie[] } {
  const ties: Tie[] = [];
  const placed: Standing[] = [];
  for (const met of meetings(scores, (score) => comparable(figure(score), tree))) {
    const sets = met.length > 1 ? settle(met, figure, tree, ties) : [met];
    for (const set of sets) {
      const rank = placed.length + 1;
      placed.push(...set.map((score) => ({ score, rank, shared: set.length })));
    }
  }
  return { standings: placed, ties };
}

function comparable(value: Ratio, { ranking }: ScoreTree): Ratio {
  return ranking.on === 'rounded' ? Ratio.parse(value.round(ranking.places)) : value;
}

/** Applications with equal figures together, highest figure first, by id within: the input order leaves no trace. */
function meetings(
  scores: readonly ApplicationScore[],
  figure: (score: ApplicationScore) => Ratio,
): readonly ApplicationScore[][] {
  const valued = scores.map((score) => ({ score, value: figure(score) }));
  valued.sort((a, b) => b.value.compare(a.value) || (a.score.application.id < b.score.application.id ? -1 : 1));
  const sets: ApplicationScore[][] = [];
  valued.forEach(({ score, value }, at) => {
    if (at > 0 && valued[at - 1]!.value.compare(value) === 0) sets.at(-1)!.push(score);
    else sets.push([score]);
  });
  return sets;
}

function settle(
  met: readonly ApplicationScore[],
  figure: (score: ApplicationScore) => Ratio,
  tree: ScoreTree,
  ties: Tie[],
): readonly ApplicationScore[][] {
  const tie = breakTie(figure(met[0]!).round(tree.ranking.places), met, tree.tieBreak);
  ties.push(tie);
  const byId = new Map(met.map((score) => [score.application.id, score]));
  return tie.order.map((set) => set.map((id) => byId.get(id)!));
}
