import fc from 'fast-check';
import { ballotsOf } from './ballots-of-scores.js';
import { borda, equalShares, placesOf, schulze, stv, type Ballot } from './ballots.js';

const times = (count: number, order: string): Ballot[] => Array.from({ length: count }, () => [...order].map((candidate) => [candidate]));

// Tennessee chooses its capital (the textbook example): Memphis 42, Nashville 26, Chattanooga 15, Knoxville 17.
const TENNESSEE = [...times(42, 'MNCK'), ...times(26, 'NCKM'), ...times(15, 'CKNM'), ...times(17, 'KCNM')];
// Schulze, A New Monotonic … Method (2011), example of 45 voters: the order is E > A > C > B > D.
const SCHULZE = [...times(5, 'ACBED'), ...times(5, 'ADECB'), ...times(8, 'BEDAC'), ...times(3, 'CABED'), ...times(7, 'CAEBD'), ...times(2, 'CBADE'), ...times(7, 'DCEBA'), ...times(8, 'EBADC')];

describe('ranked ballots', () => {
  it('Borda: Tennessee gives Nashville 194, Chattanooga 173, Memphis 126, Knoxville 107', () => {
    const { outcome, points } = borda([...'MNCK'], TENNESSEE);
    expect(outcome).toEqual([['N'], ['C'], ['M'], ['K']]);
    expect([...'NCMK'].map((city) => points.get(city)!.shown())).toEqual(['194', '173', '126', '107']);
  });

  it('Borda: equals share their points', () => {
    const { outcome, points } = borda(['a', 'b', 'c'], [[['a', 'b'], ['c']], [['c'], ['a', 'b']]]);
    expect(outcome).toEqual([['a', 'b', 'c']]);
    expect(points.get('a')!.shown()).toBe('2');
  });

  it('Schulze: the published example of 45 voters comes out as E, A, C, B, D', () => {
    expect(schulze([...'ABCDE'], SCHULZE)).toEqual([['E'], ['A'], ['C'], ['B'], ['D']]);
    expect(schulze([...'MNCK'], TENNESSEE)[0]).toEqual(['N']);
  });

  it('STV: the food election elects chocolate, oranges and strawberries', () => {
    // The textbook example of 20 guests and three dishes: 4 oranges, 2 pears then oranges, 8 chocolate then strawberries,
    // 4 chocolate then bonbons, 1 strawberries, 1 bonbons. Quota 6.
    const ballots = [...times(4, 'O'), ...times(2, 'PO'), ...times(8, 'CS'), ...times(4, 'CB'), ...times(1, 'S'), ...times(1, 'B')];
    const { elected, quota } = stv([...'OPCSB'], ballots, 3);
    expect(quota).toBe(6);
    expect([...elected].sort()).toEqual(['C', 'O', 'S']);
  });

  it('Equal Shares: a minority that agrees gets its share, which a plain majority would take', () => {
    // Ten voters, 100 each: seven approve a, b, c (cost 300 each), three approve d (cost 300).
    const approvals = [...Array.from({ length: 7 }, () => new Set(['a', 'b', 'c'])), ...Array.from({ length: 3 }, () => new Set(['d']))];
    const { funded, spentFen } = equalShares(['a', 'b', 'c', 'd'].map((id) => ({ id, costFen: 300 })), approvals, 1000);
    expect([...funded].sort()).toEqual(['a', 'b', 'd']);
    expect(spentFen).toBe(900);
  });

  it('are made of the sheets of each judge, equal scores equal, and told as places', () => {
    const scores = [['j1', 'a', 90], ['j1', 'b', 80], ['j1', 'c', 80], ['j2', 'c', 70], ['j2', 'a', 60]].map(([judge, applicationId, score]) => ({ judge: judge as string, applicationId: applicationId as string, score: score as number }));
    expect(ballotsOf(scores)).toEqual([[['a'], ['b', 'c']], [['c'], ['a']]]);
    expect([...placesOf([['a'], ['b', 'c'], ['d']])]).toEqual([['a', 1], ['b', 2], ['c', 2], ['d', 4]]);
  });

  it('never spends more than the pool, and no order of the ballots changes anything', () => {
    const votes = fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 5 }), { minLength: 1, maxLength: 12 });
    fc.assert(fc.property(votes, fc.integer({ min: 1, max: 5000 }), (orders, pool) => {
      const ids = ['a', 'b', 'c', 'd', 'e'];
      const ballots = orders.map((order): Ballot => order.map((candidate) => [candidate]));
      const turned = [...ballots].reverse();
      expect(borda(ids, turned).outcome).toEqual(borda(ids, ballots).outcome);
      expect(schulze(ids, turned)).toEqual(schulze(ids, ballots));
      expect(stv(ids, turned, 2).elected).toEqual(stv(ids, ballots, 2).elected);
      const projects = ids.map((id, at) => ({ id, costFen: 300 + 200 * at }));
      const shares = equalShares(projects, orders.map((order) => new Set(order)), pool);
      expect(shares.spentFen).toBeLessThanOrEqual(pool);
      expect(equalShares(projects, [...orders].reverse().map((order) => new Set(order)), pool)).toEqual(shares);
    }));
  });
});
