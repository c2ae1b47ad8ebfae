import { say, type Sentence } from '#libs/errors';
import type { Cell, CellValue, ReadSheet, Sheet, SheetColumn } from '#libs/spreadsheets';
import type { BudgetRules } from '#modules/calls';
import { yuanText, type Language } from './offline-form.js';
import { allOf, inCell, readCell, unread, type Reading } from './offline-values.js';

interface BudgetColumn {
  readonly key: string;
  readonly title: Sentence;
  readonly kind: 'short_text' | 'number' | 'money';
  readonly width: number;
}

const COLUMNS: readonly BudgetColumn[] = [
  { key: 'category', title: { zh: '支出类别', en: 'Cost' }, kind: 'short_text', width: 20 },
  { key: 'item', title: { zh: '内容', en: 'Item' }, kind: 'short_text', width: 28 },
  { key: 'unitFen', title: { zh: '单价（元）', en: 'Unit price (yuan)' }, kind: 'money', width: 14 },
  { key: 'unit', title: { zh: '单位', en: 'Unit' }, kind: 'short_text', width: 10 },
  { key: 'quantity', title: { zh: '数量', en: 'Quantity' }, kind: 'number', width: 10 },
  { key: 'days', title: { zh: '天数（按天计算时填写）', en: 'Days (where counted by day)' }, kind: 'number', width: 22 },
  { key: 'grade', title: { zh: '人员级别（专家费填写）', en: 'Grade (for experts)' }, kind: 'short_text', width: 22 },
  { key: 'source', title: { zh: '资金来源', en: 'Source' }, kind: 'short_text', width: 14 },
  { key: 'note', title: { zh: '计算依据', en: 'Arithmetic' }, kind: 'short_text', width: 40 },
];
const GRADES = [{ key: 'senior', title: { zh: '高级职称', en: 'senior' } }, { key: 'other', title: { zh: '其他', en: 'other' } }];
const CHOICES = { zh: '可选值', en: 'Choices' };
const RULES = { zh: '预算规则', en: 'Rules' };
const BUDGET = { zh: '预算', en: 'Budget' };
const NO_BUDGET = say('没有找到预算表：第一行须保留原来的表头', 'No budget was found: keep the head in the first row');
const UNKNOWN = say('没有“{text}”这一项', 'there is no "{text}"');

type Choice = { readonly key: string; readonly title: Sentence };
type Line = Readonly<Record<string, unknown>>;

const choicesFor = (key: string, { costs, sources }: BudgetRules): readonly Choice[] | null => ({ category: costs, source: sources, grade: GRADES })[key as 'category'] ?? null;

/** The budget as a workbook to be filled in: the grid with lists to choose from, the choices, and the rules in their own words. */
export function offlineBudget(rules: BudgetRules, lines: readonly Line[], language: Language): Sheet[] {
  const lists = ['category', 'source', 'grade'] as const;
  const range = (key: string): Pick<SheetColumn, 'choicesFrom'> => {
    const at = lists.indexOf(key as 'category');
    return at === -1 ? {} : { choicesFrom: `'${CHOICES[language]}'!$${'ABC'[at]}$2:$${'ABC'[at]}$${choicesFor(key, rules)!.length + 1}` };
  };
  const named = lists.map((key) => choicesFor(key, rules)!.map(({ title }) => title[language]));
  const longest = Math.max(...named.map(({ length }) => length));
  return [
    { name: BUDGET[language], columns: COLUMNS.map(({ key, title, width }) => ({ header: title[language], width, ...range(key) })), rows: lines.map((line) => COLUMNS.map(({ key, kind }) => shown(line[key], key, kind, { rules, language }))) },
    { name: CHOICES[language], columns: lists.map((key) => ({ header: COLUMNS.find((column) => column.key === key)!.title[language], width: 30 })), rows: Array.from({ length: longest }, (_, at) => named.map((list) => list[at] ?? null)) },
    { name: RULES[language], columns: [{ header: RULES[language], width: 100 }], rows: rules.rules.map(({ text }) => [text[language]]) },
  ];
}

function shown(value: unknown, key: string, kind: BudgetColumn['kind'], { rules, language }: { rules: BudgetRules; language: Language }): Cell {
  const choice = choicesFor(key, rules)?.find((one) => one.key === value);
  if (choice) return choice.title[language];
  if (kind === 'money' && typeof value === 'number') return Number(yuanText(value));
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

/** Reads a filled workbook: all of it, or every cell that cannot be read, with its row and column. Null where nothing was filled in. */
export function readOfflineBudget(sheets: readonly ReadSheet[], rules: BudgetRules): Reading | null {
  const sheet = sheets.find(({ rows }) => columnsOf(rows[0]?.cells ?? []).filter(Boolean).length >= 5);
  if (!sheet) return { unread: [NO_BUDGET] };
  const columns = columnsOf(sheet.rows[0]!.cells);
  const read = sheet.rows.slice(1).map(({ number, cells }) => readLine(number, cells, columns, rules));
  const faults = read.flatMap((line) => line.faults);
  if (faults.length > 0) return allOf(faults);
  const lines = read.map(({ line }) => line).filter((line) => Object.keys(line).length > 0);
  return lines.length === 0 ? null : { answer: lines };
}

const same = (one: string, other: string): boolean => one.normalize('NFKC').replace(/\s/g, '').toLowerCase() === other.normalize('NFKC').replace(/\s/g, '').toLowerCase();

const columnsOf = (cells: readonly CellValue[]): (BudgetColumn | undefined)[] =>
  cells.map((cell) => COLUMNS.find(({ title }) => typeof cell === 'string' && (same(cell, title.zh) || same(cell, title.en))));

function readLine(row: number, cells: readonly CellValue[], columns: readonly (BudgetColumn | undefined)[], rules: BudgetRules): { line: Line; faults: Sentence[] } {
  const line: Record<string, unknown> = {};
  const faults: Sentence[] = [];
  for (const [at, column] of columns.entries()) {
    const reading = column ? read(cells[at] ?? '', column, rules) : null;
    if (!column || !reading) continue;
    if ('answer' in reading) line[column.key] = reading.answer;
    faults.push(...inCell(row, column.title, reading));
  }
  return { line, faults };
}

function read(cell: string | number | boolean, { key, kind }: BudgetColumn, rules: BudgetRules): Reading | null {
  const choices = choicesFor(key, rules);
  if (cell === '') return null;
  if (!choices) return readCell(kind, typeof cell === 'number' ? roundedText(cell) : String(cell));
  const text = String(cell);
  const found = choices.find(({ title, key: known }) => same(text, title.zh) || same(text, title.en) || text === known);
  return found ? { answer: found.key } : unread(UNKNOWN, { text: text.slice(0, 40) });
}

/** A sheet computes in binary: 0.1 + 0.2 is meant to be 0.3. */
const roundedText = (value: number): string => String(Math.round(value * 1e6) / 1e6);
