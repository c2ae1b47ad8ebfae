import type { Condition, Question } from '#modules/calls';

/** What an applicant has filled in, by section key and question key. */
export type Answers = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Nothing was answered: absent, null, an empty text, an empty list. */
export function isBlank(answer: unknown): boolean {
  if (answer === undefined || answer === null) return true;
  if (typeof answer === 'string') return answer.trim() === '';
  return Array.isArray(answer) && answer.length === 0;
}

/** The answer to a question, wherever its section is; question keys are unique in a form. */
export function answerTo(answers: Answers, question: string): unknown {
  for (const section of Object.values(answers)) if (section && question in section) return section[question];
  return undefined;
}

/** Whether what depends on other answers shows. A question without a condition always does. */
export function isVisible({ visibleWhen }: Pick<Question, 'visibleWhen'>, answers: Answers): boolean {
  return visibleWhen === undefined || holds(visibleWhen, answers);
}

const TESTS: { [Kind in Condition['kind']]: (condition: Condition & { kind: Kind }, answers: Answers) => boolean } = {
  equals: ({ question, value }, answers) => includes(answerTo(answers, question), [value]),
  one_of: ({ question, values }, answers) => includes(answerTo(answers, question), values),
  at_least: ({ question, value }, answers) => compare(answerTo(answers, question), (answer) => answer >= value),
  at_most: ({ question, value }, answers) => compare(answerTo(answers, question), (answer) => answer <= value),
  answered: ({ question }, answers) => !isBlank(answerTo(answers, question)),
  all: ({ of }, answers) => of.every((condition) => holds(condition, answers)),
  any: ({ of }, answers) => of.some((condition) => holds(condition, answers)),
  not: ({ of }, answers) => !holds(of, answers),
};

const holds = (condition: Condition, answers: Answers): boolean => (TESTS[condition.kind] as (c: Condition, a: Answers) => boolean)(condition, answers);

const includes = (answer: unknown, values: readonly unknown[]): boolean =>
  (Array.isArray(answer) ? answer : [answer]).some((one) => values.includes(one));

const compare = (answer: unknown, test: (answer: number) => boolean): boolean => typeof answer === 'number' && test(answer);
