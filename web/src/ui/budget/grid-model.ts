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
