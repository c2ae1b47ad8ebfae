import { invalid, say } from '#libs/errors';
import type { Fen } from './fen.js';
import { fenOf } from './fen.js';

const BAD_WEIGHTS = say(
  '分配比例必须为非负数，且合计大于零',
  'Weights must be plain numbers, none negative, with a sum above zero',
);
const NOT_A_HUNDRED = say('各项百分比合计应为100，现为{sum}', 'The percentages must add up to 100 and add up to {sum}');

/**
 * Divides an amount in proportion to weights by the largest remainder: every part is its exact share
 * rounded down, and the fen left over go to the largest remainders, of equal ones to the earlier.
 * The parts always add up to the total, and a part of weight 0 gets nothing.
 *
 * @throws DomainError `invalid money.bad-weights`
 */
export function split(total: Fen, weights: readonly number[]): Fen[] {
  const { shares } = exactly(weights);
  const whole = shares.reduce((sum, share) => sum + share, 0n);
  if (whole === 0n) throw invalid('money.bad-weights', BAD_WEIGHTS);
  const magnitude = BigInt(Math.abs(total));
  const parts = shares.map((share) => (magnitude * share) / whole);
  const left = Number(magnitude - parts.reduce((sum, part) => sum + part, 0n));
  const luckiest = shares
    .map((share, place) => ({ place, remainder: (magnitude * share) % whole }))
    .sort((a, b) => (a.remainder === b.remainder ? a.place - b.place : a.remainder > b.remainder ? -1 : 1))
    .slice(0, left);
  for (const { place } of luckiest) parts[place] = (parts[place] ?? 0n) + 1n;
  return parts.map((part) => fenOf(total < 0 ? -part : part));
}

/**
 * As `split`, for percentages, which must add up to exactly 100: a forgotten tranche is refused
 * and never paid out with the others.
 *
 * @throws DomainError `invalid money.bad-weights`, `invalid money.percentages-not-100`
 */
export function splitByPercentages(total: Fen, percentages: readonly number[]): Fen[] {
  const { shares, scale } = exactly(percentages);
  const sum = shares.reduce((a, b) => a + b, 0n);
  if (sum !== 100n * 10n ** BigInt(scale)) {
    throw invalid('money.percentages-not-100', NOT_A_HUNDRED, { sum: Number(sum) / 10 ** scale });
  }
  return split(total, percentages);
}

/** The decimals as they are written, so that 33.3 is 333 tenths and not the nearest binary fraction. */
function exactly(weights: readonly number[]): { shares: bigint[]; scale: number } {
  const written = weights.map((weight) => String(weight));
  if (!written.every((weight) => /^\d+(\.\d+)?$/.test(weight))) throw invalid('money.bad-weights', BAD_WEIGHTS);
  const decimals = written.map((weight) => weight.split('.')[1] ?? '');
  const scale = Math.max(0, ...decimals.map((digits) => digits.length));
  const shares = written.map((weight, i) =>
    BigInt((weight.split('.')[0] ?? '') + (decimals[i] ?? '').padEnd(scale, '0')),
  );
  return { shares, scale };
}
