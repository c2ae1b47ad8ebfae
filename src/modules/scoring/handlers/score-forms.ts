import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { canonicalJson } from '#libs/canonical-json';
import { Transaction } from '#libs/database';
import { DomainError, say, tell, type Sentence } from '#libs/errors';
import { readXlsx, writeXlsx } from '#libs/spreadsheets';
import type { Criterion } from '#modules/calls';
import type { Entries } from '../domain/check-sheet.js';
import { formCells, formHeader, readForm, type FormLine, type FormMark } from '../domain/score-form.js';
import { sheetTotal } from '../domain/sheet-total.js';
import type { FormOutcomeView, FormUploadedView } from './forms.view.js';
import type { GridView } from './judging.view.js';
import { KeepSheet } from './keep-sheet.js';
import { ReadQueue } from './read-queue.js';

const WIDE = 30;
const MAX_LINES = 500;

/** The sheets of one seat as a workbook, to be scored without a network and brought back. */
@Injectable()
export class DownloadForm {
  constructor(private readonly queues: ReadQueue) {}

  /** @throws DomainError `sheet_absent` for a seat of somebody else */
  async run(seatId: string, actor: Actor): Promise<{ name: string; content: Buffer }> {
    const grid = await this.queues.grid(seatId, actor);
    const rows = grid.rows.filter(isOpen).map(({ number, projectName, version, entries, comment }) => formCells(grid.criteria, { number, projectName, mark: String(version), entries, comment }));
    return { name: `评分表-${grid.stageTitle.zh}.xlsx`, content: await formBook(grid.criteria, rows) };
  }
}

/** The workbook: a line for each sheet, and beside it what the points mean. */
export function formBook(criteria: readonly Criterion[], rows: (string | number)[][], mark: FormMark = 'version'): Promise<Buffer> {
  const columns = formHeader(criteria, mark).map((header) => ({ header, width: header.includes('理由') || header.includes('评语') ? WIDE : 16 }));
  const anchors = criteria.flatMap(({ title, anchors: each }) => each.map(({ from, to, text }) => [title.zh, `${from}–${to}`, text.zh]));
  const guide = { name: '评分标准', columns: [{ header: '指标', width: 20 }, { header: '分数', width: 12 }, { header: '含义', width: 60 }], rows: anchors };
  return writeXlsx([{ name: '评分', columns, rows }, guide]);
}

const isOpen = ({ open, status }: GridView['rows'][number]): boolean => open && status !== 'submitted';

/**
 * Takes a form back: every line that is sound and still fits becomes a draft, and each other line says why not. Nothing is handed in
 * by it, and nothing that was changed elsewhere since is overwritten.
 */
@Injectable()
export class UploadForm {
  constructor(
    private readonly tx: Transaction,
    private readonly queues: ReadQueue,
    private readonly keeping: KeepSheet,
  ) {}

  /** @throws DomainError `sheet_absent`, `form_foreign`, `form_twice`, and those of an unreadable workbook */
  async run(seatId: string, content: Buffer, actor: Actor): Promise<FormUploadedView> {
    const [sheet] = await readXlsx(content, { maxRows: MAX_LINES });
    return this.tx.run(async () => {
      const grid = await this.queues.grid(seatId, actor);
      const lines: FormOutcomeView[] = [];
      for (const line of readForm(grid.criteria, sheet?.rows ?? [])) lines.push(await this.take(grid, line, actor));
      return { saved: lines.filter(({ outcome }) => outcome === 'saved').length, lines };
    });
  }

  private async take(grid: GridView, line: FormLine, actor: Actor): Promise<FormOutcomeView> {
    const { line: at, number, projectName, entries } = line;
    const row = grid.rows.find((one) => one.number === number);
    const told = { line: at, number, projectName, applicationId: null, reason: null, formTotal: sheetTotal(grid, entries), keptTotal: null };
    if (!row) return { ...told, outcome: 'refused', reason: UNKNOWN };
    const found = { ...told, projectName: row.projectName, applicationId: row.applicationId, keptTotal: sheetTotal(grid, row.entries) };
    return { ...found, ...(settled(row, line) ?? (await this.save(grid.seatId, row.applicationId, line, actor))) };
  }

  private async save(seatId: string, applicationId: string, { entries, comment, mark }: FormLine, actor: Actor): Promise<Settled> {
    try {
      await this.keeping.save(seatId, applicationId, { entries, comment, version: Number(mark) }, actor);
      return { outcome: 'saved', reason: null };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { outcome: 'refused', reason: whyNot(error) };
    }
  }
}

const UNKNOWN = say('没有分配给您的这一申报', 'No such application was given to you');
const CHANGED = say('下载后这份评分表在别处改过，已保留别处的内容；请打开核对', 'This sheet was changed elsewhere since the form was downloaded; that was kept, please compare');
export const MOVED = say('编号与项目名称不对应，可能错行', 'Number and project do not belong together: a line may have slipped');
const HANDED_IN = say('已提交，不能修改', 'It was handed in and cannot change');

type Settled = Pick<FormOutcomeView, 'outcome' | 'reason'>;

/** What can be said of a line before anything is kept; null where it is to be kept. */
function settled(row: GridView['rows'][number], line: FormLine): Settled | null {
  if (row.projectName.normalize('NFKC').trim() !== line.projectName) return { outcome: 'refused', reason: MOVED };
  if (row.status === 'submitted') return { outcome: 'refused', reason: HANDED_IN };
  if (same(row, line)) return { outcome: 'unchanged', reason: null };
  if (Object.keys(line.entries).length === 0 && line.comment === '') return { outcome: 'empty', reason: null };
  return String(row.version) === line.mark ? null : { outcome: 'clash', reason: CHANGED };
}

const plain = (entries: Entries): unknown => Object.fromEntries(Object.entries(entries).filter(([, { points, reason }]) => points !== null || Boolean(reason)).map(([key, { points, reason }]) => [key, { points, reason: reason || undefined }]));

const same = (row: GridView['rows'][number], { entries, comment }: FormLine): boolean => row.comment === comment && canonicalJson(plain(row.entries)) === canonicalJson(plain(entries));

/** The first thing that is wrong, in words: a sheet's faults are told one by one by its own page. */
export function whyNot({ sentence, facts }: DomainError): Sentence {
  const [first] = (facts as { problems?: { sentence: Sentence; facts?: Record<string, unknown> }[] }).problems ?? [];
  const told = first ?? { sentence, facts: facts as Record<string, unknown> };
  return say(tell(told.sentence, told.facts ?? {}, 'zh'), tell(told.sentence, told.facts ?? {}, 'en'));
}
