import { isFen } from '../form/check-answer.js';

/** One line of a budget: unit price × quantity (× days where days are given) out of one money source. */
export interface BudgetLine {
  /** Key of the cost category. */
  readonly category: string;
  readonly item: string;
  readonly unitFen: number;
  readonly unit: string;
  readonly quantity: number;
  readonly days?: number;
  readonly grade?: 'senior' | 'other';
  /** Key of the money source. */
  readonly source: string;
  readonly note: string;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 1000;
/** At most two decimals; 129.67 × 100 is not exactly 12967 in binary. */
const isCount = (value: unknown): boolean =>
  typeof value === 'number' && value > 0 && value <= 1_000_000 && Math.abs(value * 100 - Math.round(value * 100)) < 1e-6;

/** Reads a budget as it was typed; a row that is no line yet is null. An empty note is no gap: whether it must be there is for the rules to say. */
export function readLines(answer: unknown): (BudgetLine | null)[] {
  if (!Array.isArray(answer)) return [];
  return answer.map((row) => {
    const line: unknown = typeof row === 'object' && row !== null ? { note: '', ...row } : null;
    return isLine(line) ? line : null;
  });
}

function isLine(row: unknown): row is BudgetLine {
  if (row === null) return false;
  const line = row as Record<string, unknown>;
  const texts = ['category', 'item', 'unit', 'source', 'note'].every((key) => isText(line[key]));
  return texts && isFen(line['unitFen']) && isCount(line['quantity']) && (line['days'] === undefined || isCount(line['days']));
}

/** What a line comes to, in whole fen, rounded half up once. */
export function amountOf({ unitFen, quantity, days = 1 }: BudgetLine): number {
  return Math.round((unitFen * Math.round(quantity * 100) * Math.round(days * 100)) / 10_000);
}

export const sumOf = (lines: readonly BudgetLine[]): number => lines.reduce((sum, line) => sum + amountOf(line), 0);
