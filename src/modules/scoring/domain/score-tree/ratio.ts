import { invalid, say } from '#libs/errors';

const DECIMAL = /^-?\d{1,30}(\.\d{1,30})?$/;

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/**
 * An exact fraction. A decimal of any fixed precision cannot hold a third of a point: 1/3 + 1/6 must be 1/2, or a total
 * that lies exactly on a rounding edge, or two totals that are truly equal, come out wrong by one digit.
 */
export class Ratio {
  static readonly zero = new Ratio(0n, 1n);
  static readonly one = new Ratio(1n, 1n);

  private constructor(
    readonly numerator: bigint,
    readonly denominator: bigint,
  ) {}

  static of(numerator: bigint | number, denominator: bigint | number = 1n): Ratio {
    const [n, d] = [BigInt(numerator), BigInt(denominator)];
    if (d === 0n) throw new RangeError('a ratio over zero');
    const sign = d < 0n ? -1n : 1n;
    const divisor = greatestCommonDivisor(n, d * sign) || 1n;
    return new Ratio((n * sign) / divisor, (d * sign) / divisor);
  }

  /** Reads a plain decimal such as `88.5`. Refuses exponents, signs other than a minus, and anything else with `score.not_a_decimal`. */
  static parse(text: string): Ratio {
    if (typeof text !== 'string' || !DECIMAL.test(text)) {
      throw invalid('score.not_a_decimal', say('“{text}”不是小数', '“{text}” is not a decimal number'), { text });
    }
    const [whole = '0', fraction = ''] = text.split('.');
    return Ratio.of(BigInt(whole + fraction), 10n ** BigInt(fraction.length));
  }

  static sum(parts: readonly Ratio[]): Ratio {
    return parts.reduce((total, part) => total.plus(part), Ratio.zero);
  }

  static mean(parts: readonly Ratio[]): Ratio {
    return Ratio.sum(parts).over(Ratio.of(parts.length));
  }

  plus(other: Ratio): Ratio {
    if (this.denominator === other.denominator) return Ratio.of(this.numerator + other.numerator, this.denominator);
    return Ratio.of(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    );
  }

  times(other: Ratio): Ratio {
    return Ratio.of(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  over(other: Ratio): Ratio {
    return Ratio.of(this.numerator * other.denominator, this.denominator * other.numerator);
  }

  /** Negative, zero or positive, as `Array.prototype.sort` wants it. */
  compare(other: Ratio): number {
    const difference = this.numerator * other.denominator - other.numerator * this.denominator;
    if (difference === 0n) return 0;
    return difference < 0n ? -1 : 1;
  }

  isZero(): boolean {
    return this.numerator === 0n;
  }

  /** Rounds half up (四舍五入; away from zero below zero) and always writes `places` digits. */
  round(places: number): string {
    const scaled = (this.numerator < 0n ? -this.numerator : this.numerator) * 10n ** BigInt(places);
    const units = (scaled * 2n + this.denominator) / (this.denominator * 2n);
    const digits = units.toString().padStart(places + 1, '0');
    const sign = this.numerator < 0n && units !== 0n ? '-' : '';
    const cut = digits.length - places;
    return sign + (places === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`);
  }

  /** The value for the eye: every digit when ten places hold it, else rounded at ten places. Never computed with again. */
  shown(): string {
    const text = this.round(10);
    return text.replace(/0{1,10}$/, '').replace(/\.$/, '') || '0';
  }

  /** The exact fraction, `273/3` reduced: `91/1`. */
  toString(): string {
    return `${this.numerator}/${this.denominator}`;
  }
}
