import fc from 'fast-check';
import { fen, yuan } from '#libs/money';
import { planTranches, settleAtActual } from './tranche-plan.js';
import type { TranchePlanRule } from './tranche-plan.js';

const percent = (...shares: number[]): TranchePlanRule => ({
  by: 'percent',
  tranches: shares.map((share, at) => ({ key: `t${at + 1}`, percent: share })),
});
const fixed = (...sums: (string | null)[]): TranchePlanRule => ({
  by: 'fixed',
  tranches: sums.map((sum, at) => ({ key: `t${at + 1}`, fen: sum === null ? null : yuan(sum) })),
});
const sums = (award: string, rule: TranchePlanRule) => planTranches(yuan(award), rule).map((each) => each.amountFen / 100);

describe('a plan by percentages', () => {
  it('Binhai 2014: 50/40/10, the odd fen to the largest remainder', () => {
    expect(sums('30000.01', percent(50, 40, 10))).toEqual([15_000.01, 12_000, 3_000]);
    expect(sums('100000', percent(50, 40, 10))).toEqual([50_000, 40_000, 10_000]);
  });

  it('numbers the tranches and keeps their keys', () => {
    expect(planTranches(yuan('10'), percent(30, 70))[1]).toEqual({ key: 't2', number: 2, amountFen: 700, atActual: false });
  });

  it('refuses shares that do not make 100, and shares of nothing', () => {
    expect(() => planTranches(yuan('10'), percent(50, 40))).toThrow('money.percentages-not-100');
    expect(() => planTranches(yuan('10'), percent(100, 0))).toThrow('funds.plan_faulty');
  });

  it('adds up to the award to the fen for every split', () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 5 }).map((points) => {
      const edges = [0, ...new Set(points.sort((a, b) => a - b)), 100];
      return edges.slice(1).map((edge, at) => edge - edges[at]!);
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e12 }), cuts, (award, shares) => {
        const parts = planTranches(fen(award), percent(...shares)).map((each) => each.amountFen as number);
        expect(parts.reduce((a, b) => a + b, 0)).toBe(award);
        parts.forEach((part, at) => expect(Math.abs(part - (award * shares[at]!) / 100)).toBeLessThan(1.001));
      }),
    );
  });
});

describe('a plan by sums', () => {
  it('Ningbo 2017: a prize of 8,000 as 2,000 + 3,000 + 3,000', () => {
    expect(sums('8000', fixed('2000', '3000', '3000'))).toEqual([2000, 3000, 3000]);
  });

  it('leaves the rest to an open last tranche', () => {
    expect(sums('8000.05', fixed('2000', null))).toEqual([2000, 6000.05]);
  });

  it.each([[fixed('2000', '3000')], [fixed('9000')], [fixed(null, '3000')], [fixed('8000', null)], [fixed('0', '8000')], [fixed()]])(
    'refuses sums that are not the award: %j',
    (rule) => {
      expect(() => planTranches(yuan('8000'), rule)).toThrow('funds.plan_faulty');
    },
  );

  it('refuses an award of nothing, a key twice, and settlement anywhere but last', () => {
    expect(() => planTranches(fen(0), percent(100))).toThrow('funds.plan_faulty');
    const tranche = { key: 'a', percent: 50 };
    expect(() => planTranches(fen(100), { by: 'percent', tranches: [tranche, tranche] })).toThrow('funds.plan_faulty');
    const early = [{ ...tranche, atActual: true }, { key: 'b', percent: 50 }];
    expect(() => planTranches(fen(100), { by: 'percent', tranches: early })).toThrow('funds.plan_faulty');
    expect(planTranches(fen(100), { by: 'percent', tranches: [...early].reverse() })[1]!.atActual).toBe(true);
  });
});

describe('a settlement at actual cost', () => {
  it.each([
    ['100000', '95000', '90000', '5000', '0'],
    ['100000', '120000', '90000', '10000', '0'],
    ['100000', '80000', '90000', '0', '10000'],
    ['100000', '90000', '90000', '0', '0'],
  ])('of %s with %s accepted and %s paid pays %s and takes back %s', (granted, accepted, paid, pay, recover) => {
    expect(settleAtActual(yuan(granted), yuan(accepted), yuan(paid))).toEqual({ payFen: yuan(pay), recoverFen: yuan(recover) });
  });
});
