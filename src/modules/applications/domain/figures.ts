import { rulesFor, type Question, type Rulebook } from '#modules/calls';
import { readLines, amountOf, type BudgetLine } from './budget/budget-line.js';
import { answerTo, type Answers } from './form/answers.js';

/** One cost of one money source, as it is carried on into the project. */
export interface BudgetSum {
  readonly category: string;
  readonly item: string;
  readonly source: string;
  readonly amountFen: number;
}

/** What lists, scores and awards need of an application, read out of its answers. */
export interface Figures {
  readonly projectName: string;
  readonly categoryKey: string;
  readonly requestedFen: number;
  /** The whole budget, matching and raised money included. */
  readonly totalFen: number;
  readonly matchingFen: number;
  readonly budget: readonly BudgetSum[];
}

/** The rules under which these answers stand: those of the board whose category they chose. */
export const rulesOf = (book: Rulebook, answers: Answers): Rulebook =>
  book.boards ? rulesFor(book, categoryOf(book.form.sections.flatMap(({ questions }) => questions), answers) ?? '') : book;

/** Where a form has no field for a sum, the budget says it; where it has, the field does. Amounts in fen. */
export function readFigures({ form, budget, categories }: Pick<Rulebook, 'form' | 'budget' | 'categories'>, answers: Answers): Figures {
  const questions = form.sections.flatMap((section) => section.questions);
  const lines = linesOf(questions, answers);
  const granted = sumFrom(lines, budget.sources.filter(({ kind }) => kind === 'grant').map(({ key }) => key));
  const total = lines.reduce((sum, line) => sum + amountOf(line), 0);
  const requestedFen = stated(questions, 'request', answers) ?? granted;
  const totalFen = stated(questions, 'total', answers) ?? Math.max(total, requestedFen);
  return {
    projectName: textOf(answerTo(answers, nameKey(questions))),
    categoryKey: categoryOf(questions, answers) ?? (categories.length === 1 ? categories[0]!.key : ''),
    requestedFen, totalFen, matchingFen: Math.max(0, totalFen - requestedFen),
    budget: lines.map((line) => ({ category: line.category, item: line.item, source: line.source, amountFen: amountOf(line) })),
  };
}

export const linesOf = (questions: readonly Question[], answers: Answers): BudgetLine[] =>
  rowsOf(questions, answers).filter((line): line is BudgetLine => line !== null);

/** All rows of the budget; null for one that is no line yet. */
export function rowsOf(questions: readonly Question[], answers: Answers): (BudgetLine | null)[] {
  const grid = questions.find(({ kind }) => kind === 'budget');
  return grid ? readLines(answerTo(answers, grid.key)) : [];
}

const sumFrom = (lines: readonly BudgetLine[], sources: readonly string[]): number =>
  lines.filter(({ source }) => sources.includes(source)).reduce((sum, line) => sum + amountOf(line), 0);

/** Whether the form asks for this sum and it has not been answered: that it is missing is told then, not what it would have to agree with. */
export const isUnstated = (questions: readonly Question[], role: 'request' | 'total', answers: Answers): boolean =>
  questions.some((one) => one.kind === 'money' && one.role === role) && stated(questions, role, answers) === undefined;

function stated(questions: readonly Question[], role: 'request' | 'total', answers: Answers): number | undefined {
  const question = questions.find((one) => one.kind === 'money' && one.role === role);
  const answer = question && answerTo(answers, question.key);
  return Number.isSafeInteger(answer) ? (answer as number) : undefined;
}

/** The question that names the project: `project-name`, else the first short text that gives nobody away. */
const nameKey = (questions: readonly Question[]): string =>
  (questions.find(({ key }) => key === 'project-name') ?? questions.find(({ kind, identifying }) => kind === 'short_text' && !identifying))?.key ?? '';

function categoryOf(questions: readonly Question[], answers: Answers): string | undefined {
  const question = questions.find((one) => one.kind === 'choice' && one.options === 'categories');
  const answer = question && answerTo(answers, question.key);
  return typeof answer === 'string' ? answer : undefined;
}

/** Marks that turn a line round or cannot be seen: a name with them looks like another. */
const UNSEEN = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

const textOf = (answer: unknown): string => (typeof answer === 'string' ? answer.replace(UNSEEN, '').trim().slice(0, 200) : '');
