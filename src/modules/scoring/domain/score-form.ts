import { invalid, say } from '#libs/errors';
import type { Criterion } from '#modules/calls';
import type { Entries } from './check-sheet.js';

/** A row of a sheet as it came back: its number on the paper and its cells. */
export interface FormRow {
  readonly number: number;
  readonly cells: readonly (string | number | boolean | null)[];
}

/** One application's line in the form of one judge. */
export interface FormLine {
  readonly line: number;
  readonly number: string;
  readonly projectName: string;
  /** What ties the line to its sheet: the version that the form was made from (zero where there was none), or the code of a paper sheet. */
  readonly mark: string;
  readonly entries: Entries;
  readonly comment: string;
}

const HEAD = ['申报编号 Number', '项目 Project'] as const;
const MARKS = { version: '版本 Version（勿改 keep）', code: '评分表编码 Code（勿改 keep）' } as const;
const FIRST = HEAD.length + 1;

/** By what a line finds its sheet. */
export type FormMark = keyof typeof MARKS;
const COMMENT = '总体评语 Comment';
const NOT_APPLICABLE = '不适用 n/a';

type Header = Pick<Criterion, 'key' | 'title' | 'max' | 'step'>;

/** The first row: what each column holds. It must come back as it went out. */
export function formHeader(criteria: readonly Header[], mark: FormMark = 'version'): string[] {
  const columns = criteria.flatMap(({ title, max, step }) => [`${title.zh}（0–${max}，每级 ${step}）`, `${title.zh} · 理由 reason`]);
  return [...HEAD, MARKS[mark], ...columns, COMMENT];
}

/** A line as it goes out: points as they stand, empty where nothing was given. */
export const formCells = (criteria: readonly Header[], { number, projectName, mark, entries, comment }: Omit<FormLine, 'line'>): (string | number)[] => [
  number, projectName, mark,
  ...criteria.flatMap(({ key }) => {
    const { points = null, reason = '' } = entries[key] ?? {};
    return [points === null ? '' : points === 'n/a' ? NOT_APPLICABLE : Number(points), reason];
  }),
  comment,
];

const text = (cell: FormRow['cells'][number] | undefined): string => (cell === null || cell === undefined ? '' : String(cell).trim());

/**
 * Reads a form that came back. A form of another panel, with a column moved, or with one application on two lines is refused whole:
 * scores would land where they do not belong.
 * @throws DomainError `form_foreign` naming the column, `form_twice` naming the lines
 */
export function readForm(criteria: readonly Header[], rows: readonly FormRow[], mark: FormMark = 'version'): FormLine[] {
  const [head, ...body] = rows;
  refuseForeign(formHeader(criteria, mark), head);
  const lines = body.filter(({ cells }) => cells.some((cell) => text(cell) !== '')).map((row) => lineOf(criteria, row));
  const twice = lines.find(({ number }, at) => lines.findIndex((other) => other.number === number) !== at);
  if (twice) {
    const both = lines.filter(({ number }) => number === twice.number).map(({ line }) => line).join('、');
    throw invalid('form_twice', say('申报 {number} 在表中出现多次（第 {both} 行），没有录入任何分数', 'Application {number} stands on several lines ({both}); nothing was taken'), { number: twice.number, both });
  }
  return lines;
}

/** Readers bring text to NFKC; so is the header before it is compared. */
const plain = (header: string): string => header.normalize('NFKC').trim();

function refuseForeign(expected: readonly string[], head: FormRow | undefined): void {
  const at = expected.findIndex((header, column) => plain(header) !== plain(text(head?.cells[column])));
  if (at < 0) return;
  throw invalid('form_foreign', say('第 {column} 列应为“{header}”，可能换了表或移动了列；没有录入任何分数', 'Column {column} should be "{header}": another form, or a column was moved; nothing was taken'), { column: at + 1, header: expected[at]! });
}

function lineOf(criteria: readonly Header[], { number: line, cells }: FormRow): FormLine {
  const entries = criteria.map(({ key }, at): [string, Entries[string]] => {
    const [points, reason] = [text(cells[FIRST + 2 * at]), text(cells[FIRST + 2 * at + 1])];
    return [key, { points: pointsOf(points), ...(reason === '' ? {} : { reason }) }];
  });
  return {
    line, number: text(cells[0]), projectName: text(cells[1]), mark: text(cells[HEAD.length]),
    entries: Object.fromEntries(entries.filter(([, entry]) => entry.points !== null || entry.reason !== undefined)), comment: text(cells[FIRST + 2 * criteria.length]),
  };
}

const pointsOf = (cell: string): string | null => (cell === '' ? null : ['不适用', 'n/a', plain(NOT_APPLICABLE).toLowerCase()].includes(plain(cell).toLowerCase()) ? 'n/a' : cell);
