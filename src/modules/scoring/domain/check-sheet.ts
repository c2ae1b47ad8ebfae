import { countCharacters } from '#libs/characters';
import { say, type Problem, type Sentence } from '#libs/errors';
import type { Criterion } from '#modules/calls';

/** What a judge entered for one criterion: points as a decimal string, or `n/a`; no points yet is null. */
export interface Entry {
  readonly points: string | null;
  readonly reason?: string;
}
export type Entries = Readonly<Record<string, Entry>>;

/** Points as they may be entered: anything else is told beside the criterion. */
export const DECIMAL = /^\d{1,4}(\.\d{1,2})?$/;

const SENTENCES: Record<string, Sentence> = {
  criterion_unknown: say('评分表没有此指标', 'The sheet has no such criterion'),
  points_missing: say('“{criterion}”尚未评分', '"{criterion}" has not been scored'),
  points_malformed: say('分数须为数字，至多两位小数', 'Points are a number with at most two decimals'),
  points_above_max: say('“{criterion}”最高 {max} 分', '"{criterion}" has at most {max} points'),
  points_off_step: say('“{criterion}”须按 {step} 分递进', 'Points of "{criterion}" go in steps of {step}'),
  not_applicable_refused: say('“{criterion}”不能填“不适用”', '"{criterion}" cannot be left as not applicable'),
  reason_due: say('“{criterion}”须写明评分理由，至少 {least} 字', 'A reason of at least {least} characters is due for "{criterion}"'),
};

/** What stands against submitting a sheet; what is entered must be sound already while drafting. */
export function checkSheet(criteria: readonly Criterion[], entries: Entries, moment: 'draft' | 'submit'): Problem[] {
  const unknown = Object.keys(entries).filter((key) => !criteria.some((criterion) => criterion.key === key)).map((key) => problem(key, 'criterion_unknown'));
  return [...unknown, ...criteria.flatMap((criterion) => checkEntry(criterion, entries[criterion.key], moment))];
}

const problem = (path: string, code: string, facts: Record<string, unknown> = {}): Problem => ({ path, code, sentence: SENTENCES[code]!, facts });

function checkEntry(criterion: Criterion, entry: Entry | undefined, moment: 'draft' | 'submit'): Problem[] {
  const facts = { criterion: criterion.title.zh, max: criterion.max, step: criterion.step, least: criterion.reason.minLength };
  const code = fault(criterion, entry?.points ?? null, moment) ?? (moment === 'submit' && lacksReason(criterion.reason, entry) ? 'reason_due' : undefined);
  return code === undefined ? [] : [problem(criterion.key, code, facts)];
}

function fault({ max, step, allowNotApplicable }: Criterion, points: string | null, moment: 'draft' | 'submit'): string | undefined {
  if (points === null) return moment === 'submit' ? 'points_missing' : undefined;
  if (points === 'n/a') return allowNotApplicable ? undefined : 'not_applicable_refused';
  if (!DECIMAL.test(points)) return 'points_malformed';
  const value = Math.round(Number(points) * 100);
  if (value > Math.round(max * 100)) return 'points_above_max';
  return value % Math.round(step * 100) === 0 ? undefined : 'points_off_step';
}

function lacksReason(rule: Criterion['reason'], entry: Entry | undefined): boolean {
  if (!entry || entry.points === 'n/a' || !reasonDue(rule, Number(entry.points))) return false;
  return countCharacters(entry.reason ?? '') < rule.minLength;
}

const reasonDue = ({ when, low = -Infinity, high = Infinity }: Criterion['reason'], points: number): boolean =>
  when === 'always' || (when === 'outside' && (points < low || points > high));
