import { countCharacters } from '#libs/characters';
import { fen, formatFen } from '#libs/money';
import type {
  BeneficiariesQuestion, Category, ChoiceQuestion, DateQuestion, FileQuestion, MoneyQuestion, NumberQuestion, Question, TableColumn,
  TableQuestion, TeamQuestion, TextLimit,
} from '#modules/calls';
import { fitsPattern } from '#modules/calls';
import { isBlank } from './answers.js';
import { fault, warning, type AnswerFault } from './fault.js';

type Faults = Iterable<AnswerFault>;
type Row = Record<string, unknown>;

/** The most digits a sum of money has: 10 billion yuan. */
const MOST_FEN = 1_000_000_000_000;
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const TEAM: readonly TableColumn[] = ['name', 'education', 'licence', 'role', 'phone'].map((key) => ({
  key, title: { zh: key, en: key }, kind: 'short_text', required: key === 'name' || key === 'role',
}));
const COUNTS = ['direct', 'indirect', 'women', 'children', 'families', 'personTimes'] as const;

/** What is wrong with a given answer of one question. A budget is checked by its own rules. */
export function checkAnswer(question: Question, answer: unknown, categories: readonly Category[]): Faults {
  return (CHECKS[question.kind] as (q: Question, a: unknown, c: readonly Category[]) => Faults)(question, answer, categories);
}

const CHECKS: { [Kind in Question['kind']]: (question: Question & { kind: Kind }, answer: unknown, categories: readonly Category[]) => Faults } = {
  short_text: ({ limit, pattern }, answer) => checkText(answer, limit, pattern),
  long_text: ({ limit }, answer) => checkText(answer, limit),
  number: checkNumber,
  money: checkMoney,
  choice: checkChoice,
  date: checkDay,
  table: checkTable,
  team: checkTeam,
  beneficiaries: checkBeneficiaries,
  budget: () => [],
  file: checkFiles,
};

function* checkText(answer: unknown, { min = 0, max, margin }: TextLimit, pattern?: string): Faults {
  if (typeof answer !== 'string') return yield fault('wrong_form');
  const count = most(answer, min, max);
  if (count > max + margin) yield fault('text_too_long', { count, max });
  else if (count > max) yield warning('text_over_limit', { count, max });
  if (count < min) yield fault('text_too_short', { count, min });
  if (pattern !== undefined && !fitsPattern(pattern, answer)) yield fault('pattern_missed');
}

/** No text has more 字 than code units: one that is neither too long nor too short by those is not counted, which a save would do at every pause. */
const most = (text: string, min: number, max: number): number => (min === 0 && text.length <= max ? text.length : countCharacters(text));

function* checkNumber({ min, max, decimals }: NumberQuestion, answer: unknown): Faults {
  if (typeof answer !== 'number' || !Number.isFinite(answer)) return yield fault('wrong_form');
  if ((String(answer).split('.')[1] ?? '').length > decimals) yield fault('too_many_decimals', { decimals });
  yield* bounds(answer, min, max);
}

function* checkMoney({ minFen, maxFen }: MoneyQuestion, answer: unknown): Faults {
  if (!isFen(answer)) return yield fault('wrong_form');
  if (minFen !== undefined && answer < minFen) yield fault('number_too_small', { min: formatFen(fen(minFen)) });
  if (maxFen !== undefined && answer > maxFen) yield fault('number_too_large', { max: formatFen(fen(maxFen)) });
}

export const isFen = (answer: unknown): answer is number => Number.isSafeInteger(answer) && (answer as number) >= 0 && (answer as number) <= MOST_FEN;

function* bounds(value: number, min?: number, max?: number): Faults {
  if (min !== undefined && value < min) yield fault('number_too_small', { min });
  if (max !== undefined && value > max) yield fault('number_too_large', { max });
}

function* checkChoice({ options, least, most }: ChoiceQuestion, answer: unknown, categories: readonly Category[]): Faults {
  const chosen = most > 1 ? answer : [answer];
  if (!Array.isArray(chosen) || new Set(chosen).size !== chosen.length) return yield fault('wrong_form');
  const offered = options === 'categories' ? categories : options;
  if (chosen.some((one) => !offered.some(({ key }) => key === one))) return yield fault('option_unknown');
  if (offered.some((option) => 'open' in option && !option.open && chosen.includes(option.key))) yield fault('category_closed');
  yield* howMany(chosen.length, least, most);
}

function* howMany(count: number, least: number, most: number): Faults {
  if (count < least) yield fault('too_few', { least });
  if (count > most) yield fault('too_many', { most });
}

function* checkDay({ earliest, latest }: DateQuestion, answer: unknown): Faults {
  if (!isDay(answer)) return yield fault('wrong_form');
  if (earliest !== undefined && answer < earliest) yield fault('day_too_early', { earliest });
  if (latest !== undefined && answer > latest) yield fault('day_too_late', { latest });
}

const isDay = (answer: unknown): answer is string =>
  typeof answer === 'string' && DAY.test(answer) && new Date(`${answer}T00:00:00Z`).toISOString().startsWith(answer);

function* checkTable({ columns, minRows, maxRows }: TableQuestion, answer: unknown): Faults {
  yield* checkRows(answer, columns, { minRows, maxRows });
}

function* checkTeam({ minRows, maxRows }: TeamQuestion, answer: unknown): Faults {
  yield* checkRows(answer, TEAM, { minRows, maxRows });
}

const CELLS: Record<TableColumn['kind'], (cell: unknown) => boolean> = {
  short_text: (cell) => typeof cell === 'string' && cell.length <= 1000,
  number: (cell) => typeof cell === 'number' && Number.isFinite(cell),
  money: isFen,
  date: isDay,
};

function* checkRows(answer: unknown, columns: readonly TableColumn[], { minRows, maxRows }: { minRows: number; maxRows: number }): Faults {
  if (!Array.isArray(answer) || answer.some((row) => typeof row !== 'object' || row === null)) return yield fault('wrong_form');
  yield* howMany(answer.length, minRows, maxRows);
  for (const [at, row] of (answer as Row[]).entries()) yield* columns.flatMap((column) => checkCell(row[column.key], column, `${at}.${column.key}`));
}

function checkCell(cell: unknown, { kind, required }: TableColumn, place: string): AnswerFault[] {
  if (isBlank(cell)) return required ? [fault('answer_missing', {}, place)] : [];
  return CELLS[kind](cell) ? [] : [fault('wrong_form', {}, place)];
}

/** Persons and person-times are never added up: each is a count of its own. */
function* checkBeneficiaries({ minDirect }: BeneficiariesQuestion, answer: unknown): Faults {
  if (typeof answer !== 'object' || answer === null) return yield fault('wrong_form');
  const counts = answer as Row;
  const wrong = COUNTS.filter((key) => counts[key] !== undefined && !(Number.isSafeInteger(counts[key]) && (counts[key] as number) >= 0));
  for (const key of wrong) yield fault('wrong_form', {}, key);
  if (counts['direct'] === undefined) yield fault('answer_missing', {}, 'direct');
  else if (!wrong.includes('direct') && (counts['direct'] as number) < minDirect) yield fault('too_few_direct', { min: minDirect }, 'direct');
}

function* checkFiles({ maxFiles }: FileQuestion, answer: unknown): Faults {
  if (!Array.isArray(answer) || answer.some((id) => typeof id !== 'string')) return yield fault('wrong_form');
  if (answer.length > maxFiles) yield fault('too_many', { most: maxFiles });
}
