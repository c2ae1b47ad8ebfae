import fc from 'fast-check';
import { fen } from '#libs/money';
import type { Fen } from '#libs/money';
import { allocate } from './allocate.js';

describe('properties of an allocation', () => {
  const amount = fc.integer({ min: 1, max: 9_000_000 }).map((value) => fen(value));
  const seats = fc.option(fc.integer({ min: 0, max: 8 }));
  const rules = fc.record({
    poolFen: fc.integer({ min: 0, max: 30_000_000 }).map((value): Fen => fen(value)),
    minimumTotal: fc.constantFrom(null, '60', '97.5'),
    maxAwards: fc.option(fc.integer({ min: 4, max: 10 })),
    reserved: fc.constantFrom([], [{ categories: ['a'], seats: 2 }, { categories: ['a', 'b'], seats: 2 }]),
    openSeats: seats,
    rollOver: fc.constantFrom('open_seats' as const, 'supplementary_call' as const, 'lapse' as const),
    amount: fc.oneof(
      fc.record({ kind: fc.constant('fixed' as const), fen: amount }),
      fc.record({ kind: fc.constant('cap' as const), maxFen: amount }),
      fc.constant({ kind: 'as_requested' as const }),
    ),
    marginal: fc.oneof(
      fc.constantFrom({ kind: 'cut' as const }, { kind: 'skip' as const }),
      fc.record({ kind: fc.constant('partial' as const), minimumFen: amount }),
    ),
    maxAwardsPerOrganisation: fc.option(fc.integer({ min: 1, max: 2 })),
    reserveSize: seats,
  });
  const field = fc.array(
    fc.record({ organisationId: fc.constantFrom('P', 'Q', 'R'), category: fc.constantFrom('a', 'b', 'c'), requestedFen: amount }),
    { maxLength: 14 },
  ).map((rows) => rows.map((row, at) => ({
    ...row,
    applicationId: `A${String(at).padStart(2, '0')}`,
    rank: at + 1,
    total: String(99 - at),
  })));

  it('never grants more than the pool, more seats than there are, or more to one organisation than allowed', () => {
    fc.assert(
      fc.property(rules, field, (declared, all) => {
        const allocation = allocate(declared, all);
        const sum = allocation.awards.reduce((total, award) => total + award.amountFen, 0);
        expect(sum).toBe(allocation.grantedFen);
        expect(sum + allocation.leftFen).toBe(declared.poolFen);
        expect(allocation.leftFen).toBeGreaterThanOrEqual(0);
        expect(allocation.awards.length).toBeLessThanOrEqual(declared.maxAwards ?? Infinity);
        for (const organisation of ['P', 'Q', 'R']) {
          const own = allocation.awards.filter((award) => award.organisationId === organisation).length;
          expect(own).toBeLessThanOrEqual(declared.maxAwardsPerOrganisation ?? Infinity);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('puts every application in exactly one list, whatever the order of the input', () => {
    fc.assert(
      fc.property(rules, field, (declared, all) => {
        const allocation = allocate(declared, all);
        const placed = [...allocation.awards, ...allocation.reserve, ...allocation.declined].map((each) => each.applicationId);
        expect(placed.sort()).toEqual(all.map((each) => each.applicationId).sort());
        expect(allocate(declared, [...all].reverse())).toEqual(allocation);
      }),
      { numRuns: 400 },
    );
  });
});
