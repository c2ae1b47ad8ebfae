import * as fc from 'fast-check';
import { canonicalJson } from '#libs/canonical-json';
import { rulebookHash } from './rulebook-hash.js';

/** The same value with the members of every object in another order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).reverse().map(([name, item]) => [name, reversed(item)]));
}

/** Whatever a rulebook can be read from: no database keeps U+0000. */
const kept = (maxDepth: number) => fc.jsonValue({ maxDepth }).filter((value) => !JSON.stringify(value).includes('\\u0000'));

describe('rulebookHash', () => {
  it('does not depend on the order of keys or on how often the text was parsed', () => {
    fc.assert(fc.property(kept(4), (value) => {
      expect(rulebookHash(reversed(value))).toBe(rulebookHash(value));
      expect(rulebookHash(JSON.parse(canonicalJson(value)))).toBe(rulebookHash(value));
    }));
  });

  it('changes with every change of a value', () => {
    fc.assert(fc.property(kept(3), kept(3), (a, b) => {
      expect(rulebookHash(a) === rulebookHash(b)).toBe(canonicalJson(a) === canonicalJson(b));
    }));
  });

  it('keeps the order of lists, which carries meaning', () => {
    expect(rulebookHash({ stages: [1, 2] })).not.toBe(rulebookHash({ stages: [2, 1] }));
  });
});
