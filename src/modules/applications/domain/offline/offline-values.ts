import { DomainError, say, type Sentence } from '#libs/errors';
import { yuan } from '#libs/money';
import type { Category, ChoiceQuestion, Question, TableColumn } from '#modules/calls';

/** An answer as it was written by hand into a document, or everything in it that cannot be read. */
export type Reading = { readonly answer: unknown } | Unread;

export interface Unread {
  readonly unread: readonly Sentence[];
}

export type PlainQuestion = Extract<Question, { kind: 'short_text' | 'long_text' | 'number' | 'money' | 'date' | 'choice' }>;

const NOT_A_NUMBER = say('“{text}”不是数字', '"{text}" is no number');
const NOT_AN_AMOUNT = say('“{text}”不是以元为单位的金额', '"{text}" is no amount in yuan');
const NOT_A_DAY = say('“{text}”不是日期，请写作 2027-03-01', '"{text}" is no day; write it 2027-03-01');
const NOTHING_CHOSEN = say('没有看到勾选：请把选中的一项前面的 ☐ 改成 ☑', 'Nothing is ticked: turn the ☐ before your choice into ☑');
const TOO_MANY_CHOSEN = say('勾选了 {count} 项，至多 {most} 项', '{count} are ticked, at most {most} may be');

export const unread = (sentence: Sentence, facts: Readonly<Record<string, string | number>> = {}): Unread => {
  const put = (text: string) => text.replace(/\{(\w+)\}/g, (_, key: string) => String(facts[key] ?? ''));
  return { unread: [say(put(sentence.zh), put(sentence.en))] };
};

/** What is wrong in one cell of a table, with its place there. */
export const inCell = (row: number, column: Sentence, reading: Reading | null): Sentence[] =>
  reading && 'unread' in reading ? reading.unread.map((why) => say(`第 ${row} 行“${column.zh}”：${why.zh}`, `Row ${row}, "${column.en}": ${why.en}`)) : [];

/** More than this is the wrong file rather than a slip here and there. */
const MOST_TOLD = 30;

/** All that is wrong, so that the file is mended once; of very much the first of it. */
export const allOf = (faults: readonly Sentence[]): Unread => {
  const more = faults.length - MOST_TOLD;
  return { unread: more <= 0 ? faults : [...faults.slice(0, MOST_TOLD), say(`另有 ${more} 处读不出来`, `and ${more} more`)] };
};

/** What stands in a cell, for the kind of its column; null for an empty one. */
export function readCell(kind: TableColumn['kind'] | 'long_text', written: string | number): Reading | null {
  const text = String(written).trim().replace(/^'/, '');
  if (text === '') return null;
  if (kind === 'number') return readNumber(text);
  if (kind === 'money') return readMoney(text);
  return kind === 'date' ? readDay(text) : { answer: text };
}

function readNumber(text: string): Reading {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '').replace(/(?:人|次|人次|户|个|名|天|场)$/, '');
  return /^-?\d{1,12}(?:\.\d{1,6})?$/.test(plain) ? { answer: Number(plain) } : unread(NOT_A_NUMBER, { text: text.slice(0, 40) });
}

function readMoney(text: string): Reading {
  try {
    return { answer: yuan(text.normalize('NFKC').replace(/[\s元]/g, '')) };
  } catch (error) {
    if (error instanceof DomainError) return unread(NOT_AN_AMOUNT, { text: text.slice(0, 40) });
    throw error;
  }
}

function readDay(text: string): Reading {
  const found = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?: 00:00:00)?$/.exec(text.normalize('NFKC'));
  if (!found) return unread(NOT_A_DAY, { text: text.slice(0, 40) });
  return { answer: `${found[1]}-${found[2]!.padStart(2, '0')}-${found[3]!.padStart(2, '0')}` };
}

export interface Option {
  readonly key: string;
  readonly title: Sentence;
}

export const optionsOf = ({ options }: Pick<ChoiceQuestion, 'options'>, categories: readonly Category[]): readonly Option[] => (options === 'categories' ? categories.filter(({ open }) => open) : options);

const EMPTY_BOX = '☐';
const TICKED = '☑';
const TICKS = /[☑☒■√✓✔●]/u;
const BOXES = /[☐□○☑☒■√✓✔●()（）[\]\s]/gu;

/** Each option on a line of its own, the chosen ones ticked. */
export const choiceLines = (question: Pick<ChoiceQuestion, 'options'>, categories: readonly Category[], chosen: unknown, language: 'zh' | 'en'): string[] =>
  optionsOf(question, categories).map(({ key, title }) => `${(Array.isArray(chosen) ? chosen : [chosen]).includes(key) ? TICKED : EMPTY_BOX} ${title[language]}`);

/** A ticked line, or the only lines left when nobody kept the boxes. */
export function readChoice(question: ChoiceQuestion, categories: readonly Category[], text: string): Reading | null {
  const lines = text.split('\n').map((line) => ({ ticked: TICKS.test(line), boxed: /[☐□○]/u.test(line), name: bare(line) })).filter(({ name }) => name !== '');
  const options = optionsOf(question, categories);
  const named = lines.map((line) => ({ ...line, option: options.find(({ title }) => bare(title.zh) === line.name || bare(title.en) === line.name) }));
  const chosen = named.filter(({ ticked, boxed, option }) => option && (ticked || !boxed)).map(({ option }) => option!.key);
  const untouched = named.length > 0 && named.every(({ ticked, boxed }) => boxed && !ticked);
  if (lines.length === 0 || (untouched && named.length === options.length)) return null;
  if (chosen.length === 0) return unread(NOTHING_CHOSEN);
  if (chosen.length > question.most) return unread(TOO_MANY_CHOSEN, { count: chosen.length, most: question.most });
  return { answer: question.most > 1 ? chosen : chosen[0] };
}

const bare = (text: string): string => text.replace(BOXES, '').normalize('NFKC').toLowerCase();
