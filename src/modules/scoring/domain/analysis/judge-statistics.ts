import { kendall, median, spreadOf } from './robust.js';

/** One judge's score of one application on the bloc's scale, as it was given. */
export interface GivenScore {
  readonly judge: string;
  readonly applicationId: string;
  readonly score: number;
}

/** Fewer compared applications than this say nothing of a judge: no severity is told and nothing is corrected. */
export const LEAST_COMPARED = 5;

export interface JudgeStatistics {
  readonly judge: string;
  readonly sheets: number;
  /** Applications that somebody else has scored too. */
  readonly compared: number;
  readonly lowest: number;
  readonly middle: number;
  readonly highest: number;
  /** The middle of her differences from the others' middle; below zero is harsher. Null below the least sample. */
  readonly severity: number | null;
  /** How far her scores spread: 1.4826 × the median absolute deviation. */
  readonly spread: number;
  /** Kendall's τ-b between her order and that of the others' middles, -1 to 1; null below the least sample or where all are equal. */
  readonly agreement: number | null;
  /** Applications that she sees very differently once her severity is taken out: more than 3 spreads of the differences, and 10 points. */
  readonly outliers: readonly string[];
}

const FAR_SPREADS = 3;
const FAR_POINTS = 10;

/** What can be said of each judge of one bloc. Medians throughout: one wild sheet moves nobody's figures. */
export function judgeStatistics(scores: readonly GivenScore[], points: { readonly outOf: number } = { outOf: 100 }): JudgeStatistics[] {
  const judges = [...new Set(scores.map(({ judge }) => judge))].sort();
  return judges.map((judge) => statisticsOf(judge, scores, (points.outOf * FAR_POINTS) / 100));
}

interface Compared {
  readonly applicationId: string;
  readonly own: number;
  readonly others: number;
}

function statisticsOf(judge: string, scores: readonly GivenScore[], far: number): JudgeStatistics {
  const own = scores.filter((one) => one.judge === judge);
  const values = own.map(({ score }) => score).sort((a, b) => a - b);
  const compared = own.flatMap(({ applicationId, score }): Compared[] => {
    const others = scores.filter((one) => one.applicationId === applicationId && one.judge !== judge).map((one) => one.score);
    return others.length === 0 ? [] : [{ applicationId, own: score, others: median(others) }];
  });
  const enough = compared.length >= LEAST_COMPARED;
  const differences = compared.map((one) => one.own - one.others);
  return {
    judge, sheets: own.length, compared: compared.length, lowest: values[0]!, middle: median(values), highest: values.at(-1)!,
    severity: enough ? median(differences) : null, spread: spreadOf(values), agreement: enough ? kendall(compared.map((one) => [one.own, one.others])) : null,
    outliers: enough ? outliersOf(compared, far) : [],
  };
}

function outliersOf(compared: readonly Compared[], far: number): string[] {
  const differences = compared.map(({ own, others }) => own - others);
  const [middle, spread] = [median(differences), spreadOf(differences)];
  return compared.filter((_, at) => Math.abs(differences[at]! - middle) > Math.max(FAR_SPREADS * spread, far)).map(({ applicationId }) => applicationId).sort();
}

/**
 * The scores with each judge's severity taken out, kept within the scale; a judge below the least sample stays as she is. Only shown
 * beside what was given: no ranking counts it.
 */
export function withoutSeverity(scores: readonly GivenScore[], statistics: readonly JudgeStatistics[], outOf: number): GivenScore[] {
  const severity = new Map(statistics.map((one) => [one.judge, one.severity ?? 0]));
  return scores.map((one) => ({ ...one, score: Math.min(outOf, Math.max(0, one.score - severity.get(one.judge)!)) }));
}
