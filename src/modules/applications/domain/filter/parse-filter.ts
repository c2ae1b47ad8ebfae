import { invalid, say } from '#libs/errors';
import { yuan } from '#libs/money';
import { applicationLifecycle } from '../application.lifecycle.js';
import { APPLICATION_STATUSES, type ApplicationStatus } from '../application-status.js';

export type TextField = 'any' | 'number' | 'project' | 'organisation';
export type NumberField = 'requested' | 'total' | 'rank';
export type Comparison = '=' | '>' | '>=' | '<' | '<=';

/** One thing that is asked of an application. Amounts in fen; days in Asia/Shanghai. */
export type Condition =
  | { readonly kind: 'text'; readonly field: TextField; readonly value: string; readonly not: boolean }
  | { readonly kind: 'number'; readonly field: NumberField; readonly is: Comparison; readonly value: number; readonly not: boolean }
  | { readonly kind: 'day'; readonly is: Comparison; readonly value: string; readonly not: boolean }
  | { readonly kind: 'status'; readonly values: readonly ApplicationStatus[]; readonly not: boolean };

interface FieldOf {
  readonly zh: string;
  readonly en: string;
  /** What people call it as well: above all the heads of the table’s columns. */
  readonly also: readonly string[];
  readonly read: (value: string, is: Comparison, not: boolean) => Condition;
}

const text = (field: TextField) => (value: string, _is: Comparison, not: boolean): Condition => ({ kind: 'text', field, value, not });
const amount = (field: NumberField) => (value: string, is: Comparison, not: boolean): Condition => ({ kind: 'number', field, is, value: fenOf(value), not });

/** What can be asked for by name, in both languages. */
export const FILTER_FIELDS: readonly FieldOf[] = [
  { zh: '状态', en: 'status', also: [], read: (value, _, not) => ({ kind: 'status', values: statusesOf(value), not }) },
  { zh: '项目', en: 'project', also: ['项目名称'], read: text('project') },
  { zh: '组织', en: 'organisation', also: ['申报组织', '申报单位', '单位', 'organization'], read: text('organisation') },
  { zh: '编号', en: 'number', also: [], read: text('number') },
  { zh: '申请', en: 'requested', also: ['申请金额', '金额', 'amount'], read: amount('requested') },
  { zh: '总预算', en: 'total', also: ['预算', 'budget'], read: amount('total') },
  { zh: '名次', en: 'rank', also: ['排名'], read: (value, is, not) => ({ kind: 'number', field: 'rank', is, value: wholeOf(value), not }) },
  { zh: '提交', en: 'submitted', also: ['提交时间', '提交日期'], read: (value, is, not) => ({ kind: 'day', is, value: dayOfText(value), not }) },
];

/** Signs may be as wide as a Chinese keyboard writes them. */
const HEAD = /^([-－]?)(?:([a-z\u4e00-\u9fff]+)([>＞][=＝]|[<＜][=＝]|[≥≤:：=＝><＞＜]))?/iu;
const SIGNS: Readonly<Record<string, Comparison>> = { ':': '=', '≥': '>=', '≤': '<=' };
const CLOSING: Readonly<Record<string, string>> = { '"': '"', '“': '”' };

interface Token {
  readonly not: boolean;
  readonly name?: string;
  readonly is: string;
  readonly value: string;
}

/**
 * Reads a filter such as `状态:已提交 申请>=30000 儿童 -组织:基金会`: words are looked for in number, project and organisation, a field is named in
 * either language, a minus leaves out, quotation marks keep spaces together, `状态:已提交,待补正` means either.
 * @throws DomainError `filter_field_unknown`, `filter_value_invalid`
 */
export function parseFilter(words: string): Condition[] {
  return tokensOf(words).map(({ not, name, is, value }) => {
    if (name === undefined) return { kind: 'text', field: 'any', value, not };
    const field = FILTER_FIELDS.find(({ zh, en, also }) => [zh, en, ...also].includes(name.toLowerCase()));
    if (!field) throw unknownField(name);
    return field.read(value, comparisonOf(is), not);
  });
}

const comparisonOf = (sign: string): Comparison => SIGNS[sign.normalize('NFKC')] ?? (sign.normalize('NFKC') as Comparison);

/** Each character is looked at once: a quotation mark that is never closed keeps everything after it together. */
function tokensOf(words: string): Token[] {
  const found: Token[] = [];
  for (let rest = words.trim(); rest !== ''; ) {
    const [head, minus = '', name, is = '='] = HEAD.exec(rest)!;
    const value = valueAtStart(rest.slice(head.length));
    const whole = value === '' ? valueAtStart(rest) : head + value;
    found.push(value === '' ? wordOf(whole) : { not: minus !== '', is, value: unquoted(value), ...(name ? { name } : {}) });
    rest = rest.slice(whole.length).trimStart();
  }
  return found;
}

/** A field of which nothing is asked, or a minus by itself, is a word like any other. */
function wordOf(whole: string): Token {
  const not = /^[-－]./u.test(whole);
  return { not, is: '=', value: not ? whole.slice(1) : whole };
}

function valueAtStart(text: string): string {
  const closing = CLOSING[text.charAt(0)];
  if (!closing) return /^\S*/.exec(text)![0];
  const end = text.indexOf(closing, 1);
  return end < 0 ? text : text.slice(0, end + 1);
}

const unquoted = (value: string): string => (CLOSING[value.charAt(0)] ? value.slice(1).replace(/["”]$/, '') : value) || value;

function unknownField(name: string): Error {
  const [zh, en] = [FILTER_FIELDS.map((field) => field.zh).join('、'), FILTER_FIELDS.map((field) => field.en).join(', ')];
  return invalid('filter_field_unknown', say('没有“{name}”这个筛选项，可以用：{zh}', 'There is no field "{name}"; there are: {en}'), { name, zh, en });
}

const wrongValue = (value: string, zh: string, en: string): Error =>
  invalid('filter_value_invalid', say('“{value}”不能用在这里：{zh}', '"{value}" does not fit here: {en}'), { value, zh, en });

function statusesOf(value: string): ApplicationStatus[] {
  return value.split(/[,，、]/).map((word) => {
    const found = APPLICATION_STATUSES.find((status) => status === word || applicationLifecycle.label(status).zh === word || applicationLifecycle.label(status).en.toLowerCase() === word.toLowerCase());
    if (!found) throw wrongValue(word, `状态有${APPLICATION_STATUSES.map((status) => applicationLifecycle.label(status).zh).join('、')}`, `statuses are ${APPLICATION_STATUSES.map((status) => applicationLifecycle.label(status).en).join(', ')}`);
    return found;
  });
}

function fenOf(value: string): number {
  const plain = inYuan(value.normalize('NFKC').replace(/(?<=\d),(?=\d{3})/g, ''));
  if (!/^\d{1,9}(\.\d{1,2})?$/.test(plain)) throw wrongValue(value, '金额以元为单位，如 30000、30,000 或 3.5万', 'an amount in yuan, such as 30000 or 30,000');
  return yuan(plain);
}

/** `3.5万` is 35000: the point moves, nothing is rounded. */
function inYuan(amount: string): string {
  const [, whole, part = ''] = /^(\d+)(?:\.(\d{1,6}))?万元?$/.exec(amount) ?? [];
  if (whole === undefined) return amount.replace(/元$/, '');
  const digits = part.padEnd(4, '0');
  const yuan = `${whole}${digits.slice(0, 4)}`.replace(/^0+/, '') || '0';
  return `${yuan}${digits.length > 4 ? `.${digits.slice(4)}` : ''}`;
}

function wholeOf(value: string): number {
  if (!/^\d{1,6}$/.test(value)) throw wrongValue(value, '名次是整数', 'a rank is a whole number');
  return Number(value);
}

function dayOfText(value: string): string {
  const day = new Date(`${value}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(value) || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== value) throw wrongValue(value, '日期写作 2026-09-01', 'a day is written 2026-09-01');
  return value;
}

/** What an application is found by: every character of these texts, and every pair within a word. */
export function wordsOf(texts: readonly (string | null)[]): string[] {
  const characters = plainText(texts.map((text) => text ?? '').join('\n')).replace(/\s+/gu, ' ');
  return [...new Set([...gramsOf(characters), ...characters])].filter((gram) => gram !== ' ');
}

/** The pairs of characters by which a word is found; of a single character the character itself. */
export function gramsOf(word: string): string[] {
  const parts = plainText(word).split(/\s+/u).filter(Boolean);
  return [...new Set(parts.flatMap((part) => {
    const characters = [...part];
    return characters.length === 1 ? characters : characters.slice(1).map((character, at) => characters[at]! + character);
  }))];
}

/** Width and case do not matter. */
export const plainText = (word: string): string => word.normalize('NFKC').toLowerCase();
