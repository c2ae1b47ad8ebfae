import type { GivenScore } from '../analysis/judge-statistics.js';
import type { Ballot } from './ballots.js';

/** Each judge's sheets as one ranked ballot: the higher score first, equal scores equal. */
export function ballotsOf(scores: readonly GivenScore[]): Ballot[] {
  return [...new Set(scores.map(({ judge }) => judge))].sort().map((judge) => {
    const own = scores.filter((one) => one.judge === judge);
    const values = [...new Set(own.map(({ score }) => score))].sort((a, b) => b - a);
    return values.map((value) => own.filter(({ score }) => score === value).map(({ applicationId }) => applicationId).sort());
  });
}
