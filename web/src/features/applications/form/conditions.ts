import type { Rulebook, RulebookCondition } from '../../../api/index.js';

/** Answers by section key and question key, as the server keeps them. */
export type Answers = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Nothing was answered: absent, null, an empty text, an empty list. */
export function isBlank(answer: unknown): boolean {
  if (answer === undefined || answer === null) return true;
  if (typeof answer === 'string') return answer.trim() === '';
  return Array.isArray(answer) && answer.length === 0;
}

/** Answers one question by its key; question keys are unique in a form. */
export type AnswerTo = (question: string) => unknown;

export const answerIn = (answers: Answers): AnswerTo => (question) => {
  for (const section of Object.values(answers)) if (section && question in section) return section[question];
  return undefined;
};

/** Whether what depends on other answers shows; the same tests as on the server. */
export function isVisible({ visibleWhen }: { readonly visibleWhen?: RulebookCondition }, answerTo: AnswerTo): boolean {
  return visibleWhen === undefined || holds(visibleWhen, answerTo);
}

const TESTS: { [K in RulebookCondition['kind']]: (condition: Extract<RulebookCondition, { kind: K }>, answerTo: AnswerTo) => boolean } = {
  equals: ({ question, value }, answerTo) => includes(answerTo(question), [value]),
  one_of: ({ question, values }, answerTo) => includes(answerTo(question), values),
  at_least: ({ question, value }, answerTo) => isNumber(answerTo(question), (answer) => answer >= value),
  at_most: ({ question, value }, answerTo) => isNumber(answerTo(question), (answer) => answer <= value),
  answered: ({ question }, answerTo) => !isBlank(answerTo(question)),
  all: ({ of }, answerTo) => of.every((condition) => holds(condition, answerTo)),
  any: ({ of }, answerTo) => of.some((condition) => holds(condition, answerTo)),
  not: ({ of }, answerTo) => !holds(of, answerTo),
};

function holds(condition: RulebookCondition, answerTo: AnswerTo): boolean {
  return (TESTS[condition.kind] as (condition: RulebookCondition, answerTo: AnswerTo) => boolean)(condition, answerTo);
}

const includes = (answer: unknown, values: readonly unknown[]): boolean => (Array.isArray(answer) ? answer : [answer]).some((one) => values.includes(one));

const isNumber = (answer: unknown, test: (answer: number) => boolean): boolean => typeof answer === 'number' && test(answer);

type Conditional = Pick<Rulebook['form']['sections'][number], 'boards' | 'visibleWhen'>;

/** When a section shows: its own condition, and where it belongs to boards, that a category of these was chosen. */
export function sectionCondition({ boards, visibleWhen }: Conditional, book: Pick<Rulebook, 'form' | 'boards'>): RulebookCondition | undefined {
  if (boards === undefined) return visibleWhen;
  const chooser = book.form.sections.flatMap(({ questions }) => questions).find((question) => question.kind === 'choice' && question.options === 'categories');
  const values = (book.boards ?? []).filter(({ key }) => boards.includes(key)).flatMap(({ categories }) => categories);
  const chosen: RulebookCondition = { kind: 'one_of', question: chooser?.key ?? '', values };
  return visibleWhen === undefined ? chosen : { kind: 'all', of: [chosen, visibleWhen] };
}

/** The questions that a condition looks at. */
export function questionsOf(condition: RulebookCondition): string[] {
  if (condition.kind === 'all' || condition.kind === 'any') return condition.of.flatMap(questionsOf);
  return condition.kind === 'not' ? questionsOf(condition.of) : [condition.question];
}
