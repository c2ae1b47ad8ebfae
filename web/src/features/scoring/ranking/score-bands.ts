import type { RankedRowView } from '../../../api/index.js';

export interface Band {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

const WIDTH = 5;

/** How many totals lie in each band of five points, from the lowest that occurs to the highest. */
export function bandsOf(rows: readonly RankedRowView[]): Band[] {
  const totals = rows.flatMap(({ total }) => (total === null ? [] : [Number(total)]));
  if (totals.length === 0) return [];
  const low = Math.floor(Math.min(...totals) / WIDTH) * WIDTH;
  const high = Math.floor(Math.max(...totals) / WIDTH) * WIDTH;
  return Array.from({ length: (high - low) / WIDTH + 1 }, (_, at) => {
    const from = low + at * WIDTH;
    return { from, to: from + WIDTH, count: totals.filter((total) => total >= from && total < from + WIDTH).length };
  });
}
