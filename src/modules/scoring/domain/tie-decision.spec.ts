import { createHash } from 'node:crypto';
import { drawLots, drawsFor, lotCommitment, lotSeed, ordersOf, type TieDecision } from './tie-decision.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const equals = ['a', 'b', 'c', 'd'];
const secret = '5e'.repeat(32);

describe('a lot among equals', () => {
  it('gives the same order on replay, in whatever order the equals come, and can be repeated with nothing but SHA-256', () => {
    const order = drawLots(equals, secret, '03 08 15 + 09');
    expect(drawLots([...equals].reverse(), secret, ' 03 08 15 + 09 ')).toEqual(order);
    const seed = sha256(`tie-draw-v1|${secret}|03 08 15 + 09`);
    expect(seed).toBe(lotSeed(secret, '03 08 15 + 09'));
    expect(order).toEqual([...equals].sort((one, other) => (sha256(`${seed}|${one}`) < sha256(`${seed}|${other}`) ? -1 : 1)));
    expect(lotCommitment(secret)).toBe(sha256(`tie-draw-v1|${secret}`));
  });

  it('prefers no order: over 100,000 draws χ² of the 24 orders stays below its value at p = 0.01', () => {
    const draws = 100_000;
    const seen = new Map<string, number>();
    for (let at = 0; at < draws; at += 1) {
      const order = drawLots(equals, secret, String(at)).join('');
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    expect(seen.size).toBe(24);
    const expected = draws / 24;
    const chiSquare = [...seen.values()].reduce((sum, times) => sum + (times - expected) ** 2 / expected, 0);
    expect(chiSquare).toBeLessThan(41.638);
  }, 60_000);

  it('counts once it was drawn, an order of the committee once it was confirmed, and a refused one never', () => {
    const decision = (changes: Partial<TieDecision>): TieDecision => ({ way: 'committee', applicationIds: ['a', 'b'], orderedIds: ['b', 'a'], granted: null, ...changes }) as TieDecision;
    expect(ordersOf([decision({}), decision({ granted: false }), decision({ way: 'lot', orderedIds: null })])).toEqual([]);
    expect(ordersOf([decision({ granted: true })])).toEqual([{ way: 'committee', order: ['b', 'a'] }]);
    const drawn = decision({ way: 'lot', granted: true, grounds: '福彩', secret, commitment: lotCommitment(secret), publicValue: '7' });
    expect(drawsFor([drawn], new Set(['a', 'b']))).toEqual([{ applicationIds: ['a', 'b'], source: '福彩', secret, commitment: lotCommitment(secret), publicValue: '7' }]);
    expect(drawsFor([drawn], new Set(['a']))).toEqual([]);
  });
});
