import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import type { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type ExcelJS from 'exceljs';
import { beijingWallClock, finite, safeText } from './cell.js';
import type { Cell, Rows } from './cell.js';

export interface SheetColumn {
  readonly header: string;
  /** Width in characters; 16 when left out. */
  readonly width?: number;
  /** A number format of the sheet, such as `#,##0.00`. */
  readonly format?: string;
  /** A range of another sheet, such as `'Choices'!$A$2:$A$9`, whose cells are offered for choosing. */
  readonly choicesFrom?: string;
}

export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: Rows;
}

const INSTANT = 'yyyy-mm-dd hh:mm';
/** How many rows are written between two looks at whether the reader keeps up. */
const BATCH = 200;

function value(cell: Cell): string | number | boolean | Date | null {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === 'number') return finite(cell);
  if (typeof cell === 'boolean') return cell;
  return cell instanceof Date ? beijingWallClock(cell) : safeText(cell);
}

/** A sheet's name has at most 31 characters, none of `[ ] : * ? / \`, and no straight quotation mark at either end. */
function sheetName(name: string, index: number, taken: Set<string>): string {
  const clean = name.replace(/[[\]:*?/\\]/g, ' ').replaceAll("'", '’').trim().slice(0, 31);
  const usable = clean === '' ? `Sheet${index + 1}` : clean;
  const free = taken.has(usable.toLowerCase()) ? `${usable.slice(0, 25)} (${index + 1})` : usable;
  taken.add(free.toLowerCase());
  return free;
}

function addHeader(page: ExcelJS.Worksheet, columns: readonly SheetColumn[]): void {
  page.columns = columns.map(({ width, format }) => ({
    width: width ?? 16,
    ...(format === undefined ? {} : { style: { numFmt: format } }),
  }));
  const header = page.addRow(columns.map((column) => safeText(column.header)));
  header.font = { bold: true };
  header.commit();
}

/** So many rows may be chosen in; a list below them is typed. */
const CHOOSABLE_ROWS = 500;

function offerChoices(page: ExcelJS.Worksheet, columns: readonly SheetColumn[]): void {
  const { dataValidations } = page as ExcelJS.Worksheet & { dataValidations: { add(range: string, rule: ExcelJS.DataValidation): void } };
  columns.forEach(({ choicesFrom }, at) => {
    const letter = page.getColumn(at + 1).letter;
    if (choicesFrom !== undefined) dataValidations.add(`${letter}2:${letter}${CHOOSABLE_ROWS}`, { type: 'list', allowBlank: true, formulae: [choicesFrom] });
  });
}

function addRow(page: ExcelJS.Worksheet, cells: readonly Cell[]): void {
  const row = page.addRow(cells.map(value));
  cells.forEach((cell, index) => {
    if (cell instanceof Date) row.getCell(index + 1).numFmt = INSTANT;
  });
  row.commit();
}

/**
 * Lets the packing of the rows so far go on, and waits while the reader is behind. Throws when the reader has
 * gone, so that the source of the rows is let go.
 */
async function readerKeepsUp(out: PassThrough): Promise<void> {
  await setImmediate();
  if (out.writableNeedDrain && !out.destroyed) await Promise.race([once(out, 'drain'), once(out, 'close')]);
  if (out.destroyed) throw new Error('The reader of the workbook has gone');
}

async function write(sheets: readonly Sheet[], out: PassThrough): Promise<void> {
  // Loaded when the first workbook is written: it takes as long to load as the rest of the platform, and most hours nobody asks for a workbook.
  const { default: Excel } = await import('exceljs');
  const book = new Excel.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  const taken = new Set<string>();
  for (const [index, sheet] of sheets.entries()) {
    const page = book.addWorksheet(sheetName(sheet.name, index, taken), { views: [{ state: 'frozen', ySplit: 1 }] });
    addHeader(page, sheet.columns);
    offerChoices(page, sheet.columns);
    let written = 0;
    for await (const cells of sheet.rows) {
      addRow(page, cells);
      written += 1;
      if (written % BATCH === 0) await readerKeepsUp(out);
    }
    page.commit();
  }
  await book.commit();
}

/** A workbook as a stream, row by row; a failure destroys the stream with its error. */
export function streamXlsx(sheets: readonly Sheet[]): Readable {
  const out = new PassThrough();
  write(sheets, out).catch((error: unknown) => out.destroy(error as Error));
  return out;
}

/**
 * A workbook with a bold, frozen header on every sheet. Text is safe against formulas, numbers stay
 * numbers, instants become dates in Beijing time. Throws `sheet.cell-too-long`, `sheet.number-not-finite`.
 */
export async function writeXlsx(sheets: readonly Sheet[]): Promise<Buffer> {
  return Buffer.concat(await streamXlsx(sheets).toArray());
}
