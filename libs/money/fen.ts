import { invalid, say } from '#libs/errors';

declare const fenBrand: unique symbol;

/** An amount of renminbi in whole fen (1 yuan = 100 fen), a safe integer; negative for what is taken back. */
export type Fen = number & { readonly [fenBrand]: true };

const LARGEST = Number.MAX_SAFE_INTEGER;

const NOT_WHOLE = say('{value} 不是有效的整数分金额', '{value} is not an amount in whole fen');
const TOO_LARGE = say('金额超出可精确记录的范围', 'The amount is beyond what can be recorded exactly');

/**
 * Takes a number as an amount in fen.
 *
 * @throws DomainError `invalid money.not-whole-fen` for fractions, NaN, infinities, -0 and
 * everything beyond ±9,007,199,254,740,991 fen, where numbers stop being exact
 */
export function fen(value: number): Fen {
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) {
    throw invalid('money.not-whole-fen', NOT_WHOLE, { value: shown(value) });
  }
  return value as Fen;
}

/** Whatever was given, as a refusal can print it: hostile input is not always a number, nor willing to become a text. */
function shown(value: unknown): string {
  if (Object.is(value, -0)) return '-0';
  return typeof value === 'object' || typeof value === 'function' || typeof value === 'symbol' ? typeof value : String(value);
}

/** Narrows an exact result. @throws DomainError `invalid money.out-of-range` */
export function fenOf(exact: bigint): Fen {
  if (exact > BigInt(LARGEST) || exact < -BigInt(LARGEST)) throw invalid('money.out-of-range', TOO_LARGE);
  return Number(exact) as Fen;
}

/** @throws DomainError `invalid money.out-of-range` where the sum cannot be held exactly */
export function addFen(augend: Fen, addend: Fen): Fen {
  return fenOf(BigInt(augend) + BigInt(addend));
}

/** @throws DomainError `invalid money.out-of-range` where the difference cannot be held exactly */
export function subtractFen(minuend: Fen, subtrahend: Fen): Fen {
  return fenOf(BigInt(minuend) - BigInt(subtrahend));
}

/**
 * Adds up any number of amounts, whatever their order; nothing adds up to 0.
 *
 * @throws DomainError `invalid money.out-of-range` where the total cannot be held exactly
 */
export function sumFen(amounts: Iterable<Fen>): Fen {
  let total = 0n;
  for (const amount of amounts) total += BigInt(amount);
  return fenOf(total);
}
