import * as fc from 'fast-check';
import { canonicalJson, rulebookHash } from './canonical-json.js';

/** The same value with the members of every object in another order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).reverse().map(([name, item]) => [name, reversed(item)]));
}

describe('canonicalJson', () => {
  it('writes numbers, text and members as RFC 8785 does', () => {
    expect(canonicalJson({ '€': 'Euro', '\r': 1, 1: 'One', '😀': 2, ö: 3 })).toBe('{"\\r":1,"1":"One","ö":3,"€":"Euro","😀":2}');
    expect(canonicalJson([333333333.33333329, 1e30, 4.5, 2e-3, -0, null, true, '\u000f\n"'])).toBe(
      '[333333333.3333333,1e+30,4.5,0.002,0,null,true,"\\u000f\\n\\""]',
    );
  });

  it.each([[NaN], [Infinity], ['\ud800'], [undefined], [() => 1], [1n]])('refuses %p, which JSON cannot hold', (value) => {
    expect(() => canonicalJson([value])).toThrow(TypeError);
  });

  it('leaves out members without a value', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  });
});

describe('rulebookHash', () => {
  it('does not depend on the order of keys or on how often the text was parsed', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      expect(rulebookHash(reversed(value))).toBe(rulebookHash(value));
      expect(rulebookHash(JSON.parse(canonicalJson(value)))).toBe(rulebookHash(value));
    }));
  });

  it('changes with every change of a value', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 3 }), fc.jsonValue({ maxDepth: 3 }), (a, b) => {
      expect(rulebookHash(a) === rulebookHash(b)).toBe(canonicalJson(a) === canonicalJson(b));
    }));
  });

  it('keeps the order of lists, which carries meaning', () => {
    expect(rulebookHash({ stages: [1, 2] })).not.toBe(rulebookHash({ stages: [2, 1] }));
  });
});
