import fc from 'fast-check';
import { aStage, aTree, anApplication, sheets } from '../../../../../test/support/scoring/a-score-tree.js';
import { judgeStatistics, LEAST_COMPARED, withoutSeverity, type GivenScore } from './judge-statistics.js';
import { recheckSample, recheckVerdict } from './recheck.js';
import { kendall, median, quantile, spreadOf } from './robust.js';
import { consequenceOf, givenScores, ranksNow, ranksWithout, ranksWithScores } from './what-if.js';

const given = (rows: Record<string, number[]>): GivenScore[] =>
  Object.entries(rows).flatMap(([judge, scores]) => scores.map((score, at) => ({ judge, applicationId: `A${at}`, score })));

describe('figures that one wild number does not move', () => {
  it('are the textbook ones', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(spreadOf([1, 2, 3, 4, 100])).toBeCloseTo(1.4826);
    expect([0, 0.25, 0.5, 1].map((share) => quantile([1, 2, 3, 4], share))).toEqual([1, 1.75, 2.5, 4]);
    // Kendall (1945): orders 1 2 3 4 and 1 2 4 3 agree in 5 of 6 pairs: τ = 4/6. With a tie on one side, τ-b = 5/√(6·5).
    expect(kendall([[1, 1], [2, 2], [3, 4], [4, 3]])).toBeCloseTo(2 / 3);
    expect(kendall([[1, 1], [2, 2], [3, 3], [4, 3]])).toBeCloseTo(5 / Math.sqrt(30));
    expect(kendall([[1, 2], [1, 3]])).toBeNull();
  });
});

describe('what can be said of judges', () => {
  const fair = [60, 70, 75, 80, 85, 90];
  const scores = given({ a: fair, b: fair, c: fair, harsh: fair.map((score) => score - 8) });

  it('finds who is harsher and by how much', () => {
    const harsh = judgeStatistics(scores).find(({ judge }) => judge === 'harsh')!;
    expect(harsh).toMatchObject({ sheets: 6, compared: 6, severity: -8, agreement: 1, outliers: [] });
  });

  it('lets one outlier neither pull the judge nor compress the field', () => {
    const wild = scores.map((one) => (one.judge === 'a' && one.applicationId === 'A5' ? { ...one, score: 5 } : one));
    const [a] = judgeStatistics(wild);
    expect(a).toMatchObject({ severity: 0, outliers: ['A5'] });
    const before = scores.filter(({ judge }) => judge === 'b').map(({ score }) => score);
    expect(withoutSeverity(wild, judgeStatistics(wild), 100).filter(({ judge }) => judge === 'b').map(({ score }) => score)).toEqual(before);
  });

  it('says nothing and corrects nothing below the least sample, or where nobody else has scored', () => {
    const few = given({ a: fair.slice(0, LEAST_COMPARED - 1), b: fair.slice(0, LEAST_COMPARED - 1).map((score) => score + 20) });
    expect(judgeStatistics(few)).toMatchObject([{ severity: null, agreement: null }, { severity: null, agreement: null }]);
    expect(withoutSeverity(few, judgeStatistics(few), 100)).toEqual(few);
    expect(judgeStatistics(given({ alone: fair }))).toMatchObject([{ compared: 0, severity: null }]);
  });

  it('keeps a corrected score within the scale and says the same whatever the order', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 6, maxLength: 6 }), { minLength: 2, maxLength: 5 }), (rows) => {
      const all = given(Object.fromEntries(rows.map((row, at) => [`j${at}`, row])));
      const statistics = judgeStatistics(all);
      expect(judgeStatistics([...all].reverse())).toEqual(statistics);
      for (const { score } of withoutSeverity(all, statistics, 100)) expect(score >= 0 && score <= 100).toBe(true);
    }));
  });
});

describe('would the winners change', () => {
  const tree = aTree([aStage('s', '100')]);
  // Means: A 90, B 80, C 70. Without judge 1: A (80+80)/2 = 80, B 90, C 65.
  const input = { applications: [anApplication('A', sheets('s', 'panel', ['110', '80', '80'].map((score) => String(Math.min(100, Number(score)))))), anApplication('B', sheets('s', 'panel', ['60', '90', '90'])), anApplication('C', sheets('s', 'panel', ['80', '65', '65']))] };

  it('when one judge is left out', () => {
    const now = ranksNow(tree, input);
    const without = ranksWithout(tree, input, 'judge-01');
    expect([...without].sort()).toEqual([['A', 2], ['B', 1], ['C', 3]]);
    expect(consequenceOf(now, without, 1)).toEqual({ enters: ['B'], leaves: ['A'], moved: 2 });
    expect(consequenceOf(now, now, 1)).toEqual({ enters: [], leaves: [], moved: 0 });
  });

  it('when scores are corrected; with nothing to correct nothing changes', () => {
    const scores = givenScores(tree, input, 's', 'panel');
    expect(scores).toHaveLength(9);
    expect(ranksWithScores(tree, input, scores)).toEqual(ranksNow(tree, input));
    const lower = scores.map((one) => (one.judge === 'judge-01' && one.applicationId === 'A' ? { ...one, score: one.score - 40 } : one));
    expect([...ranksWithScores(tree, input, lower)].find(([id]) => id === 'B')).toEqual(['B', 1]);
  });
});

describe('the recheck', () => {
  const results = Array.from({ length: 50 }, (_, at) => ({ applicationId: `A${String(at).padStart(2, '0')}`, rank: at + 1 }));

  it('takes the first ten and 15 % of the rest, the same for everybody', () => {
    const { first, drawn } = recheckSample(results, 'f'.repeat(64));
    expect([first.length, drawn.length]).toEqual([10, 6]);
    expect(recheckSample([...results].reverse(), 'f'.repeat(64))).toEqual({ first, drawn });
    expect(recheckSample(results, 'e'.repeat(64)).drawn).not.toEqual(drawn);
    expect(recheckSample([...results, { applicationId: 'out', rank: null }], 'f'.repeat(64)).drawn).not.toContain('out');
  });

  it('spreads to everything above five percent of errors', () => {
    const sample = results.slice(0, 20).map(({ applicationId }) => applicationId);
    const all = results.map(({ applicationId }) => applicationId);
    const found = (errors: number, ids: readonly string[]) => new Map(ids.map((id, at) => [id, at < errors ? ('error' as const) : ('same' as const)]));
    expect(recheckVerdict(sample, all, found(0, sample.slice(1)))).toBe('open');
    expect(recheckVerdict(sample, all, found(1, sample))).toBe('sound');
    expect(recheckVerdict(sample, all, found(2, sample))).toBe('everything');
    expect(recheckVerdict(sample, all, found(2, all))).toBe('sound');
  });
});
