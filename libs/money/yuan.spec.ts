import fc from 'fast-check';
import { fen, formatFen, yuan } from '#libs/money';

describe('yuan', () => {
  it.each([
    ['1,234.50', 123450], ['1234.5', 123450], ['30000', 3000000], ['¥30,000.00', 3000000], ['￥１，２３４．５０', 123450],
    ['１２３４．５０', 123450], [' 0 ', 0], ['0.01', 1], ['-12.30', -1230], ['90071992547409.91', Number.MAX_SAFE_INTEGER],
  ])('reads %s', (text, amount) => {
    expect(yuan(text)).toBe(amount);
  });

  it.each([
    String(0.1 + 0.2), '1e21', String(1e21), '-0', '-0.00', 'NaN', 'Infinity', '1.234', '', ' ', '.5', '5.', '01', '1,23', '12,34.00',
    '1,234,5', '1234,567', '+5', '--5', '0x10', '三万', '3万', '1 000', '1.2.3', '5;', '1\n2',
  ])('refuses %p', (text) => {
    expect(() => yuan(text)).toThrow('money.not-an-amount');
  });

  it.each([0.3, null, undefined, 5, {}])('refuses %p, which is not text', (value) => {
    expect(() => yuan(value as unknown as string)).toThrow('money.not-an-amount');
  });

  it.each(['90071992547409.92', '-90071992547409.92', '9'.repeat(40)])('refuses %s as beyond exactness', (text) => {
    expect(() => yuan(text)).toThrow('money.out-of-range');
  });
});

describe('formatFen', () => {
  it.each([
    [3000000, '¥30,000.00'], [0, '¥0.00'], [1, '¥0.01'], [10, '¥0.10'], [99999, '¥999.99'], [100000, '¥1,000.00'],
    [-123456789, '-¥1,234,567.89'], [Number.MAX_SAFE_INTEGER, '¥90,071,992,547,409.91'],
  ])('writes %d fen as %s', (amount, text) => {
    expect(formatFen(fen(amount))).toBe(text);
  });

  it('writes what yuan reads back', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (n) => {
        fc.pre(!Object.is(n, -0));
        expect(yuan(formatFen(fen(n)))).toBe(n);
      }),
    );
  });
});
