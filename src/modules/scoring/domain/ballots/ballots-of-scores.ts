import type { GivenScore } from '../analysis/judge-statistics.js';
import type { Ballot, Outcome } from './ballots.js';

/** Each judge's sheets as one ranked ballot: the higher score first, equal scores equal. */
export function ballotsOf(scores: readonly GivenScore[]): Ballot[] {
  return [...new Set(scores.map(({ judge }) => judge))].sort().map((judge) => {
    const own = scores.filter((one) => one.judge === judge);
    const values = [...new Set(own.map(({ score }) => score))].sort((a, b) => b - a);
    return values.map((value) => own.filter(({ score }) => score === value).map(({ applicationId }) => applicationId).sort());
  });
}

/** Equals share the better place, and the next is skipped. */
export function placesOf(outcome: Outcome): Map<string, number> {
  const places = new Map<string, number>();
  for (const set of outcome) {
    const place = places.size + 1;
    for (const id of set) places.set(id, place);
  }
  return places;
}
