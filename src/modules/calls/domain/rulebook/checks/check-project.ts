import type { EvaluationGrid, Rulebook, Tranche, TrancheCondition } from '../rulebook.js';
import { exactSum } from './exact-sums.js';
import { problem } from './problem-catalogue.js';
import type { Problems, RulebookProblem } from './problem-catalogue.js';

function* sums(book: Rulebook): Problems {
  const { by, tranches } = book.tranches;
  const values = tranches.map((tranche) => (by === 'percent' ? tranche.percent : tranche.fen));
  for (const [index, value] of values.entries()) {
    const key = tranches[index]?.key;
    if (value === undefined) yield problem('tranche_value_missing', `tranches.tranches.${index}`, { key });
  }
  if (values.includes(undefined)) return;
  const sum = exactSum(values as number[]);
  if (by === 'percent' && sum !== 100) yield problem('tranches_not_100', 'tranches.tranches', { sum });
  if (by === 'fixed') yield* fixedSums(book, values as number[]);
}

function* fixedSums(book: Rulebook, fens: readonly number[]): Problems {
  const { amount } = book.money;
  if (amount.kind !== 'fixed') {
    yield problem('fixed_tranches_need_fixed_award', 'tranches.by');
    return;
  }
  const sumFen = fens.reduce((sum, fen) => sum + fen, 0);
  if (sumFen !== amount.fen) yield problem('tranches_not_award', 'tranches.tranches', { sumFen, awardFen: amount.fen });
}

function missingTarget(of: TrancheCondition, book: Rulebook, path: string): RulebookProblem | null {
  if (of.kind === 'milestone_accepted' && !book.milestones.some((item) => item.key === of.milestone)) {
    return problem('unknown_milestone', path, { key: of.milestone });
  }
  if (of.kind === 'evaluation_passed' && !book.evaluations.some((item) => item.key === of.evaluation)) {
    return problem('unknown_evaluation', path, { key: of.evaluation });
  }
  return null;
}

function* tranche(of: Tranche, index: number, book: Rulebook): Problems {
  const path = `tranches.tranches.${index}`;
  const last = index === book.tranches.tranches.length - 1;
  if (of.atActual && !last) yield problem('at_actual_not_last', `${path}.atActual`);
  if (of.conditions.length === 0) yield problem('tranche_without_condition', `${path}.conditions`, { key: of.key });
  for (const [number, condition] of of.conditions.entries()) {
    const missing = missingTarget(condition, book, `${path}.conditions.${number}`);
    if (missing !== null) yield missing;
  }
}

function falls(values: readonly number[]): boolean {
  return values.every((value, index) => index === 0 || value < (values[index - 1] ?? Infinity));
}

function* dimensions(grid: EvaluationGrid, path: string): Problems {
  const sum = exactSum(grid.dimensions.map((dimension) => dimension.weight));
  if (sum !== 100) yield problem('weights_not_100', `${path}.dimensions`, { sum });
  for (const [index, { indicators, weight }] of grid.dimensions.entries()) {
    const parts = exactSum(indicators.map((indicator) => indicator.weight));
    if (indicators.length > 0 && parts !== weight) {
      yield problem('indicator_weights_off', `${path}.dimensions.${index}.indicators`, { sum: parts, weight });
    }
  }
}

function* evaluation(grid: EvaluationGrid, path: string): Problems {
  yield* dimensions(grid, path);
  const marks = grid.grades.map((grade) => grade.from);
  if (!falls(marks) || marks.at(-1) !== 0) yield problem('grades_not_falling', `${path}.grades`);
  const highest = 100 + grid.bonusMax;
  if (grid.passMark > highest) yield problem('pass_mark_out_of_reach', `${path}.passMark`, { highest });
  const ratios = grid.quantityBands.map((band) => band.fromPercent);
  if (!falls(ratios)) yield problem('bands_not_falling', `${path}.quantityBands`);
}

function* changesAndSanctions(book: Rulebook): Problems {
  const limits = book.changes.budgetBands.map((band) => band.upToPercent);
  if (!falls([...limits].reverse()) || limits.at(-1) !== 100) {
    yield problem('change_bands_not_rising', 'changes.budgetBands');
  }
  for (const [index, sanction] of book.sanctions.entries()) {
    if (sanction.consequences.includes('debar') !== (sanction.debarYears !== null)) {
      yield problem('debar_years_mismatch', `sanctions.${index}.debarYears`);
    }
  }
}

/** C15, C17, C18: the money is paid out in full, on conditions that exist; grades and bands are in order. */
export function* checkProject(book: Rulebook): Problems {
  yield* sums(book);
  for (const [index, node] of book.tranches.tranches.entries()) yield* tranche(node, index, book);
  for (const [index, grid] of book.evaluations.entries()) yield* evaluation(grid, `evaluations.${index}`);
  yield* changesAndSanctions(book);
}
