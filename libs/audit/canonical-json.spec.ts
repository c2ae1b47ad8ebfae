import fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';

describe('canonical JSON', () => {
  it.each([
    [{ b: 1, a: [true, null, 'é'] }, '{"a":[true,null,"é"],"b":1}'],
    [{ '\u20ac': 1, '\r': 2, '1': 3, '😀': 4, '\ufb33': 5 }, '{"\\r":2,"1":3,"€":1,"😀":4,"\ufb33":5}'],
    [[333333333.33333329, 1e30, 4.5, 2e-3, 1e-27, -0], '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]'],
    [{ at: new Date('2026-09-01T10:00:00Z'), gone: undefined }, '{"at":"2026-09-01T10:00:00.000Z"}'],
    ['\u000f"\\\n', '"\\u000f\\"\\\\\\n"'],
  ])('writes %p', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it('is the same whatever the order of the keys, and survives being read', () => {
    fc.assert(fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), (value) => {
      fc.pre(!JSON.stringify(value).includes('\\u0000'));
      const text = canonicalJson(value);
      const backwards = Object.fromEntries(Object.entries(value).reverse());
      expect(canonicalJson(backwards)).toBe(text);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }));
  });

  it.each([NaN, Infinity, 1n, () => 1, Symbol('x'), '\0', '\ud800', { '\udc00': 1 }, [NaN]])('refuses %p', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});
