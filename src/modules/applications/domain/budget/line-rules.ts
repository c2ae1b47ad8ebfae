import type { BudgetRule, DetailRule, ForbiddenRule, UnitCeilingRule } from '#modules/calls';
import type { BudgetLine } from './budget-line.js';

/** Whether one line of its own breaks a rule; shares and sums are judged over all lines. */
export function breaches(rule: BudgetRule, line: BudgetLine): boolean {
  if (rule.kind === 'forbidden') return isForbidden(rule, line);
  if (rule.kind === 'share' || rule.kind === 'amount' || !rule.costs.includes(line.category)) return false;
  if (rule.kind === 'unit_ceiling') return exceeds(rule, line);
  return rule.kind === 'unit_price' ? line.item === rule.item.zh && line.unitFen > rule.fen : !isDetailed(rule, line);
}

function isForbidden({ costs, words }: ForbiddenRule, { category, item, note }: BudgetLine): boolean {
  return costs.includes(category) || words.some((word) => `${item} ${note}`.includes(word));
}

/** A ceiling for a grade binds lines of that grade; from the day after `afterDays` the lower one applies, so the sum decides. */
function exceeds({ grade, maxFen, taper }: UnitCeilingRule, { unitFen, days = 1, ...line }: BudgetLine): boolean {
  if (grade !== undefined && (line.grade ?? 'other') !== grade) return false;
  if (unitFen > maxFen) return true;
  if (!taper || days <= taper.afterDays) return false;
  return unitFen * days > maxFen * taper.afterDays + taper.maxFen * (days - taper.afterDays);
}

/** Nature, number, times and amount are the line's own fields; where a rule asks for more, the note must speak of it. */
function isDetailed({ columns }: DetailRule, { note, days }: BudgetLine): boolean {
  const needsNote = columns.some((column) => column === 'times' || column === 'persons' || column === 'nature');
  return (!needsNote || note.trim().length >= 4) && (!columns.includes('days') || days !== undefined);
}
