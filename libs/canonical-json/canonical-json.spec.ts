import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { canonicalJson, canonicalOnce } from './index.js';

/** The rule written down once more, in the plainest way: what was hashed in the years before must come out the same. */
function plainly(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(plainly).join(',')}]`;
  return `{${Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, item]) => `${JSON.stringify(name)}:${plainly(item)}`).join(',')}}`;
}

const isKept = (value: unknown): boolean => !JSON.stringify(value).includes('\\u0000');

describe('canonical JSON', () => {
  it.each([
    [{ b: 1, a: [true, null, 'é'] }, '{"a":[true,null,"é"],"b":1}'],
    [{ '\u20ac': 1, '\r': 2, '1': 3, '😀': 4, '\ufb33': 5, 'ö': 6 }, '{"\\r":2,"1":3,"ö":6,"€":1,"😀":4,"\ufb33":5}'],
    [[333333333.33333329, 1e30, 4.5, 2e-3, 1e-27, -0], '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]'],
    [{ at: new Date('2026-09-01T10:00:00Z'), gone: undefined }, '{"at":"2026-09-01T10:00:00.000Z"}'],
    [[1, undefined, 2], '[1,null,2]'],
    ['\u000f"\\\n', '"\\u000f\\"\\\\\\n"'],
  ])('writes %p', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it('is the same whatever the order of the keys, and survives being read', () => {
    fc.assert(fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue(), { maxKeys: 60, size: 'large' }), (value) => {
      fc.pre(isKept(value));
      const text = canonicalJson(value);
      const backwards = Object.fromEntries(Object.entries(value).reverse());
      expect(canonicalJson(backwards)).toBe(text);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
      expect(text).toBe(plainly(value));
    }), { numRuns: 300 });
  });

  it.each([
    [Object.fromEntries([40, 7, 33, 1, 12].map((at) => [`question_${at}`, at])), '6d3091c0d0abbb1c'],
    [Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`k${(at * 17) % 40}`, [at]])), '600b0c328ae28c4d'],
  ])('gives what was hashed before the hash that it had', (value, begins) => {
    expect(createHash('sha256').update(canonicalJson(value)).digest('hex').slice(0, 16)).toBe(begins);
  });

  it.each([
    NaN, Infinity, 1n, () => 1, Symbol('x'), undefined, [NaN], [() => 1], [1n], '\0', '\ud800', ['\ud800'], { '\udc00': 1 }, { 'a\0': 1 }, 'quoted " and \0',
  ])('refuses %p', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  it('writes what is part of several texts once, and alike in each', () => {
    const part = { b: [1, null], a: '甲' };
    for (const whole of [{ part, z: 1 }, [part], part]) expect(canonicalJson(JSON.parse(JSON.stringify(whole)))).toBe(canonicalJson(whole === part ? canonicalOnce(part) : Array.isArray(whole) ? [canonicalOnce(part)] : { ...whole, part: canonicalOnce(part) }));
    expect(canonicalOnce(part)).toBe(canonicalOnce(part));
    expect(() => canonicalOnce({ a: NaN })).toThrow(TypeError);
  });
});
