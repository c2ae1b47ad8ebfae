import type { Criterion } from '#modules/calls';
import { DECIMAL, type Entries } from './check-sheet.js';
import { Ratio } from './score-tree/ratio.js';
import { scoreSheet } from './score-tree/sheet-score.js';

const HUNDRED = Ratio.of(100);

/** What a sheet comes to out of 100, two decimals; null while something is not scored or is no number, or nothing applies. */
export function sheetTotal({ criteria }: { readonly criteria: readonly Pick<Criterion, 'key' | 'max' | 'weight'>[] }, entries: Entries): string | null {
  const given = Object.entries(entries).flatMap(([key, { points }]) => (points === null ? [] : [[key, points]]));
  if (given.some(([, points]) => points !== 'n/a' && !DECIMAL.test(points!))) return null;
  const rules = criteria.map(({ key, max, weight }) => ({ id: key, max: String(max), weight: String(weight) }));
  return scoreSheet(rules, { stageId: '', blocId: '', judgeId: '', state: 'submitted', entries: Object.fromEntries(given) }, HUNDRED).score?.round(2) ?? null;
}
