import type { BudgetRule, BudgetRules, Measure, Rulebook, ShareRule } from '../rulebook.js';
import { exactSum } from './exact-sums.js';
import { problem } from './problem-catalogue.js';
import type { Problems, RulebookProblem } from './problem-catalogue.js';

function measures(rule: BudgetRule): Measure[] {
  if (rule.kind === 'share') return [rule.of, rule.base];
  return rule.kind === 'amount' ? [rule.of] : [{ costs: rule.costs }];
}

function* references(rule: BudgetRule, budget: BudgetRules, path: string): Problems {
  const sources = [...rule.appliesTo, ...measures(rule).flatMap((measure) => measure.sources ?? [])];
  const costs = measures(rule).flatMap((measure) => measure.costs ?? []);
  for (const key of new Set(sources)) {
    if (!budget.sources.some((source) => source.key === key)) yield problem('unknown_money_source', path, { key });
  }
  for (const key of new Set(costs)) {
    if (!budget.costs.some((cost) => cost.key === key)) yield problem('unknown_cost', path, { key });
  }
}

function boundsOf(rule: BudgetRule): [number | undefined, number | undefined] | null {
  if (rule.kind === 'share') return [rule.atLeast, rule.atMost];
  return rule.kind === 'amount' ? [rule.atLeastFen, rule.atMostFen] : null;
}

function faultOfBounds([low, high]: [number | undefined, number | undefined], path: string): RulebookProblem | null {
  if (low === undefined && high === undefined) return problem('bounds_missing', path);
  return (low ?? 0) > (high ?? Infinity) ? problem('limits_reversed', path) : null;
}

function faultOfNumbers(rule: BudgetRule, path: string): RulebookProblem | null {
  const bounds = boundsOf(rule);
  if (bounds !== null) return faultOfBounds(bounds, path);
  const taper = rule.kind === 'unit_ceiling' ? rule.taper : undefined;
  const lower = rule.kind !== 'unit_ceiling' || taper === undefined || taper.maxFen < rule.maxFen;
  return lower ? null : problem('taper_not_lower', path);
}

/** Floors of different costs over the same base cannot exceed the whole. */
function* floors(rules: readonly BudgetRule[]): Problems {
  const shares = rules.filter((rule): rule is ShareRule => rule.kind === 'share' && rule.of.costs !== undefined);
  for (const group of byBase(shares).values()) {
    const sum = exactSum(group.map((rule) => rule.atLeast ?? 0));
    if (sum > 100) yield problem('floors_exceed_whole', 'budget.rules', { sum });
  }
}

function baseOf(rule: ShareRule): string {
  return JSON.stringify([rule.appliesTo, rule.of.sources ?? [], rule.base]);
}

function byBase(shares: readonly ShareRule[]): Map<string, ShareRule[]> {
  const groups = new Map<string, ShareRule[]>();
  for (const rule of shares) groups.set(baseOf(rule), [...(groups.get(baseOf(rule)) ?? []), rule]);
  return groups;
}

function* floorsOnForbidden(rules: readonly BudgetRule[]): Problems {
  const forbidden = rules.flatMap((rule) => (rule.kind === 'forbidden'
    ? rule.costs.flatMap((cost) => rule.appliesTo.map((source) => `${source}/${cost}`)) : []));
  for (const [index, rule] of rules.entries()) {
    if (rule.kind !== 'share' || (rule.atLeast ?? 0) === 0) continue;
    const key = (rule.of.costs ?? []).find((cost) => rule.appliesTo.some((s) => forbidden.includes(`${s}/${cost}`)));
    if (key !== undefined) yield problem('floor_on_forbidden_cost', `budget.rules.${index}`, { key });
  }
}

/** C16: every rule refers to known money and costs, and no two rules exclude each other. */
export function* checkBudget(book: Rulebook): Problems {
  const { budget } = book;
  if (budget.sources.filter((source) => source.kind === 'grant').length !== 1) {
    yield problem('grant_source_not_single', 'budget.sources');
  }
  for (const [index, rule] of budget.rules.entries()) {
    const path = `budget.rules.${index}`;
    yield* references(rule, budget, path);
    const fault = faultOfNumbers(rule, path);
    if (fault !== null) yield fault;
    if (rule.source !== null && !book.sources.some((source) => source.key === rule.source)) {
      yield problem('unknown_source', `${path}.source`, { key: rule.source });
    }
  }
  yield* floors(budget.rules);
  yield* floorsOnForbidden(budget.rules);
}
