import { say, type Sentence } from '#libs/errors';
import type { BudgetRule, BudgetRules, Measure, ShareRule } from '#modules/calls';
import type { AnswerFault } from '../form/fault.js';
import { readLines, sumOf, type BudgetLine } from './budget-line.js';
import { breaches } from './line-rules.js';

const SENTENCES: Record<string, Sentence> = {
  line_incomplete: say('此行未填完整', 'This line is not complete'),
  cost_unknown: say('没有这个支出类别', 'There is no such cost category'),
  source_unknown: say('没有这个资金来源', 'There is no such money source'),
  note_missing: say('须写明计算依据', 'The arithmetic of the line must be noted'),
};

/** What stands against a budget, line by line and as a whole, each broken rule in its own words. */
export function* checkBudget(answer: unknown, rules: BudgetRules): Generator<AnswerFault> {
  const read = readLines(answer);
  for (const [at, line] of read.entries()) yield* line ? checkLine(line, at, rules) : [atRow(at, 'line_incomplete')];
  const lines = read.filter((line): line is BudgetLine => line !== null);
  for (const rule of rules.rules) yield* checkWhole(rule, lines);
}

const atRow = (row: number, code: string): AnswerFault => ({ code, sentence: SENTENCES[code]!, place: String(row) });

function* checkLine(line: BudgetLine, row: number, rules: BudgetRules): Generator<AnswerFault> {
  if (!rules.costs.some(({ key }) => key === line.category)) yield atRow(row, 'cost_unknown');
  if (!rules.sources.some(({ key }) => key === line.source)) yield atRow(row, 'source_unknown');
  if (line.note.trim() === '') yield { ...atRow(row, 'note_missing'), severity: rules.lineDetail === 'warn' ? 'warning' : 'error' };
  for (const rule of rules.rules) if (rule.appliesTo.includes(line.source) && breaches(rule, line)) yield broken(rule, String(row));
}

/** The rule's own words are the sentence, so that the applicant reads what the notice says. */
const broken = (rule: BudgetRule, place?: string): AnswerFault => ({
  code: 'budget_rule_broken', sentence: rule.text, facts: { rule: rule.id, source: rule.source }, place, severity: rule.effect === 'warn' ? 'warning' : 'error',
});

function* checkWhole(rule: BudgetRule, lines: readonly BudgetLine[]): Generator<AnswerFault> {
  if (rule.kind !== 'share' && rule.kind !== 'amount') return;
  const of = measure(rule.of, rule.appliesTo, lines);
  const kept = rule.kind === 'share' ? isWithin(of * 100, rule, measure(rule.base, rule.appliesTo, lines)) : of <= (rule.atMostFen ?? Infinity) && of >= (rule.atLeastFen ?? 0);
  if (!kept) yield broken(rule);
}

/** In integers: `of × 100` against `base × percent`. */
const isWithin = (hundredfold: number, { atLeast = 0, atMost }: ShareRule, base: number): boolean =>
  hundredfold >= base * atLeast && (atMost === undefined || hundredfold <= base * atMost);

function measure({ sources, costs }: Measure, appliesTo: readonly string[], lines: readonly BudgetLine[]): number {
  const within = sources ?? appliesTo;
  return sumOf(lines.filter((line) => within.includes(line.source) && (costs === undefined || costs.includes(line.category))));
}
