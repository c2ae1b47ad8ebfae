import fc from 'fast-check';
import { Client } from 'pg';
import { rankApplications } from '../../../src/modules/scoring/domain/score-tree/rank-applications.js';
import type { SheetScores } from '../../../src/modules/scoring/domain/score-tree/sheets.js';
import type { ScoreTree } from '../../../src/modules/scoring/domain/score-tree/tree.js';
import { aRandomRound } from '../../support/scoring/a-random-round.js';
import { PREPARATION, secondOpinion, type OpinionRow } from '../../support/scoring/second-opinion.js';

const ROUNDS = 10_000;
const AT_ONCE = 500;

type Round = readonly [ScoreTree, SheetScores];

const engine = (rounds: readonly Round[]): OpinionRow[] =>
  rounds.flatMap(([tree, scores], no) => rankApplications(tree, scores).results
    .map(({ applicationId, total, groupNormalised, rank, rankInGroup }) => ({ no, applicationId, total, groupNormalised, rank, rankInGroup }))
    .sort((a, b) => (a.applicationId < b.applicationId ? -1 : 1)));

/** Rounds that differ anywhere; a round that differs stands whole in the failure. */
function disagreements(rounds: readonly Round[], ours: readonly OpinionRow[], theirs: readonly OpinionRow[]): object[] {
  const wrong = ours.findIndex((row, at) => JSON.stringify(row) !== JSON.stringify(theirs[at]));
  if (wrong < 0 && ours.length === theirs.length) return [];
  return [{ round: rounds[ours[wrong]?.no ?? 0], engine: ours[wrong], sql: theirs[wrong] }];
}

describe('a second opinion in plain SQL', () => {
  let db: Client;
  beforeAll(async () => {
    db = new Client({ connectionString: process.env.TEST_POSTGRES_URL });
    await db.connect();
    await db.query(PREPARATION);
  });
  afterAll(() => db?.end());

  it('gives every total and every rank of ten thousand random rounds to the digit', async () => {
    let ranked = 0;
    for (let done = 0; done < ROUNDS; done += AT_ONCE) {
      const rounds = fc.sample(aRandomRound(), AT_ONCE);
      const ours = engine(rounds);
      expect(disagreements(rounds, ours, await secondOpinion(db, rounds))).toEqual([]);
      ranked += ours.filter(({ rank }) => rank !== null).length;
    }
    expect(ranked).toBeGreaterThan(ROUNDS / 2);
  }, 300_000);

  it('sees a single digit that differs', async () => {
    const rounds = fc.sample(aRandomRound(), 50);
    const ours = engine(rounds);
    const at = ours.findIndex(({ rank }) => rank !== null);
    const forged = ours.map((row, index) => (index === at ? { ...row, rank: row.rank! + 1 } : row));
    expect(disagreements(rounds, forged, await secondOpinion(db, rounds))).toHaveLength(1);
  });
});
