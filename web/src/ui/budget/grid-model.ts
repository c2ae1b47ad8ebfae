import { newIdempotencyKey } from '../../api/client.js';
import { parseFen } from '../money-format.js';

export interface GridChoice {
  readonly value: string;
  readonly label: string;
}

export interface GridColumn {
  readonly key: string;
  readonly title: string;
  /** `money` is typed in yuan and counted in fen; `number` is a plain count; `choice` needs `choices`. */
  readonly kind: 'text' | 'money' | 'number' | 'choice' | 'date';
  readonly choices?: readonly GridChoice[];
  readonly width?: string;
}

/** Cells are kept as people typed them, so that nothing is lost while it is still half right. */
export interface GridRow {
  readonly id: string;
  readonly cells: Readonly<Record<string, string>>;
}

export function emptyRow(): GridRow {
  return { id: newIdempotencyKey(), cells: {} };
}

/** The amount of a row in integer fen: `money` × `number` cells of the row; `null` while one of them is unreadable. */
export function productOf(row: GridRow, money: string, count: string): number | null {
  const price = parseFen(row.cells[money] ?? '');
  const quantity = parseCount(row.cells[count] ?? '');
  if (price === null || quantity === null) return null;
  // Quantities carry at most two decimals, so the product is exact before it is rounded half up to the fen.
  const scaled = price * Math.round(quantity * 100);
  return Number.isSafeInteger(scaled) ? Math.floor((scaled + 50) / 100) : null;
}

/** A count with at most two decimals (half a day of work); `null` when it is none. */
export function parseCount(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
  return /^\d{1,9}(\.\d{1,2})?$/.test(plain) ? Number(plain) : null;
}

/** What a spreadsheet puts on the clipboard: tab-separated lines, cells with line breaks in double quotes. */
export function readClipboard(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    rows.at(-1)?.push(cell.trim());
    cell = '';
  };
  for (const letter of text.replace(/\r\n?/g, '\n').replace(/\n$/, '')) {
    if (letter === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (!quoted && letter === '\t') endCell();
    else if (!quoted && letter === '\n') {
      endCell();
      rows.push([]);
    } else cell += letter === '\n' ? ' ' : letter;
  }
  endCell();
  return rows;
}

/** Lays pasted cells over the grid from one cell on, adding rows as needed; choices are matched by label or value. */
export function paste(rows: readonly GridRow[], columns: readonly GridColumn[], at: { row: number; column: number }, pasted: string[][]): GridRow[] {
  const next = [...rows];
  pasted.forEach((line, down) => {
    const row = next[at.row + down] ?? emptyRow();
    const cells = { ...row.cells };
    line.forEach((text, right) => {
      const column = columns[at.column + right];
      if (column) cells[column.key] = column.kind === 'choice' ? matchChoice(column, text) : text;
    });
    next[at.row + down] = { ...row, cells };
  });
  return next;
}

function matchChoice(column: GridColumn, text: string): string {
  return column.choices?.find((choice) => choice.label === text || choice.value === text)?.value ?? '';
}
