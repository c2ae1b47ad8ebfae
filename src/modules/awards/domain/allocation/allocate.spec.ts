import { tell } from '#libs/errors';
import { fen, yuan } from '#libs/money';
import { allocate } from './allocate.js';
import type { Allocation } from './allocation.js';
import type { AllocationRule, Candidate, MarginalRule } from './allocation-rule.js';
import { promoteReserve } from './promote-reserve.js';

const rule = (changes: Partial<AllocationRule> = {}): AllocationRule => ({
  poolFen: yuan('100000'),
  minimumTotal: null,
  maxAwards: null,
  reserved: [],
  openSeats: null,
  rollOver: 'lapse',
  amount: { kind: 'as_requested' },
  marginal: { kind: 'cut' },
  maxAwardsPerOrganisation: null,
  reserveSize: null,
  ...changes,
});

const candidate = (rank: number, changes: Partial<Candidate> = {}): Candidate => ({
  applicationId: `A${String(rank).padStart(2, '0')}`,
  organisationId: `O${rank}`,
  category: 'any',
  rank,
  total: String(100 - rank),
  requestedFen: yuan('40000'),
  ...changes,
});

const told = ({ awards, reserve, declined }: Allocation) => ({
  awards: awards.map((each) => `${each.applicationId} ${each.amountFen / 100}`),
  reserve: reserve.map((each) => `${each.applicationId} ${each.reason.code}`),
  declined: declined.map((each) => `${each.applicationId} ${each.reason.code}`),
});

describe('real rounds', () => {
  const categories = ['elderly', 'children', 'disabled', 'hardship', 'community', 'other'];
  const wuhu = rule({
    poolFen: yuan('2400000'),
    maxAwards: 24,
    reserved: categories.map((category) => ({ categories: [category], seats: 4 })),
    rollOver: 'supplementary_call',
    amount: { kind: 'fixed', fen: yuan('100000') },
  });

  it('Wuhu 2019: six categories of four seats, 100,000 yuan each', () => {
    const all = Array.from({ length: 36 }, (_, at) => candidate(at + 1, { category: categories[at % 6]! }));
    const allocation = allocate(wuhu, all);
    expect(allocation.awards).toHaveLength(24);
    for (const category of categories) {
      expect(allocation.awards.filter((award) => award.category === category)).toHaveLength(4);
    }
    expect(allocation).toMatchObject({ grantedFen: yuan('2400000'), leftFen: 0, supplementary: [] });
    expect(allocation.reserve).toHaveLength(12);
  });

  it('Wuhu 2019 with two candidates in one category: a supplementary call for two seats, nobody else moves in', () => {
    const all = Array.from({ length: 36 }, (_, at) => candidate(at + 1, { category: categories[at % 6]! }));
    const few = all.filter((each) => each.category !== 'disabled' || each.rank! <= 9);
    const allocation = allocate(wuhu, few);
    expect(allocation.awards).toHaveLength(22);
    expect(allocation.supplementary).toEqual([{ categories: ['disabled'], seats: 2 }]);
    expect(allocate({ ...wuhu, rollOver: 'open_seats' }, few).awards).toHaveLength(24);
    expect(allocate({ ...wuhu, rollOver: 'lapse' }, few)).toMatchObject({ supplementary: [], leftFen: yuan('200000') });
  });

  it('Wenjiang 2025, supplementary call: one project of 30,000 yuan', () => {
    const wenjiang = rule({ poolFen: yuan('30000'), maxAwards: 1, amount: { kind: 'fixed', fen: yuan('30000') } });
    const allocation = allocate(wenjiang, [candidate(2), candidate(1), candidate(3)]);
    expect(told(allocation)).toEqual({
      awards: ['A01 30000'],
      reserve: ['A02 award.no_seat', 'A03 award.no_seat'],
      declined: [],
    });
    expect(tell(allocation.awards[0]!.reason.sentence, allocation.awards[0]!.reason.facts, 'zh')).toBe('排名第1，资助¥30,000.00');
  });

  it('a prize ladder of 1 × 30,000, 3 × 20,000 and 6 × 10,000 yuan', () => {
    const tiers = [[1, 1, '30000'], [2, 4, '20000'], [5, 10, '10000']] as const;
    const ladder = rule({
      poolFen: yuan('150000'),
      amount: { kind: 'tiers', tiers: tiers.map(([fromRank, toRank, sum]) => ({ fromRank, toRank, fen: yuan(sum) })) },
    });
    const allocation = allocate(ladder, Array.from({ length: 11 }, (_, at) => candidate(at + 1)));
    expect(allocation.awards.map((award) => award.amountFen / 1_000_000)).toEqual([3, 2, 2, 2, 1, 1, 1, 1, 1, 1]);
    expect(told(allocation).declined).toEqual(['A11 award.no_tier']);
  });
});

describe('the marginal project', () => {
  const four = [candidate(1), candidate(2), candidate(3), candidate(4, { requestedFen: yuan('15000') })];
  const on = (marginal: MarginalRule) => told(allocate(rule({ marginal }), four));

  it('ends the list', () => {
    expect(on({ kind: 'cut' })).toMatchObject({
      awards: ['A01 40000', 'A02 40000'],
      reserve: ['A03 award.no_money', 'A04 award.after_the_cut'],
    });
  });

  it('gets the rest, if the rest is enough to begin with', () => {
    expect(on({ kind: 'partial', minimumFen: yuan('20000') }).awards).toEqual(['A01 40000', 'A02 40000', 'A03 20000']);
    expect(on({ kind: 'partial', minimumFen: yuan('20000.01') }).awards).toEqual(['A01 40000', 'A02 40000']);
  });

  it('is passed over for whoever fits', () => {
    expect(on({ kind: 'skip' })).toMatchObject({
      awards: ['A01 40000', 'A02 40000', 'A04 15000'],
      reserve: ['A03 award.no_money'],
    });
  });
});

describe('lines and limits', () => {
  it('declines below the line and without a rank; the line itself is good enough', () => {
    const all = [candidate(1, { total: '60.00' }), candidate(2, { total: '59.99' }), candidate(3, { rank: null, total: null })];
    expect(told(allocate(rule({ minimumTotal: '60' }), all))).toEqual({
      awards: ['A01 40000'],
      reserve: [],
      declined: ['A02 award.below_line', 'A03 award.not_ranked'],
    });
  });

  it('gives an organisation no more than its share', () => {
    const all = [candidate(1, { organisationId: 'O' }), candidate(2, { organisationId: 'O' }), candidate(3)];
    expect(told(allocate(rule({ maxAwardsPerOrganisation: 1 }), all))).toEqual({
      awards: ['A01 40000', 'A03 40000'],
      reserve: [],
      declined: ['A02 award.organisation_has_enough'],
    });
  });

  it('grants what the committee fixed, never above the cap nor above a ceiling of the applicant’s own', () => {
    const capped = rule({ amount: { kind: 'cap', maxFen: yuan('30000') } });
    const all = [
      candidate(1),
      candidate(2, { approvedFen: yuan('25000') }),
      candidate(3, { ceilingFen: yuan('20000') }),
    ];
    expect(told(allocate(capped, all)).awards).toEqual(['A01 30000', 'A02 25000', 'A03 20000']);
  });

  it('keeps a third of the seats for two categories together', () => {
    const third = rule({ maxAwards: 3, poolFen: yuan('120000'), reserved: [{ categories: ['social-work', 'volunteers'], seats: 1 }] });
    const all = [candidate(1), candidate(2), candidate(3), candidate(4, { category: 'volunteers' })];
    expect(told(allocate(third, all)).awards).toEqual(['A01 40000', 'A02 40000', 'A04 40000']);
  });

  it('says so when the line falls between equals', () => {
    const all = [candidate(1), candidate(2, { applicationId: 'X' }), candidate(2, { applicationId: 'Y' })];
    expect(allocate(rule({ maxAwards: 2 }), all).tiesAcrossTheLine).toEqual([['X', 'Y']]);
    expect(allocate(rule({ maxAwards: 1 }), all).tiesAcrossTheLine).toEqual([]);
  });

  it('closes the reserve list at its size', () => {
    const all = [1, 2, 3, 4].map((rank) => candidate(rank));
    expect(told(allocate(rule({ maxAwards: 1, reserveSize: 2 }), all))).toMatchObject({
      reserve: ['A02 award.no_seat', 'A03 award.no_seat'],
      declined: ['A04 award.reserve_full'],
    });
  });

  it('refuses a rule that cannot be kept', () => {
    const codes = (changes: Partial<AllocationRule>, all: Candidate[]) => () => allocate(rule(changes), all);
    expect(codes({ maxAwards: 1, reserved: [{ categories: ['a'], seats: 2 }] }, [])).toThrow('award.rule_faulty');
    expect(codes({}, [candidate(1), candidate(1)])).toThrow('award.rule_faulty');
    expect(codes({}, [candidate(1, { requestedFen: fen(0) })])).toThrow('award.rule_faulty');
  });
});

describe('a winner who drops out', () => {
  const reserved = rule({
    poolFen: yuan('80000'),
    maxAwards: 2,
    reserved: [{ categories: ['women'], seats: 1 }],
    rollOver: 'supplementary_call',
  });
  const all = [candidate(1, { category: 'women' }), candidate(2), candidate(3), candidate(4, { category: 'women' })];

  it('is followed by the first in reserve who may take that seat', () => {
    const allocation = allocate(reserved, all);
    expect(promoteReserve(reserved, all, allocation, 'A01')!.promoted!.applicationId).toBe('A04');
    expect(promoteReserve(reserved, all, allocation, 'A02')!.promoted!.applicationId).toBe('A03');
    expect(promoteReserve(reserved, all, allocation, 'A03')).toBeNull();
  });

  it('is followed by nobody when the freed money is not enough, unless the rule grants the rest', () => {
    const dearer = all.map((each) => (each.rank === 3 ? { ...each, requestedFen: yuan('50000') } : each));
    const allocation = allocate(reserved, dearer);
    expect(promoteReserve(reserved, dearer, allocation, 'A02')).toMatchObject({ promoted: null, leftFen: yuan('40000') });
    const partial = { ...reserved, marginal: { kind: 'partial', minimumFen: yuan('1') } as const };
    expect(promoteReserve(partial, dearer, allocation, 'A02')!.promoted).toMatchObject({ applicationId: 'A03', partial: true });
  });
});

describe('a contest of boards', () => {
  const board = (key: string, changes: Partial<AllocationRule>) => ({ key, categories: [key], rule: rule(changes) });
  const boards = rule({
    poolFen: yuan('120000'), maxAwardsPerOrganisation: 1,
    boards: [board('women', { poolFen: yuan('80000'), maxAwardsPerOrganisation: 1 }), board('ideas', { poolFen: yuan('40000'), amount: { kind: 'fixed', fen: yuan('10000') }, maxAwards: 2, maxAwardsPerOrganisation: 1 })],
  });
  const of = (category: string, rank: number, changes: Partial<Candidate> = {}) => candidate(rank, { applicationId: `${category} ${rank}`, organisationId: `${category} ${rank}`, category, ...changes });
  const all = [1, 2, 3].map((rank) => of('women', rank)).concat([1, 2, 3].map((rank) => of('ideas', rank)));

  it('gives each board its own money by its own rule, and never that of another', () => {
    const allocation = allocate(boards, all);
    expect(told(allocation)).toEqual({
      awards: ['women 1 40000', 'women 2 40000', 'ideas 1 10000', 'ideas 2 10000'],
      reserve: ['women 3 award.no_money', 'ideas 3 award.no_seat'], declined: [],
    });
    expect(allocation).toMatchObject({ grantedFen: yuan('100000'), leftFen: yuan('20000') });
  });

  it('counts what an organisation has won in the boards before', () => {
    const twice = all.map((each) => (each.rank === 1 ? { ...each, organisationId: 'both' } : each));
    expect(told(allocate(boards, twice))).toMatchObject({ awards: ['women 1 40000', 'women 2 40000', 'ideas 2 10000', 'ideas 3 10000'], declined: ['ideas 1 award.organisation_has_enough'] });
  });

  it('moves up only whoever waits in the same board, on the money of that board', () => {
    const allocation = allocate(boards, all);
    expect(promoteReserve(boards, all, allocation, 'women 1')).toMatchObject({ promoted: { applicationId: 'women 3', amountFen: yuan('40000') }, leftFen: 0 });
    expect(promoteReserve(boards, all, allocation, 'ideas 1')).toMatchObject({ promoted: { applicationId: 'ideas 3', amountFen: yuan('10000') }, leftFen: yuan('20000') });
  });
});
