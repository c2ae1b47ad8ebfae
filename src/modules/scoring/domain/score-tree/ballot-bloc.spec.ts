import fc from 'fast-check';
import { differences } from '../../../../../scripts/verify-ranking.mjs';
import { aBloc, aStage, aTree, anApplication, sheets } from '../../../../../test/support/scoring/a-score-tree.js';
import { sealRanking } from '../ranking-manifest.js';
import { rankApplications } from './rank-applications.js';
import type { JudgeSheet, ScoredApplication, SheetScores } from './sheets.js';
import type { BallotBlocRule, ScoreTree } from './tree.js';

const voting = (changes: Partial<BallotBlocRule> = {}): BallotBlocRule => ({ kind: 'ballot', id: 'jury', weight: '100', count: 'borda', quorum: 1, missing: 'block', ...changes });
const treeWith = (rule: BallotBlocRule): ScoreTree => aTree([aStage('s', '100', [rule])]);

/** One line for each judge: `A>B` leaves the others out, `!C` steps aside from C, `-` has not handed in. */
function cast(ids: string, lines: readonly string[], changes: (id: string) => Partial<ScoredApplication> = () => ({})): SheetScores {
  return { applications: [...ids].map((id) => anApplication(id, lines.map((line, at) => sheetOf(line, id, `j${at}`)), changes(id))) };
}

function sheetOf(line: string, id: string, judgeId: string): JudgeSheet {
  const [ranked = '', aside = ''] = line.split('!');
  const place = ranked.split('>').indexOf(id);
  const state = line === '-' ? 'missing' : aside.includes(id) ? 'recused' : 'submitted';
  return { stageId: 's', blocId: 'jury', judgeId, state, entries: state === 'submitted' ? { place: place < 0 ? 'n/a' : String(place + 1) } : {} };
}

const scores = (rule: BallotBlocRule, round: SheetScores) => Object.fromEntries(rankApplications(treeWith(rule), round).results.map(({ applicationId, total }) => [applicationId, total]));

describe('a bloc that votes', () => {
  it('Borda: gives everybody the share of the others left behind, those left out equal behind all', () => {
    // A: 2/2, 2/2, 1/2 → 5/6; B: 1/2, ½·(1/2)=1/4, 2/2 → 7/12; C: 0, 1/4, 0 → 1/12
    expect(scores(voting(), cast('ABC', ['A>B>C', 'A', 'B>A>C']))).toEqual({ A: '83.33', B: '58.33', C: '8.33' });
  });

  it('is not turned against anybody by a judge who has stepped aside', () => {
    expect(scores(voting(), cast('ABC', ['A>B>C', 'B>C!A']))).toEqual({ A: '100.00', B: '75.00', C: '0.00' });
    // The judge who is tied to A is on nobody’s side in a pair with A: A beats B and C by the other ballot alone.
    expect(scores(voting({ count: 'schulze' }), cast('ABC', ['A>B>C', 'B>C!A']))).toEqual({ A: '83.33', B: '50.00', C: '16.67' });
  });

  it('Schulze: the published example of 45 voters counts by its order E, A, C, B, D', () => {
    const groups: [number, string][] = [[5, 'ACBED'], [5, 'ADECB'], [8, 'BEDAC'], [3, 'CABED'], [7, 'CAEBD'], [2, 'CBADE'], [7, 'DCEBA'], [8, 'EBADC']];
    const lines = groups.flatMap(([times, order]) => Array<string>(times).fill([...order].join('>')));
    expect(scores(voting({ count: 'schulze' }), cast('ABCDE', lines))).toEqual({ E: '90.00', A: '70.00', C: '50.00', B: '30.00', D: '10.00' });
  });

  it('STV: whoever is elected comes first, everybody else shares the place behind', () => {
    // The textbook example of 20 guests and three dishes.
    const lines = [...Array<string>(4).fill('O'), ...Array<string>(2).fill('P>O'), ...Array<string>(8).fill('C>S'), ...Array<string>(4).fill('C>B'), 'S', 'B'];
    expect(scores(voting({ count: 'stv', seats: 3 }), cast('OPCSB', lines))).toMatchObject({ C: '90.00', P: '20.00', B: '20.00' });
  });

  it('Equal Shares: a minority that agrees gets its share of the pool', () => {
    const lines = [...Array<string>(7).fill('A>B>C'), ...Array<string>(3).fill('D')];
    const out = scores(voting({ count: 'equal-shares', poolFen: 1000 }), cast('ABCD', lines, () => ({ requestedFen: 300 })));
    expect([out.A, out.B, out.D].map(Number).every((score) => score > Number(out.C))).toBe(true);
  });

  it('waits for every ballot, and ranks nobody below the quorum', () => {
    const [first] = rankApplications(treeWith(voting({ quorum: 2 })), cast('AB', ['A>B', '-'])).results;
    expect(first!.notRankable.map(({ code }) => code)).toEqual(['score.below_quorum', 'score.sheets_missing']);
    expect(scores(voting({ missing: 'leave-out' }), cast('AB', ['A>B', '-']))).toEqual({ A: '100.00', B: '0.00' });
  });

  it('counts beside a bloc that gives points', () => {
    const tree = aTree([aStage('s', '100', [aBloc('panel', '60'), voting({ weight: '40' })])]);
    const round = cast('AB', ['B>A']).applications.map((one, at) => ({ ...one, sheets: [...one.sheets, ...sheets('s', 'panel', [at === 0 ? '90' : '70'])] }));
    expect(rankApplications(tree, { applications: round }).results.map(({ applicationId, total }) => [applicationId, total])).toEqual([['B', '82.00'], ['A', '54.00']]);
  });

  it('refuses what is no place', () => {
    const round = cast('AB', ['A>B']);
    const spoilt = round.applications.map((one) => ({ ...one, sheets: one.sheets.map((sheet) => ({ ...sheet, entries: { place: '-1' } })) }));
    expect(() => rankApplications(treeWith(voting()), { applications: spoilt })).toThrow('score.sheets_faulty');
  });
});

const line = fc.tuple(fc.shuffledSubarray([...'ABCDE']), fc.subarray([...'ABCDE'], { maxLength: 1 }), fc.boolean()).map(([order, aside, missing]) => (missing && order.length === 0 ? '-' : `${order.filter((id) => !aside.includes(id)).join('>')}!${aside.join('')}`));
const rules = fc.constantFrom<BallotBlocRule>(
  voting(), voting({ count: 'schulze' }), voting({ count: 'stv', seats: 2 }), voting({ count: 'equal-shares', poolFen: 100_000 }), voting({ count: 'stv', seats: 4, missing: 'leave-out', quorum: 2 }),
);
const ballotRound = fc.tuple(rules, fc.array(line, { minLength: 1, maxLength: 7 })).map(([rule, lines]): [ScoreTree, SheetScores] => [treeWith(rule), cast('ABCDE', lines, (id) => ({ requestedFen: 10_000 * (1 + 'ABCDE'.indexOf(id)) }))]);

describe('random ballots', () => {
  it('come to the same whatever the order of judges and applications', () => {
    fc.assert(fc.property(ballotRound, fc.func(fc.nat()), ([tree, round], shuffle) => {
      const turned = [...round.applications].sort((a, b) => shuffle(a.id) - shuffle(b.id)).map((one) => ({ ...one, sheets: [...one.sheets].sort((a, b) => shuffle(a.judgeId) - shuffle(b.judgeId)) }));
      expect(rankApplications(tree, { applications: turned })).toEqual(rankApplications(tree, round));
    }), { numRuns: 300 });
  });

  it('are recomputed by the stand-alone script, which sees a single place that was moved', () => {
    let moved = 0;
    fc.assert(fc.property(ballotRound, ([tree, round]) => {
      const { json, manifest } = sealRanking(tree, round, (judge) => judge);
      expect(differences(JSON.parse(json) as object)).toEqual([]);
      const at = manifest.results.findIndex(({ total }) => total !== null);
      if (at < 0) return;
      moved += 1;
      const results = manifest.results.map((each, index) => (index === at ? { ...each, total: '12.34' } : each));
      expect(differences({ ...manifest, results } as object)).not.toEqual([]);
    }), { numRuns: 500 });
    expect(moved).toBeGreaterThan(100);
  });
});
