import fc from 'fast-check';
import { fen, formatFen, split, splitByPercentages, sumFen, yuan } from '#libs/money';

const weights = fc.array(fc.integer({ min: 0, max: 10_000 }).map((n) => n / 100), { minLength: 1, maxLength: 12 });

describe('split', () => {
  it('divides ¥30,000.01 as 50/40/10 to the last fen', () => {
    const parts = split(yuan('30,000.01'), [50, 40, 10]);
    expect(parts.map(formatFen)).toEqual(['¥15,000.01', '¥12,000.00', '¥3,000.00']);
  });

  it('gives the odd fen to the earlier of equal parts', () => {
    expect(split(fen(100), [1, 1, 1])).toEqual([34, 33, 33]);
    expect(split(fen(-100), [1, 1, 1])).toEqual([-34, -33, -33]);
    expect(split(fen(2), [1, 1, 1])).toEqual([1, 1, 0]);
  });

  it('takes decimals as they are written', () => {
    expect(split(fen(1000), [33.3, 66.7])).toEqual([333, 667]);
    expect(split(fen(3), [0.1, 0.2])).toEqual([1, 2]);
  });

  it.each([[[]], [[0, 0]], [[-1, 2]], [[Number.NaN]], [[Infinity]], [[1e21]], [[1e-9]]])('refuses the weights %p', (bad) => {
    expect(() => split(fen(1), bad)).toThrow('money.bad-weights');
  });

  it('adds up to the total, each part within one fen of its share, nothing for a weight of 0', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), weights, (n, shares) => {
        fc.pre(!Object.is(n, -0) && shares.some((share) => share > 0));
        const parts = split(fen(n), shares);
        expect(sumFen(parts)).toBe(n);
        const cents = shares.map((share) => BigInt(Math.round(share * 100)));
        const whole = cents.reduce((a, b) => a + b, 0n);
        parts.forEach((part, i) => {
          const distance = BigInt(part) * whole - BigInt(n) * (cents[i] ?? 0n);
          expect(distance < whole && distance > -whole).toBe(true);
          if (cents[i] === 0n) expect(part).toBe(0);
        });
      }),
    );
  });
});

describe('splitByPercentages', () => {
  it('agrees with split where the percentages are complete', () => {
    expect(splitByPercentages(yuan('30,000.01'), [50, 40, 10])).toEqual(split(yuan('30,000.01'), [50, 40, 10]));
    expect(splitByPercentages(fen(1000), [33.3, 66.7])).toEqual([333, 667]);
  });

  it.each([[[50, 40]], [[50, 50, 0.01]], [[]]])('refuses %p', (percentages) => {
    expect(() => splitByPercentages(fen(100), percentages)).toThrow('money.percentages-not-100');
  });
});
