import fc from 'fast-check';
import { addFen, fen, subtractFen, sumFen } from '#libs/money';

const anyFen = fc.maxSafeInteger().filter((n) => !Object.is(n, -0)).map(fen);

describe('fen', () => {
  it.each([0, 1, -1, Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER])('takes %d', (n) => {
    expect(fen(n)).toBe(n);
  });

  it.each([0.1 + 0.2, 1.5, 1e21, -0, Number.NaN, Infinity, 2 ** 53, -(2 ** 53)])('refuses %p', (n) => {
    expect(() => fen(n)).toThrow('money.not-whole-fen');
  });
});

describe('adding and subtracting', () => {
  it('is exact up to the largest amount and refuses beyond it', () => {
    const largest = fen(Number.MAX_SAFE_INTEGER);
    expect(addFen(largest, fen(0))).toBe(largest);
    expect(() => addFen(largest, fen(1))).toThrow('money.out-of-range');
    expect(() => subtractFen(fen(-1), largest)).toThrow('money.out-of-range');
  });

  it('never yields minus zero', () => {
    expect(Object.is(subtractFen(fen(5), fen(5)), 0)).toBe(true);
    expect(Object.is(addFen(fen(-5), fen(5)), 0)).toBe(true);
  });

  it('adds nothing up to zero and does not mind the order', () => {
    expect(sumFen([])).toBe(0);
    const largest = fen(Number.MAX_SAFE_INTEGER);
    expect(sumFen([largest, fen(1), fen(-1)])).toBe(largest);
  });

  it('takes away what it added', () => {
    fc.assert(
      fc.property(anyFen, anyFen, (a, b) => {
        fc.pre(Number.isSafeInteger(a + b));
        expect(subtractFen(addFen(a, b), b)).toBe(a);
        expect(sumFen([a, b])).toBe(addFen(a, b));
      }),
    );
  });
});
