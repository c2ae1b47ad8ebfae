import { Readable } from 'node:stream';
import { beijingWallClock, finite, safeText } from './cell.js';
import type { Cell, Rows } from './cell.js';

export interface CsvOptions {
  /** A byte order mark: Excel reads Chinese in a file without one as another encoding. */
  readonly bom?: boolean;
}

function plain(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(finite(cell));
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (cell instanceof Date) return beijingWallClock(cell).toISOString().slice(0, 19).replace('T', ' ');
  return safeText(cell);
}

function field(cell: Cell): string {
  const text = plain(cell);
  return /[",;\t\r\n']|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

async function* lines(rows: Rows, { bom = false }: CsvOptions): AsyncGenerator<string> {
  if (bom) yield '\ufeff';
  for await (const row of rows) yield `${row.map(field).join(',')}\r\n`;
}

/** Comma-separated lines (RFC 4180, UTF-8) as a stream; text is safe against formulas, numbers stay numbers. */
export function streamCsv(rows: Rows, options: CsvOptions = {}): Readable {
  return Readable.from(lines(rows, options), { objectMode: false });
}

/** The same as `streamCsv`, whole. Throws `sheet.cell-too-long`, `sheet.number-not-finite`. */
export async function writeCsv(rows: Rows, options: CsvOptions = {}): Promise<Buffer> {
  return Buffer.concat(await streamCsv(rows, options).map((part: Buffer | string) => Buffer.from(part)).toArray());
}
