import type { FaultView, Rulebook } from '../../../api/index.js';
import type { GridRow } from '../../../ui/index.js';
import { filledRows } from './rows.js';

/** The cell at which a person mends it: the rule's kind says whether it is the price, the cost, the words or the note. */
export function budgetColumn(fault: FaultView, row: GridRow, { budget }: Pick<Rulebook, 'budget'>): string {
  switch (fault.code) {
    case 'cost_unknown':
      return 'category';
    case 'source_unknown':
      return 'source';
    case 'note_missing':
      return 'note';
    case 'line_incomplete':
      return ['category', 'item', 'unitFen', 'unit', 'quantity', 'source', 'note'].find((key) => (row.cells[key] ?? '').trim() === '') ?? 'unitFen';
    default:
      return columnOfRule(fault, row, budget);
  }
}

function columnOfRule({ sentence }: FaultView, row: GridRow, budget: Rulebook['budget']): string {
  const rule = budget.rules.find(({ text }) => text.zh === sentence.zh);
  if (rule?.kind === 'unit_ceiling' || rule?.kind === 'unit_price') return 'unitFen';
  if (rule?.kind === 'forbidden') return rule.costs.includes(row.cells.category ?? '') ? 'category' : 'item';
  return rule?.kind === 'detail' ? 'note' : 'item';
}

/** The row of a fault's place `3`, among the rows in which something stands. */
export function rowAt(rows: readonly GridRow[], place: string): GridRow | undefined {
  return /^\d+$/.test(place) ? filledRows(rows)[Number(place)] : undefined;
}
