import { emptyRow, parseFen, type GridRow } from '../../../ui/index.js';

/** How a column is kept: typed text stays text where it is not (yet) what the column wants, so that nothing typed is lost. */
export type CellKind = 'text' | 'money' | 'number' | 'date' | 'choice' | 'yes_no';

export interface CellSpec {
  readonly key: string;
  readonly kind: CellKind;
}

type Row = Readonly<Record<string, unknown>>;

/** Rows as they are kept, into the cells of a grid. */
export function gridRows(answer: unknown, cells: readonly CellSpec[]): GridRow[] {
  if (!Array.isArray(answer)) return [];
  return answer.filter((row): row is Row => typeof row === 'object' && row !== null).map((row) => ({
    ...emptyRow(),
    cells: Object.fromEntries(cells.map(({ key, kind }) => [key, written(row[key], kind)]).filter(([, text]) => text !== '')) as Record<string, string>,
  }));
}

/** The cells of a grid as they are kept; a row in which nothing stands is left out. */
export function keptRows(rows: readonly GridRow[], cells: readonly CellSpec[]): Row[] {
  return filledRows(rows).map((row) => Object.fromEntries(cells.map(({ key, kind }) => [key, read(row.cells[key] ?? '', kind)]).filter(([, value]) => value !== undefined)) as Row);
}

/** In the order in which they are kept: the server counts its faults by it. */
export function filledRows(rows: readonly GridRow[]): GridRow[] {
  return rows.filter(({ cells }) => Object.values(cells).some((text) => text.trim() !== ''));
}

function written(value: unknown, kind: CellKind): string {
  if (value === undefined || value === null) return '';
  if (kind === 'money' && typeof value === 'number') return yuanText(value);
  if (kind === 'yes_no') return value === true ? 'yes' : value === false ? 'no' : '';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function read(text: string, kind: CellKind): unknown {
  if (text.trim() === '') return undefined;
  if (kind === 'money') return parseFen(text) ?? text;
  if (kind === 'number') return parseNumber(text) ?? text;
  if (kind === 'yes_no') return text === 'yes';
  return text;
}

/** Integer fen as people type it: `1200`, `0.5`, `12.05`. */
export function yuanText(fen: number): string {
  const cents = String(fen % 100).padStart(2, '0').replace(/0{1,2}$/, '');
  return `${Math.trunc(fen / 100)}${cents ? `.${cents}` : ''}`;
}

/** What people type as a number (`1,200`, full-width digits); null when it is none. */
export function parseNumber(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(plain) ? Number(plain) : null;
}
