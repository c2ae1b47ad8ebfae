import type { RuleCheckBody, ScreenedRuleView, ScreeningView, StaffRow } from '../../../api/index.js';

/** What would happen to one application in a bulk admission. */
export type Plan =
  | { readonly kind: 'admit'; readonly checks: readonly RuleCheckBody[] }
  | { readonly kind: 'skip'; readonly why: 'status' | 'unknown' | 'failed'; readonly count: number };

const failedRule = ({ verdict, finding }: ScreenedRuleView): boolean => (finding ? finding.verdict === 'failed' : verdict === 'failed');
/** Where several judge, no one of them decides alone: what they have not agreed on is open. */
const openRule = ({ verdict, finding, opinions }: ScreenedRuleView): boolean => !finding && (verdict === 'unknown' || opinions !== null);

/** Only where nothing is left to a person: every rule has been checked, or the platform itself can tell that it passed. */
export function planFor(row: StaffRow, { rules, checking }: ScreeningView): Plan {
  const [failed, open] = [rules.filter(failedRule).length, rules.filter(openRule).length];
  if (row.status !== 'submitted' || !checking.allowed) return { kind: 'skip', why: 'status', count: 0 };
  if (failed > 0) return { kind: 'skip', why: 'failed', count: failed };
  if (open > 0) return { kind: 'skip', why: 'unknown', count: open };
  return { kind: 'admit', checks: rules.filter(({ finding }) => !finding).map(({ id }) => ({ ruleId: id, verdict: 'passed' })) };
}
