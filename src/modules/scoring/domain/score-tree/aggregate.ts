import { say } from '#libs/errors';
import type { Remark } from './ranking.js';
import { Ratio } from './ratio.js';
import type { AggregationRule } from './tree.js';

export interface LabelledScore {
  readonly label: string;
  readonly score: Ratio;
}

export interface Aggregated {
  readonly score: Ratio;
  readonly applied: 'mean' | 'median' | 'sum' | 'trimmed-mean';
  readonly droppedHighest?: string;
  readonly droppedLowest?: string;
}

/**
 * Makes one score of several, or says why the rule refuses. The order of the scores never matters: equal extremes are
 * dropped by label, which changes the remark beside a sheet and never the number.
 */
export function aggregate(rule: AggregationRule, scores: readonly LabelledScore[]): Aggregated | Remark {
  if (scores.length === 0) {
    return { code: 'score.nothing_to_count', sentence: say('没有可计入的评分', 'No score counts'), facts: {} };
  }
  const values = scores.map((each) => each.score);
  switch (rule.kind) {
    case 'mean':
      return { score: Ratio.mean(values), applied: 'mean' };
    case 'sum':
      return { score: Ratio.sum(values), applied: 'sum' };
    case 'median':
      return { score: median(values), applied: 'median' };
    case 'trimmed-mean':
      return trimmedMean(rule, scores);
  }
}

function median(values: readonly Ratio[]): Ratio {
  const sorted = [...values].sort((a, b) => a.compare(b));
  const middle = Math.floor(sorted.length / 2);
  return Ratio.mean(sorted.length % 2 === 1 ? [sorted[middle]!] : [sorted[middle - 1]!, sorted[middle]!]);
}

/** 去掉一个最高分、一个最低分: exactly one of each, however many sheets share the extreme. */
function trimmedMean(
  rule: AggregationRule & { readonly kind: 'trimmed-mean' },
  scores: readonly LabelledScore[],
): Aggregated | Remark {
  const n = scores.length;
  if (n < rule.minimum) {
    return {
      code: 'score.too_few_to_trim',
      sentence: say(
        '规则要求至少 {minimum} 份评分才能去掉最高分和最低分，现有 {counted} 份',
        'Trimming needs at least {minimum} scores by the rule; there are {counted}',
      ),
      facts: { minimum: rule.minimum, counted: n },
    };
  }
  if (n < rule.threshold) return { score: Ratio.mean(scores.map((each) => each.score)), applied: 'mean' };
  const sorted = [...scores].sort((a, b) => a.score.compare(b.score) || (a.label < b.label ? -1 : 1));
  return {
    score: Ratio.mean(sorted.slice(1, -1).map((each) => each.score)),
    applied: 'trimmed-mean',
    droppedLowest: sorted[0]!.label,
    droppedHighest: sorted[n - 1]!.label,
  };
}
