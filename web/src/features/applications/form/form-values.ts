import type { Rulebook, RulebookQuestion } from '../../../api/index.js';
import { parseFen, type GridRow } from '../../../ui/index.js';
import { budgetCells, PEOPLE_COUNTS, tableCells, TEAM_CELLS } from './columns.js';
import { answerIn, isBlank, isVisible, sectionCondition, type Answers } from './conditions.js';
import { gridRows, keptRows, parseNumber, yuanText } from './rows.js';

/** What stands in the fields of one question, as it was typed. */
export type FieldValue = string | string[] | GridRow[] | Record<string, string>;
export type FormValues = Record<string, Record<string, FieldValue>>;

export type Book = Pick<Rulebook, 'form' | 'budget' | 'categories'>;

/** Answers as the server keeps them, into what stands in the fields. */
export function valuesOf(book: Book, answers: Answers): FormValues {
  return Object.fromEntries(book.form.sections.map(({ key, questions }) => [key, Object.fromEntries(questions.map((question) => [question.key, valueOf(question, answers[key]?.[question.key], book)]))]));
}

export function valueOf(question: RulebookQuestion, answer: unknown, book: Book): FieldValue {
  switch (question.kind) {
    case 'table':
      return gridRows(answer, tableCells(question));
    case 'team':
      return gridRows(answer, TEAM_CELLS);
    case 'budget':
      return gridRows(answer, budgetCells(book));
    case 'file':
      return texts(answer);
    case 'choice':
      return question.most > 1 ? texts(answer) : text(answer);
    case 'beneficiaries':
      return peopleText(answer);
    case 'money':
      return typeof answer === 'number' ? yuanText(answer) : text(answer);
    default:
      return text(answer);
  }
}

const text = (answer: unknown): string => (typeof answer === 'string' || typeof answer === 'number' ? String(answer) : '');
const texts = (answer: unknown): string[] => (Array.isArray(answer) ? answer.filter((one): one is string => typeof one === 'string') : []);

function peopleText(answer: unknown): Record<string, string> {
  const given = typeof answer === 'object' && answer !== null ? (answer as Record<string, unknown>) : {};
  return Object.fromEntries([...PEOPLE_COUNTS, 'description'].map((key) => [key, text(given[key])]));
}

/** What stands in the fields, as the server keeps it; an empty field is no answer. */
export function answersOf(book: Book, values: FormValues): Answers {
  return Object.fromEntries(
    book.form.sections.map(({ key, questions }) => [
      key,
      Object.fromEntries(questions.map((question) => [question.key, answerOf(question, values[key]?.[question.key], book)] as const).filter(([, answer]) => !isBlank(answer))),
    ]),
  );
}

export function answerOf(question: RulebookQuestion, value: FieldValue | undefined, book: Book): unknown {
  if (value === undefined) return undefined;
  switch (question.kind) {
    case 'table':
      return keptRows(value as GridRow[], tableCells(question));
    case 'team':
      return keptRows(value as GridRow[], TEAM_CELLS);
    case 'budget':
      return keptRows(value as GridRow[], budgetCells(book));
    case 'beneficiaries':
      return people(value as Record<string, string>);
    case 'money':
      return typed(value as string, parseFen);
    case 'number':
      return typed(value as string, parseNumber);
    default:
      return value;
  }
}

/** Typed and not readable stays as it was typed: it is kept, and named as a fault. */
const typed = (value: string, read: (text: string) => number | null): unknown => (value.trim() === '' ? undefined : (read(value) ?? value));

function people(value: Record<string, string>): unknown {
  const counts = PEOPLE_COUNTS.map((key) => [key, typed(value[key] ?? '', parseNumber)] as const);
  const given = [...counts, ['description', value.description?.trim() ? value.description : undefined] as const].filter(([, one]) => one !== undefined);
  return given.length === 0 ? undefined : Object.fromEntries(given);
}

/** What is submitted: a question that does not show is not answered. */
export function withoutHidden(book: Pick<Rulebook, 'form' | 'boards'>, answers: Answers): Answers {
  const answerTo = answerIn(answers);
  return Object.fromEntries(
    book.form.sections.map((section) => {
      const kept = isVisible({ visibleWhen: sectionCondition(section, book) }, answerTo) ? section.questions.filter((question) => isVisible(question, answerTo)) : [];
      const given = answers[section.key] ?? {};
      return [section.key, Object.fromEntries(kept.filter(({ key }) => key in given).map(({ key }) => [key, given[key]]))];
    }),
  );
}
