import type { ScoreBloc } from '#modules/calls';
import { median } from './analysis/robust.js';
import type { Entries } from './check-sheet.js';
import { sheetTotal } from './sheet-total.js';

/** What a panel gave on its calibration application: sorted, so that nobody's place is told. */
export function calibrationSpread(bloc: Pick<ScoreBloc, 'criteria'>, sheets: readonly { readonly entries: Entries }[]) {
  const criteria = bloc.criteria.map(({ key, title, max }) => {
    const points = sheets.flatMap(({ entries }) => (entries[key]?.points == null || entries[key]!.points === 'n/a' ? [] : [Number(entries[key]!.points)])).sort((a, b) => a - b);
    return { key, title, max, points, middle: middleOf(points) };
  });
  const totals = sheets.flatMap(({ entries }) => sheetTotal(bloc, entries) ?? []).map(Number).sort((a, b) => a - b);
  return { submitted: sheets.length, totals, middle: middleOf(totals), criteria };
}

const middleOf = (values: readonly number[]): number | null => (values.length === 0 ? null : median(values));
