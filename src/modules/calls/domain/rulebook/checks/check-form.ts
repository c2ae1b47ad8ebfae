import { everyRules } from '../boards.js';
import type { ChoiceQuestion, Condition, FormSection, Question, Rulebook } from '../rulebook.js';
import { problem } from './problem-catalogue.js';
import type { Problems, RulebookProblem } from './problem-catalogue.js';

/** The questions of the form and those that stand before the place looked at. */
interface Reading {
  all: Map<string, Question>;
  before: Map<string, Question>;
  categories: readonly string[];
}

type Leaf = Exclude<Condition, { of: unknown }>;

function* leaves(condition: Condition): Generator<Leaf> {
  if (condition.kind === 'not') yield* leaves(condition.of);
  else if (condition.kind === 'all' || condition.kind === 'any') for (const part of condition.of) yield* leaves(part);
  else yield condition;
}

function values(leaf: Leaf): unknown[] {
  if (leaf.kind === 'equals') return [leaf.value];
  return leaf.kind === 'one_of' ? leaf.values : [];
}

function* unknownOptions(leaf: Leaf, question: ChoiceQuestion, reading: Reading, path: string): Problems {
  const options = question.options === 'categories' ? reading.categories : question.options.map((option) => option.key);
  for (const option of values(leaf)) {
    if (!options.includes(String(option))) yield problem('unknown_option', path, { question: leaf.question, option });
  }
}

function* wrongValues(leaf: Leaf, question: Question, reading: Reading, path: string): Problems {
  const compares = leaf.kind === 'at_least' || leaf.kind === 'at_most';
  if (compares && question.kind !== 'number' && question.kind !== 'money') {
    yield problem('condition_wrong_kind', path, { question: leaf.question });
  }
  if (question.kind === 'choice') yield* unknownOptions(leaf, question, reading, path);
}

function* condition(of: Condition | undefined, reading: Reading, path: string): Problems {
  if (of === undefined) return;
  for (const leaf of leaves(of)) {
    const facts = { question: leaf.question };
    const question = reading.before.get(leaf.question);
    if (question !== undefined) yield* wrongValues(leaf, question, reading, path);
    else yield problem(reading.all.has(leaf.question) ? 'condition_looks_ahead' : 'unknown_question', path, facts);
  }
}

const boundNames: readonly (readonly [low: string, high: string])[] = [
  ['min', 'max'], ['minFen', 'maxFen'], ['least', 'most'], ['earliest', 'latest'], ['minRows', 'maxRows'],
];

/** Numbers by size, days by their text: both compare rightly with `>`. */
function reversed(question: Question): boolean {
  const own = { ...question } as Record<string, unknown>;
  const limits = { ...own, ...(own.limit as object | undefined) } as Record<string, number | undefined>;
  return boundNames.some(([low, high]) => (limits[low] ?? -Infinity) > (limits[high] ?? Infinity));
}

function* section(of: FormSection, reading: Reading, path: string): Problems {
  yield* condition(of.visibleWhen, reading, `${path}.visibleWhen`);
  for (const [index, question] of of.questions.entries()) {
    const at = `${path}.questions.${index}`;
    yield* condition(question.visibleWhen, reading, `${at}.visibleWhen`);
    if (reversed(question)) yield problem('limits_reversed', at);
    reading.before.set(question.key, question);
  }
}

const asksCategory = (question: Question): boolean => question.kind === 'choice' && question.options === 'categories';

/** What every application must answer, whatever its board. */
function* needed(book: Rulebook): Problems {
  const forms = everyRules(book).map(({ form }) => form.sections.flatMap(({ questions }) => questions));
  const open = book.categories.filter((category) => category.open);
  if (open.length > 1 && !forms.every((questions) => questions.some(asksCategory))) yield problem('category_question_missing', 'form');
  if (forms.some((questions) => questions.filter(({ kind }) => kind === 'budget').length !== 1)) yield problem('budget_question_not_single', 'form');
  const single = (questions: readonly Question[]) => questions.filter((q) => q.kind === 'money' && q.role === 'request').length === 1;
  if (!forms.every(single)) yield problem('request_question_not_single', 'form');
  const hidden = book.form.sections.findIndex(({ boards, questions }) => boards !== undefined && questions.some(asksCategory));
  if (hidden >= 0) yield problem('category_question_in_board', `form.sections.${hidden}.boards`);
}

function wrongEvidence(key: string, all: Reading['all'], path: string): RulebookProblem | null {
  const question = all.get(key);
  if (question === undefined) return problem('unknown_question', path, { question: key });
  return question.kind === 'file' ? null : problem('evidence_not_file', path, { question: key });
}

/** The form asks what the other parts need, and every condition refers to something above it. */
export function* checkForm(book: Rulebook): Problems {
  const questions = book.form.sections.flatMap((part) => part.questions);
  const all = new Map(questions.map((question) => [question.key, question]));
  const reading = { all, before: new Map<string, Question>(), categories: book.categories.map((c) => c.key) };
  for (const [index, part] of book.form.sections.entries()) yield* section(part, reading, `form.sections.${index}`);
  yield* needed(book);
  for (const [index, rule] of book.eligibility.entries()) {
    for (const key of rule.evidence) {
      const wrong = wrongEvidence(key, all, `eligibility.${index}.evidence`);
      if (wrong !== null) yield wrong;
    }
  }
}
