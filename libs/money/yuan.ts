import { invalid, say } from '#libs/errors';
import type { Fen } from './fen.js';
import { fenOf } from './fen.js';

/** Thousands are either all separated or none is, so that `1,23` is a slip and not 123 yuan. */
const AMOUNT = /^-?¥?(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d{1,2})?$/;

const NOT_AN_AMOUNT = say(
  '“{value}”不是有效的金额：请以元填写，最多两位小数',
  '“{value}” is not an amount: give it in yuan, with two decimals at most',
);

/**
 * Reads an amount in yuan as people write it: `1,234.50`, `¥30000`, `１２３４．５０`.
 *
 * Takes text only: a computed number such as 0.1 + 0.2 has already lost its last fen.
 *
 * @throws DomainError `invalid money.not-an-amount` for more than two decimals, exponents, -0, NaN
 * and misplaced separators; `invalid money.out-of-range` beyond 9,007,199,254,740,991 fen
 */
export function yuan(text: string): Fen {
  const value = typeof text === 'string' ? text.normalize('NFKC').trim() : '';
  const magnitude = AMOUNT.test(value) ? magnitudeOf(value) : undefined;
  const negative = value.startsWith('-');
  if (magnitude === undefined || (negative && magnitude === 0n)) {
    throw invalid('money.not-an-amount', NOT_AN_AMOUNT, { value: text });
  }
  return fenOf(negative ? -magnitude : magnitude);
}

function magnitudeOf(value: string): bigint {
  const [whole = '', cents = ''] = value.replace(/[-¥,]/g, '').split('.');
  return BigInt(whole + cents.padEnd(2, '0'));
}

/** Thousands apart; a safe integer of fen is a safe integer of yuan. */
const GROUPED = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** Writes an amount as `¥30,000.00`, or `-¥30,000.00`; `yuan` reads it back. */
export function formatFen(amount: Fen): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  const whole = GROUPED.format(Number(digits.slice(0, -2)));
  return `${amount < 0 ? '-' : ''}¥${whole}.${digits.slice(-2)}`;
}
