import { commitmentOf, drawJudges, seedOf } from './draw-judges.js';

const pool = Array.from({ length: 12 }, (_, at) => `expert-${at}`);
const secret = '5e'.repeat(32);

describe('the draw of judges', () => {
  it('gives the same people on replay, whatever the order of the pool', () => {
    const drawn = drawJudges(pool, seedOf(secret, '03 08 15 21 27 33 + 09'), 5);
    expect(drawJudges([...pool].reverse(), seedOf(secret, ' 03 08 15 21 27 33 + 09 '), 5)).toEqual(drawn);
    expect(drawJudges(pool, seedOf(secret, '03 08 15 21 27 33 + 10'), 5)).not.toEqual(drawn);
    expect(drawJudges(pool, seedOf(secret.replace('5', '6'), '03 08 15 21 27 33 + 09'), 5)).not.toEqual(drawn);
  });

  it('commits to the secret without telling it', () => {
    expect(commitmentOf(secret)).toMatch(/^[0-9a-f]{64}$/);
    expect(commitmentOf(secret)).not.toBe(seedOf(secret, ''));
  });

  it('prefers nobody: over 100,000 draws χ² stays below its value at p = 0.01', () => {
    const [draws, count] = [100_000, 3];
    const seen = new Map(pool.map((id) => [id, 0]));
    for (let at = 0; at < draws; at += 1) for (const id of drawJudges(pool, `${secret}|${at}`, count)) seen.set(id, seen.get(id)! + 1);
    const expected = (draws * count) / pool.length;
    // Being drawn is a yes or no with probability 3/12: the variance is smaller than that of a count, and the sum is scaled for it.
    const chiSquare = [...seen.values()].reduce((sum, times) => sum + (times - expected) ** 2 / (expected * (1 - count / pool.length)), 0) * ((pool.length - 1) / pool.length);
    expect(chiSquare).toBeLessThan(24.725);
  });
});
