import { invalid, say } from '#libs/errors';
import type { Block, ReadBlock } from '#libs/word';
import type { Criterion } from '#modules/calls';
import { formHeader, type FormRow } from './score-form.js';

/** One sheet of a guest as it goes out on paper and in a document. */
export interface WordSheet {
  readonly number: string;
  readonly projectName: string;
  readonly code: string;
}

const NUMBER = '申报编号 Number';
const PROJECT = '项目 Project';
const CODE = '评分表编码 Code（勿改 keep）';
const COLUMNS = ['指标 Criterion', '评分标准 What points mean', '得分 Points', '理由 Reason'];
const COMMENT = '总体评语 Comment';
const NOTES = [
  '每份申报一张表。请只填“得分”“理由”和“总体评语”，不要改动编码，不要增删行列。不适用的指标填“不适用”。',
  'One table for each application. Fill in points, reasons and the comment alone; keep the code and every row. Where a criterion does not apply, write n/a.',
];

const labelOf = ({ title, max, step }: Pick<Criterion, 'title' | 'max' | 'step'>, at: number): string => `${at + 1}. ${title.zh}（0–${max}，每级 ${step}）`;

/** The sheets of a guest as a document that a word processor opens: a table for each application. */
export function wordForm(criteria: readonly Criterion[], sheets: readonly WordSheet[], heading: string): Block[] {
  const rows = criteria.map((criterion, at) => [labelOf(criterion, at), criterion.anchors.map(({ from, to, text }) => `${from}–${to} ${text.zh}`).join('\n'), '', '']);
  return [
    { kind: 'title', text: heading }, ...NOTES.map((text): Block => ({ kind: 'note', text })),
    ...sheets.map(({ number, projectName, code }): Block => ({
      kind: 'grid', title: `${PROJECT}：${projectName}`, notes: [`${NUMBER}：${number}`, `${CODE}：${code}`], columns: COLUMNS, rows: [...rows, [COMMENT, '', '', '']],
    })),
  ];
}

/** Readers of workbooks bring text to NFKC; so is what a document says, before it is compared or counted. */
const plain = (text: string): string => text.normalize('NFKC').trim();

/**
 * The tables of a document that came back, as the lines of a workbook would hold them: the rest is judged alike. Each table counts as a line.
 * @throws DomainError `form_foreign` where no sheet is in it, or one whose criteria were changed
 */
export function linesOfWord(criteria: readonly Criterion[], blocks: readonly ReadBlock[]): FormRow[] {
  const tables = blocks.flatMap((block) => (block.kind === 'table' && saidIn(block.rows, CODE) !== null ? [block.rows] : []));
  if (tables.length === 0) throw invalid('form_foreign', say('文档里没有找到评分表，没有录入任何分数', 'There is no score sheet in this document; nothing was taken'));
  return [{ number: 0, cells: formHeader(criteria, 'code') }, ...tables.map((rows, at) => ({ number: at + 1, cells: cellsOf(criteria, rows, at + 1) }))];
}

function cellsOf(criteria: readonly Criterion[], rows: string[][], table: number): string[] {
  const scores = criteria.flatMap((criterion, at) => {
    const row = rows[at + 2] ?? [];
    if (plain(row[0] ?? '') !== plain(labelOf(criterion, at))) throw moved(table, labelOf(criterion, at));
    return [pointsOf(row[2] ?? ''), (row[3] ?? '').trim()];
  });
  const last = rows[criteria.length + 2] ?? [];
  if (plain(last[0] ?? '') !== plain(COMMENT)) throw moved(table, COMMENT);
  // The comment has the whole row: people write where there is room.
  return [saidIn(rows, NUMBER) ?? '', saidIn(rows, PROJECT) ?? '', saidIn(rows, CODE) ?? '', ...scores, last.slice(1).map((cell) => cell.trim()).filter(Boolean).join('\n')];
}

const moved = (table: number, label: string) =>
  invalid('form_foreign', say('第 {table} 张表里“{label}”一行不在原处，可能增删了行；没有录入任何分数', 'In table {table} the row "{label}" is not in its place; nothing was taken'), { table, label });

/** What stands behind a label in the head of a table. */
function saidIn(rows: string[][], label: string): string | null {
  const line = (rows[0]?.[0] ?? '').split('\n').map(plain).find((one) => one.startsWith(`${plain(label)}:`));
  return line === undefined ? null : line.slice(plain(label).length + 1).trim();
}

/** People write the unit beside a figure. */
const pointsOf = (cell: string): string => plain(cell).replace(/^(\d{1,4}(?:\.\d{1,2})?) ?分$/, '$1');
