import { say, type Sentence } from '#libs/errors';
import type { ReadBlock } from '#libs/word';
import type { Question, TableColumn } from '#modules/calls';
import { markOf, PEOPLE_ROWS, TEAM_COLUMNS, type OfflineSource } from './offline-form.js';
import { allOf, inCell, readCell, readChoice, unread, type Reading, type Unread } from './offline-values.js';

/** One question found in a filled document: its answer, or why it cannot be read. */
export interface FoundAnswer {
  readonly section: string;
  readonly question: string;
  readonly reading: Reading;
}

export interface ReadForm {
  readonly found: readonly FoundAnswer[];
  /** What stands in the document and belongs to no question of the form. */
  readonly strange: readonly Sentence[];
  /** Whether it is the form of this call; null where it does not say. */
  readonly ofThisCall: boolean | null;
}

const NUMBER = /^\s*(\d{1,3})[.．](\d{1,3})\s+/;
const MARK = /\[[A-Z0-9-]{4,40}\]/;
const OTHER_TITLE = say('题号 {number} 的标题与申报书不同（应为“{zh}”），没有读取', 'The title at number {number} is not that of the form ("{en}"); it was not read');
const NO_SUCH = say('申报书没有题号 {number}，没有读取', 'The form has no number {number}; it was not read');
const TWICE = say('题号 {number} 出现了两次，只读取了第一次', 'Number {number} stands there twice; only the first was read');
const HEADS_CHANGED = say('表头与申报书不同，无法对应到各列', 'The head of the table is not that of the form; its columns cannot be told');

type Source = Pick<OfflineSource, 'sections' | 'categories' | 'callNumber'>;

/** Reads a filled document: a question is found by its number and known by its title; an empty box leaves the draft as it is. */
export function readOfflineForm(blocks: readonly ReadBlock[], source: Source): ReadForm {
  const found: FoundAnswer[] = [];
  const strange: Sentence[] = [];
  const seen = new Set<string>();
  for (const { rows } of blocks.filter((one) => one.kind === 'table')) {
    const number = numberOf(rows);
    const asked = number === null ? null : whatAsks(number, rows[0]?.[0] ?? '', seen, source);
    if (number === null || !asked) continue;
    seen.add(number);
    if ('unread' in asked) strange.push(...asked.unread);
    else found.push(...answersIn(asked, rows, source));
  }
  return { found, strange, ofThisCall: belongs(blocks, source.callNumber) };
}

/** The question at the number, or why what stands there is not its answer. */
function whatAsks(number: string, head: string, seen: ReadonlySet<string>, source: Source): Placed | Unread {
  const placed = place(number, source);
  if (!placed) return unread(NO_SUCH, { number });
  if (!isTitled(head, placed.question)) return unread(OTHER_TITLE, { number, ...placed.question.title });
  return seen.has(number) ? unread(TWICE, { number }) : placed;
}

function answersIn({ section, question }: Placed, rows: readonly string[][], source: Source): FoundAnswer[] {
  const reading = read(question, rows, source);
  return reading ? [{ section, question: question.key, reading }] : [];
}

function numberOf(rows: readonly string[][]): string | null {
  const match = NUMBER.exec((rows[0]?.[0] ?? '').normalize('NFKC'));
  return match ? `${Number(match[1])}.${Number(match[2])}` : null;
}

interface Placed {
  readonly section: string;
  readonly question: Question;
}

function place(number: string, { sections }: Source): Placed | null {
  const [section, question] = number.split('.').map(Number) as [number, number];
  const at = sections[section - 1];
  const asked = at?.questions[question - 1];
  return at && asked ? { section: at.key, question: asked } : null;
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

const isTitled = (head: string, { title }: Question): boolean => [title.zh, title.en].some((one) => plain(head.replace(NUMBER, '')).startsWith(plain(one)));

function belongs(blocks: readonly ReadBlock[], callNumber: string): boolean | null {
  const marks = blocks.flatMap((block) => (block.kind === 'text' ? (MARK.exec(block.text) ?? []) : []));
  return marks.length === 0 ? null : marks.includes(markOf(callNumber));
}

function read(question: Question, rows: readonly string[][], { categories }: Source): Reading | null {
  if (question.kind === 'choice') return readChoice(question, categories, bodyOf(rows));
  if (question.kind === 'table') return readRows(rows, question.columns);
  if (question.kind === 'team') return readTeam(readRows(rows, TEAM_COLUMNS));
  if (question.kind === 'beneficiaries') return readPeople(rows.slice(2));
  return question.kind === 'budget' || question.kind === 'file' ? null : readCell(question.kind, bodyOf(rows));
}

const bodyOf = (rows: readonly string[][]): string => rows[1]?.[0] ?? '';

/** Columns by their heads, in whatever order; a row in which nothing stands is left out. */
function readRows(rows: readonly string[][], columns: readonly TableColumn[]): Reading | null {
  const heads = (rows[1] ?? []).map((head) => columns.find(({ title }) => [title.zh, title.en].some((one) => plain(one) === plain(head))));
  const filled = rows.slice(2).filter((row) => row.some((cell) => cell.trim() !== ''));
  if (filled.length === 0) return null;
  if (heads.every((column) => column === undefined)) return { unread: [HEADS_CHANGED] };
  const read = filled.map((row) => row.map((cell, at) => ({ column: heads[at], key: heads[at]?.key, reading: heads[at] ? readCell(heads[at].kind, cell) : null })));
  const faults = read.flatMap((cells, row) => cells.flatMap(({ column, reading }) => (column ? inCell(row + 1, column.title, reading) : [])));
  if (faults.length > 0) return allOf(faults);
  return { answer: read.map((cells) => Object.fromEntries(cells.flatMap(({ key, reading }) => (key && reading && 'answer' in reading ? [[key, reading.answer]] : [])))) };
}

/** 专职 is said in words on paper. */
function readTeam(reading: Reading | null): Reading | null {
  if (!reading || 'unread' in reading) return reading;
  return { answer: (reading.answer as Record<string, unknown>[]).map(({ fullTime, ...person }) => (fullTime === undefined ? person : { ...person, fullTime: /^(是|专职|yes|y|√|✓)/i.test(String(fullTime)) })) };
}

function readPeople(rows: readonly string[][]): Reading | null {
  const read = PEOPLE_ROWS.flatMap(({ key, title, kind }) => {
    const row = rows.find(([head = '']) => [title.zh, title.en].some((one) => plain(one) === plain(head)));
    const reading = readCell(kind, row?.[1] ?? '');
    return reading ? [{ key, title, reading }] : [];
  });
  const faults = read.flatMap(({ title, reading }) => ('unread' in reading ? reading.unread.map((why) => say(`“${title.zh}”：${why.zh}`, `"${title.en}": ${why.en}`)) : []));
  if (faults.length > 0) return allOf(faults);
  return read.length === 0 ? null : { answer: Object.fromEntries(read.flatMap(({ key, reading }) => ('answer' in reading ? [[key, reading.answer]] : []))) };
}
