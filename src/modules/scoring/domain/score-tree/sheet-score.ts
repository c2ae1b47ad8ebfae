import type { JudgeBreakdown } from './ranking.js';
import { Ratio } from './ratio.js';
import { NOT_APPLICABLE } from './sheets.js';
import type { JudgeSheet } from './sheets.js';
import type { CriterionRule } from './tree.js';

export interface SheetOutcome {
  readonly judgeId: string;
  readonly state: 'counted' | 'recused' | 'missing' | 'incomplete' | 'not-applicable';
  /** On the tree's scale; null unless counted. */
  readonly score: Ratio | null;
  /** Points ÷ max × scale, for the criteria that were scored. */
  readonly byCriterion: ReadonlyMap<string, Ratio>;
  readonly criteria: JudgeBreakdown['criteria'];
}

/**
 * One judge's score: Σ share × points ÷ max over the criteria that apply, brought to `outOf`. A criterion marked not
 * applicable leaves the denominator; one not scored at all makes the sheet incomplete, never a zero.
 */
export function scoreSheet(criteria: readonly CriterionRule[], sheet: JudgeSheet, outOf: Ratio): SheetOutcome {
  const shown = criteria.map((criterion) => describe(criterion.id, sheet.entries[criterion.id]));
  const nothing = { judgeId: sheet.judgeId, score: null, byCriterion: new Map<string, Ratio>(), criteria: shown };
  if (sheet.state !== 'submitted') return { ...nothing, state: sheet.state };
  if (shown.some((each) => each.state === 'missing')) return { ...nothing, state: 'incomplete' };
  const live = criteria.filter((criterion) => sheet.entries[criterion.id] !== NOT_APPLICABLE);
  if (live.length === 0) return { ...nothing, state: 'not-applicable' };
  const fraction = (each: CriterionRule) => Ratio.parse(sheet.entries[each.id]!).over(Ratio.parse(each.max));
  const share = (each: CriterionRule) => Ratio.parse(each.weight ?? each.max);
  const total = Ratio.sum(live.map((each) => share(each).times(fraction(each))));
  return {
    judgeId: sheet.judgeId,
    state: 'counted',
    score: total.over(Ratio.sum(live.map(share))).times(outOf),
    byCriterion: new Map(live.map((each) => [each.id, fraction(each).times(outOf)])),
    criteria: shown,
  };
}

function describe(id: string, entry: string | undefined): JudgeBreakdown['criteria'][number] {
  if (entry === undefined) return { id, state: 'missing', points: null };
  if (entry === NOT_APPLICABLE) return { id, state: 'not-applicable', points: null };
  return { id, state: 'scored', points: entry };
}
