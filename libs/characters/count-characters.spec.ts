import fc from 'fast-check';
import { byExpression, countCharacters } from './count-characters.js';

describe('the length of a text in 字', () => {
  it.each([['', 0], ['妇女儿童', 4], ['2025 年 Rose 公益', 5], ['e\u0301te\u0301 好', 2], ['3.5 万元', 5], ['a\u200bb', 1], ['\u200b', 0], ['𠮷田', 2], ['你好，world', 4]])('of %j is %i', (text, count) => {
    expect(countCharacters(text)).toBe(count);
  });

  it('is by the table what it is by the rule, of any text', () => {
    const text = fc.string({ unit: fc.oneof(fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)), fc.constantFrom(...'aZ9 ，。好é\u0301\u200d\u200b\u3000ªⅧ'), fc.constantFrom('𠮷', '👩‍👧', '\u{1d400}')), maxLength: 60 });
    fc.assert(fc.property(text, (one) => countCharacters(one) === byExpression(one)), { numRuns: 2_000 });
  });
});
