import { say, type Sentence } from '#libs/errors';
import { formatFen, fen } from '#libs/money';
import type { AmountRule, FormSection, Question, Rulebook } from '#modules/calls';
import { checkBudget } from '../budget/check-budget.js';
import { isUnstated, readFigures, rowsOf, type Figures } from '../figures.js';
import { sumOf, type BudgetLine } from '../budget/budget-line.js';
import { isBlank, isVisible, type Answers } from './answers.js';
import { checkAnswer } from './check-answer.js';
import { fault, type AnswerFault, type Fault, type FaultSource } from './fault.js';

type Rules = Pick<Rulebook, 'form' | 'budget' | 'categories' | 'money' | 'matching' | 'sources'>;

/** Everything that stands against submitting these answers, in the order of the form. */
export function checkForm(rules: Rules, answers: Answers, ceilingFen: number | null = null): Fault[] {
  const faults = rules.form.sections.filter((section) => isVisible(section, answers)).flatMap((section) => checkSection(section, rules, answers));
  return [...faults, ...checkMoney(rules, answers, ceilingFen)];
}

function checkSection(section: FormSection, rules: Rules, answers: Answers): Fault[] {
  return section.questions.filter((question) => isVisible(question, answers)).flatMap((question) =>
    [...check(question, answers[section.key]?.[question.key], rules)].map((found) => placed(found, section.key, question.key)));
}

function* check(question: Question, answer: unknown, rules: Rules): Iterable<AnswerFault> {
  if (isBlank(answer)) {
    if (question.required) yield fault('answer_missing');
    return;
  }
  yield* checkAnswer(question, answer, rules.categories);
  if (question.kind === 'budget') for (const found of checkBudget(answer, rules.budget)) yield withSource(found, rules.sources);
}

const OWN_RULE: FaultSource = { title: say('本批次规则书', 'The rulebook of this call'), url: null };

/** A cost rule is told with what it rests on: the published source that it names, else the rulebook itself. */
function withSource(found: AnswerFault, sources: Rulebook['sources']): AnswerFault {
  if (found.code !== 'budget_rule_broken') return found;
  const named = sources.find(({ key }) => key === found.facts?.['source']);
  return { ...found, source: named ? { title: named.title, url: named.url } : OWN_RULE };
}

const placed = ({ place, severity = 'error', ...found }: AnswerFault, section: string, question: string): Fault => ({
  ...found, severity, section, path: [section, question, place].filter(Boolean).join('.'),
});

const SENTENCES: Record<string, Sentence> = {
  request_below_range: say('申请金额低于 {min}', 'The request is below {min}'),
  request_above_cap: say('申请金额高于 {max}', 'The request exceeds {max}'),
  request_not_fixed_sum: say('资助金额固定为 {fen}', 'The grant is fixed at {fen}'),
  share_too_high: say('申请金额超过总预算的 {percent}%', 'The request exceeds {percent} % of the whole budget'),
  grant_differs_from_budget: say('申请金额 {requested} 与预算表中资助资金合计 {budgeted} 不一致', 'The request of {requested} differs from the {budgeted} that the budget takes from the grant'),
  total_differs_from_budget: say('总预算 {total} 与预算表合计 {budgeted} 不一致', 'The total of {total} differs from the {budgeted} of the budget'),
  matching_too_low: say('配套与自筹资金不足总预算的 {percent}%', 'Matching and raised money is less than {percent} % of the whole budget'),
};

/** Sums are judged together: the request by the amount rule, the budget by the sums stated, matching money by its share. */
function checkMoney(rules: Rules, answers: Answers, ceilingFen: number | null): Fault[] {
  const figures = readFigures(rules, answers);
  const section = rules.form.sections.find(({ questions }) => questions.some(({ kind }) => kind === 'budget'))?.key ?? rules.form.sections[0]!.key;
  const questions = rules.form.sections.flatMap((one) => one.questions);
  const asked = isUnstated(questions, 'request', answers) ? [] : requestFaults(rules.money.amount, figures, ceilingFen);
  const found = [...asked, ...budgetFaults(rules, answers, figures), ...matchingFaults(rules, figures)];
  return found.map(([code, facts, severity]) => ({ path: section, section, code, sentence: SENTENCES[code]!, facts, severity: severity ?? 'error' }));
}

type MoneyFault = [code: string, facts: Record<string, unknown>, severity?: 'warning'];

const yuan = (amount: number): string => formatFen(fen(amount));

function* requestFaults(amount: AmountRule, { requestedFen, totalFen }: Figures, ceilingFen: number | null): Iterable<MoneyFault> {
  if (requestedFen === 0) return;
  if (amount.kind === 'fixed' && requestedFen !== amount.fen) yield ['request_not_fixed_sum', { fen: yuan(amount.fen) }];
  const { minFen, maxFen } = bounds(amount, ceilingFen);
  if (requestedFen < minFen) yield ['request_below_range', { min: yuan(minFen) }];
  if (requestedFen > maxFen) yield ['request_above_cap', { max: yuan(maxFen) }];
  if (amount.kind === 'share_of_budget' && requestedFen * 100 > totalFen * amount.maxPercent) yield ['share_too_high', { percent: amount.maxPercent }];
}

function bounds(amount: AmountRule, ceilingFen: number | null): { minFen: number; maxFen: number } {
  const minFen = amount.kind === 'range' || amount.kind === 'at_defence' ? amount.minFen : 0;
  const own = 'maxFen' in amount ? amount.maxFen : Number.MAX_SAFE_INTEGER;
  return { minFen, maxFen: Math.min(own, ceilingFen ?? Number.MAX_SAFE_INTEGER) };
}

/** Sums are compared once every row is a line: before that they would only say again that something is missing. */
function* budgetFaults({ form, budget }: Rules, answers: Answers, { requestedFen, totalFen }: Figures): Iterable<MoneyFault> {
  const questions = form.sections.flatMap((section) => section.questions);
  const rows = rowsOf(questions, answers);
  const lines = rows.filter((line): line is BudgetLine => line !== null);
  if (lines.length === 0 || lines.length < rows.length) return;
  const grantKeys = budget.sources.filter(({ kind }) => kind === 'grant').map(({ key }) => key);
  const [granted, total] = [sumOf(lines.filter(({ source }) => grantKeys.includes(source))), sumOf(lines)];
  if (granted !== requestedFen && !isUnstated(questions, 'request', answers)) yield ['grant_differs_from_budget', { requested: yuan(requestedFen), budgeted: yuan(granted) }];
  if (total !== totalFen && !isUnstated(questions, 'total', answers)) yield ['total_differs_from_budget', { total: yuan(totalFen), budgeted: yuan(total) }];
}

function* matchingFaults({ matching }: Rules, { matchingFen, totalFen }: Figures): Iterable<MoneyFault> {
  if (matching.mode === 'none' || totalFen === 0) return;
  if (matchingFen * 100 >= totalFen * matching.minPercentOfTotal) return;
  const facts = { percent: matching.minPercentOfTotal };
  yield matching.mode === 'required' ? ['matching_too_low', facts] : ['matching_too_low', facts, 'warning'];
}
