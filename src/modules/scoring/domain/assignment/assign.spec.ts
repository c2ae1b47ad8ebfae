import fc from 'fast-check';
import { assign, type AssignmentProblem } from './assign.js';
import { cheapestFlow } from './cheapest-flow.fixture.js';

const problem = fc.record({ applications: fc.integer({ min: 1, max: 7 }), experts: fc.integer({ min: 1, max: 6 }), perApplication: fc.integer({ min: 1, max: 3 }) }).chain((size) => fc.record({
  applications: fc.constant(size.applications), experts: fc.constant(size.experts), perApplication: fc.constant(size.perApplication),
  prices: fc.array(fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 9 }) }, { weight: 1, arbitrary: fc.constant(-1) }), { minLength: size.applications * size.experts, maxLength: size.applications * size.experts }).map((list) => Int32Array.from(list)),
  capacities: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: size.experts, maxLength: size.experts }).map((list) => Int32Array.from(list)),
}));

const placed = ({ experts }: ReturnType<typeof assign>) => experts.reduce((sum, own) => sum + own.length, 0);
const unevenness = (loads: Int32Array) => loads.reduce((sum, load) => sum + load * (load - 1) / 2, 0);

describe('assign', () => {
  it('gives nobody what she may not have, nothing twice, and nobody more than she takes', () => {
    fc.assert(fc.property(problem, (given) => {
      const { experts, loads, lacking, price } = assign(given);
      const counted = new Int32Array(given.experts);
      let sum = 0;
      experts.forEach((own, application) => {
        expect(new Set(own).size).toBe(own.length);
        for (const expert of own) {
          const one = given.prices[application * given.experts + expert]!;
          expect(one).toBeGreaterThanOrEqual(0);
          counted[expert]! += 1;
          sum += one;
        }
        expect(given.perApplication - own.length).toBe(lacking.find((one) => one.application === application)?.missing ?? 0);
      });
      expect(loads).toEqual(counted);
      expect(price).toBe(sum);
      loads.forEach((load, expert) => expect(load).toBeLessThanOrEqual(given.capacities[expert]!));
    }), { numRuns: 400 });
  });

  it('fills as many places as can be filled, evenly, and then at the smallest price, as a textbook flow finds it', () => {
    fc.assert(fc.property(problem, (given) => {
      const ours = assign(given);
      const theirs = cheapestFlow(given);
      expect(placed(ours)).toBe(theirs.placed);
      if (ours.lacking.length === 0) expect({ price: ours.price, unevenness: unevenness(ours.loads) }).toEqual({ price: theirs.price, unevenness: theirs.unevenness });
    }), { numRuns: 600 });
  });

  it('keeps what was decided by hand', () => {
    const given: AssignmentProblem = { applications: 2, experts: 2, perApplication: 1, prices: Int32Array.from([0, 9, 9, 0]), capacities: Int32Array.from([1, 1]), pinned: [[0, 1]] };
    expect(assign(given)).toMatchObject({ experts: [[1], [0]], price: 18 });
  });

  it('takes one that was given already away again where another needs it more', () => {
    const never = -1;
    const given: AssignmentProblem = { applications: 2, experts: 2, perApplication: 1, prices: Int32Array.from([0, 5, 0, never]), capacities: Int32Array.from([1, 1]) };
    expect(assign(given)).toMatchObject({ experts: [[1], [0]], lacking: [] });
  });

  it('says which applications lack how many', () => {
    const given: AssignmentProblem = { applications: 2, experts: 1, perApplication: 2, prices: Int32Array.from([0, 0]), capacities: Int32Array.from([2]) };
    expect(assign(given).lacking).toEqual([{ application: 0, missing: 1 }, { application: 1, missing: 1 }]);
  });

  it('refuses prices that do not fit', () => {
    expect(() => assign({ applications: 2, experts: 2, perApplication: 1, prices: new Int32Array(3), capacities: new Int32Array(2) })).toThrow(RangeError);
  });
});
