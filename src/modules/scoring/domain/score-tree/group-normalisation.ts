import type { ApplicationScore } from './application-score.js';
import { Ratio } from './ratio.js';
import type { Standing } from './standings.js';
import type { ScoreTree } from './tree.js';

export type Figures = ReadonlyMap<ApplicationScore, Ratio>;

/**
 * The figures on which applications of different groups are compared. `coefficient`: total × mean of all ÷ mean of the
 * group (修正系数). `position`: 100 × (size − middle place + ½) ÷ size, so groups of unequal size meet on one scale and
 * those sharing a place share its middle.
 */
export function comparableFigures(
  tree: ScoreTree,
  scores: readonly ApplicationScore[],
  inGroup: ReadonlyMap<string, readonly Standing[]>,
): Figures {
  switch (tree.ranking.groups) {
    case 'none':
      return new Map(scores.map((score) => [score, score.total!]));
    case 'coefficient':
      return byCoefficient(scores, inGroup);
    case 'position':
      return byPosition(inGroup);
  }
}

function byCoefficient(scores: readonly ApplicationScore[], inGroup: ReadonlyMap<string, readonly Standing[]>): Figures {
  if (scores.length === 0) return new Map();
  const overall = Ratio.mean(scores.map((score) => score.total!));
  const figures = new Map<ApplicationScore, Ratio>();
  for (const members of inGroup.values()) {
    const mean = Ratio.mean(members.map(({ score }) => score.total!));
    const coefficient = mean.isZero() ? Ratio.one : overall.over(mean);
    for (const { score } of members) figures.set(score, score.total!.times(coefficient));
  }
  return figures;
}

function byPosition(inGroup: ReadonlyMap<string, readonly Standing[]>): Figures {
  const figures = new Map<ApplicationScore, Ratio>();
  for (const members of inGroup.values()) {
    for (const { score, rank, shared } of members) {
      // Twice the middle place of those sharing it, so that everything stays a whole number until the division.
      const twiceMiddle = 2 * rank + shared - 1;
      figures.set(score, Ratio.of(100 * (2 * members.length - twiceMiddle + 1), 2 * members.length));
    }
  }
  return figures;
}
