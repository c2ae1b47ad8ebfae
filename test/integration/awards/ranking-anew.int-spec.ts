import { SYSTEM } from '#libs/access';
import { newId, Transaction } from '#libs/database';
import { ApplicationsFacade } from '#modules/applications';
import type { Rulebook } from '#modules/calls';
import { aRankedRound, expectInvariantsBesideScoring, type RankedRound } from '../../support/a-ranked-round.js';
import { bootApp, type TestApp } from '../../support/app.js';

const twoSeats = (rulebook: Rulebook): Rulebook => ({ ...rulebook, money: { ...rulebook.money, awards: 2 } });

interface Seen {
  readonly mark: string;
  readonly rankedAnew: boolean;
  readonly ties: string[][];
  readonly awards: { applicationId: string }[];
  readonly acts: { stands: boolean }[];
}

describe('awards by a ranking that is corrected', () => {
  let app: TestApp;
  let round: RankedRound;
  let facade: ApplicationsFacade;
  let tx: Transaction;
  beforeAll(async () => {
    app = await bootApp();
    round = await aRankedRound(app, { proposals: [{}, {}, {}], scores: [90, 80, 80], rulebook: twoSeats });
    facade = app.nest.get(ApplicationsFacade, { strict: false });
    tx = app.nest.get(Transaction, { strict: false });
  });
  afterEach(() => expectInvariantsBesideScoring(app));
  afterAll(() => app?.close());

  const id = (at: number) => round.contestants[at]!.applicationId;
  const seen = async () => (await round.call.officer.client.get(`/api/calls/${round.call.id}/allocation`)).body as Seen;
  const decide = (mark?: string) => round.officerPosts('awards/decision', { seen: mark });
  const settle = (applicationIds: string[]) => round.officerPosts('allocation/ties', { applicationIds, reason: '委员会投票决定' });
  /** As scoring hands over a ranking that was corrected. */
  const rankAnew = (scores: readonly number[]) => {
    const rows = scores.map((score, at) => ({ applicationId: id(at), rank: 1 + scores.filter((other) => other > score).length, score: String(score) }));
    app.clock.set(new Date(app.clock.now().getTime() + 60_000));
    return tx.run(() => facade.recordRanking(round.call.id, { rankingId: newId(), manifestHash: 'b'.repeat(64), rows }, SYSTEM));
  };

  it('takes no order of equals over from the ranking before', async () => {
    expect((await settle([id(2), id(1)])).body).toMatchObject({ rankedAnew: false, ties: [], acts: [{ stands: true }] });
    await rankAnew([90, 80, 79]);
    const anew = await seen();
    expect(anew).toMatchObject({ rankedAnew: true, ties: [], acts: [{ stands: false }] });
    expect(anew.awards.map(({ applicationId }) => applicationId)).toEqual([id(0), id(1)]);
    await rankAnew([90, 70, 70]);
    expect((await seen()).ties.map((tie) => [...tie].sort())).toEqual([[id(1), id(2)].sort()]);
    expect(await decide()).toMatchObject({ status: 409, body: { code: 'ties_open' } });
  });

  it('decides nothing that the officer has not seen', async () => {
    await rankAnew([90, 80, 79]);
    const { mark } = await seen();
    await rankAnew([90, 79, 80]);
    expect(await decide(mark)).toMatchObject({ status: 412, body: { code: 'allocation_changed' } });
    expect((await app.db.query('select from award')).rows).toEqual([]);
  });

  it('waits while a report about the scores is undecided, and says so beside the step', async () => {
    await rankAnew([90, 80, 79]);
    const doubtId = newId<string>();
    await tx.run(() => facade.doubtRanking(doubtId, round.call.id, app.clock.now()));
    expect(await decide()).toMatchObject({ status: 409, body: { code: 'ranking_in_doubt' } });
    const { body } = await round.call.officer.client.get(`/api/calls/${round.call.id}/award-round`);
    expect(body.moves[0]).toMatchObject({ move: 'decide', allowed: false, reason: { zh: expect.stringContaining('还有 1 项等待') } });
    await tx.run(() => facade.settleDoubt(doubtId, app.clock.now()));
    expect((await round.call.officer.client.get(`/api/calls/${round.call.id}/award-round`)).body.moves[0]).toMatchObject({ move: 'decide', allowed: true });
  });

  it('does not slip past a correction that withdraws the ranking at the same moment', async () => {
    await rankAnew([90, 80, 79]);
    let commit!: () => void;
    const gate = new Promise<void>((resolve) => (commit = resolve));
    let withdrawn!: () => void;
    const written = new Promise<void>((resolve) => (withdrawn = resolve));
    const correcting = tx.run(async () => {
      await facade.withdrawRanking(round.call.id, SYSTEM);
      withdrawn();
      await gate;
    });
    await written;
    const deciding = decide();
    await until(async () => (await app.db.query('select from pg_locks where not granted')).rows.length > 0);
    commit();
    await correcting;
    expect(await deciding).toMatchObject({ status: 409, body: { code: 'ranking_missing' } });
  });

  it('is corrected no longer once the awards are decided', async () => {
    await rankAnew([90, 79, 80]);
    expect((await decide((await seen()).mark)).status).toBe(200);
    expect((await round.awards()).filter(({ status }) => status === 'proposed').map(({ applicationId }) => applicationId).sort()).toEqual([id(0), id(2)].sort());
    await expect(rankAnew([79, 80, 90])).rejects.toMatchObject({ code: 'outcomes_decided' });
    await expect(tx.run(() => facade.withdrawRanking(round.call.id, SYSTEM))).rejects.toMatchObject({ code: 'outcomes_decided' });
  });
});

async function until(there: () => Promise<boolean>): Promise<void> {
  while (!(await there())) await new Promise((resolve) => setTimeout(resolve, 20));
}
