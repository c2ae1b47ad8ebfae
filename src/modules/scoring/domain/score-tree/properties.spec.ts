import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { aRandomRound } from '../../../../../test/support/scoring/a-random-round.js';
import { rankApplications } from './rank-applications.js';
import { Ratio } from './ratio.js';
import type { SheetScores } from './sheets.js';

const shuffled = <T>(items: readonly T[]) =>
  fc.array(fc.nat(), { minLength: items.length, maxLength: items.length }).map((keys) =>
    items.map((item, at) => ({ item, key: keys[at]! })).sort((a, b) => a.key - b.key).map(({ item }) => item),
  );

const permuted = ({ applications }: SheetScores) =>
  fc
    .tuple(...applications.map((each) => shuffled(each.sheets).map((sheets) => ({ ...each, sheets }))))
    .chain((all) => shuffled(all))
    .map((all): SheetScores => ({ applications: all }));

describe('properties of a ranking', () => {
  it('does not change when judges or applications are permuted', () => {
    const rounds = aRandomRound().chain(([tree, scores]) => fc.tuple(fc.constant(tree), fc.constant(scores), permuted(scores)));
    fc.assert(
      fc.property(rounds, ([tree, scores, other]) => {
        expect(rankApplications(tree, other)).toEqual(rankApplications(tree, scores));
      }),
      { numRuns: 150 },
    );
  });

  it('names every application once, best first, and never ranks one without a total', () => {
    fc.assert(
      fc.property(aRandomRound(), ([tree, scores]) => {
        const { results } = rankApplications(tree, scores);
        expect(results.map((each) => each.applicationId).sort()).toEqual(scores.applications.map((each) => each.id).sort());
        const ranks = results.map((each) => each.rank ?? Infinity);
        expect([...ranks].sort((a, b) => a - b)).toEqual(ranks);
        for (const each of results) {
          expect(each.total === null).toBe(each.rank === null);
          expect(each.notRankable.length > 0).toBe(each.rank === null);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('gives back the same total whatever a recused judge had written', () => {
    fc.assert(
      fc.property(aRandomRound(), ([tree, scores]) => {
        const recusedEmptied = scores.applications.map((each) => ({
          ...each,
          sheets: each.sheets.map((sheet) => (sheet.state === 'recused' ? { ...sheet, entries: {} } : sheet)),
        }));
        const totals = (input: SheetScores) => rankApplications(tree, input).results.map((each) => each.exact);
        expect(totals({ applications: recusedEmptied })).toEqual(totals(scores));
      }),
      { numRuns: 80 },
    );
  });
});

describe('exact fractions', () => {
  const Wide = Decimal.clone({ precision: 80, rounding: Decimal.ROUND_HALF_UP });
  const cents = fc.integer({ min: -100_000, max: 100_000 });

  it('round as decimal.js does with eighty digits', () => {
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 9 }), fc.integer({ min: 0, max: 6 }), (values, places) => {
        const mean = Ratio.mean(values.map((value) => Ratio.parse(new Wide(value).div(100).toFixed(2))));
        const expected = Wide.sum(...values).div(100 * values.length);
        const text = expected.toFixed(places, Decimal.ROUND_HALF_UP);
        expect(mean.round(places)).toBe(/^-[0.]+$/.test(text) ? text.slice(1) : text);
      }),
    );
  });

  it('show every digit they have, up to ten', () => {
    expect(Ratio.parse('88.50').shown()).toBe('88.5');
    expect(Ratio.of(100).shown()).toBe('100');
    expect(Ratio.of(1, 3).shown()).toBe('0.3333333333');
    expect(Ratio.of(-5, 1000).round(2)).toBe('-0.01');
    expect(() => Ratio.of(1, 0)).toThrow(RangeError);
  });
});
