import type { Rulebook } from '#modules/calls';
import { aRankedRound, expectInvariantsBesideScoring, type RankedRound } from '../../support/a-ranked-round.js';
import { bootApp, type TestApp } from '../../support/app.js';

const twoSeats = (rulebook: Rulebook): Rulebook => ({ ...rulebook, money: { ...rulebook.money, awards: 2 } });

describe('equals across the line', () => {
  let app: TestApp;
  let round: RankedRound;
  beforeAll(async () => {
    app = await bootApp();
    round = await aRankedRound(app, { proposals: [{}, {}, {}], scores: [90, 80, 80], rulebook: twoSeats });
  });
  afterEach(() => expectInvariantsBesideScoring(app));
  afterAll(() => app?.close());

  const allocation = async () => (await round.call.officer.client.get(`/api/calls/${round.call.id}/allocation`)).body as { ties: string[][]; awards: { applicationId: string }[]; acts: object[] };
  const id = (at: number) => round.contestants[at]!.applicationId;
  const settle = (applicationIds: string[], reason?: string) => round.officerPosts('allocation/ties', { applicationIds, reason });

  it('stand in the way of the decision until the committee has put them in order', async () => {
    expect((await allocation()).ties.map((tie) => [...tie].sort())).toEqual([[id(1), id(2)].sort()]);
    expect(await round.officerPosts('awards/decision')).toMatchObject({ status: 409, body: { code: 'ties_open', detail: expect.stringContaining('有 1 组并列') } });
  });

  it('are put in order all of them together, with a reason, by an officer of the place', async () => {
    expect((await settle([id(2), id(1)])).status).toBe(400);
    expect((await settle([id(0), id(1)], '随意挑选的两个')).body.code).toBe('not_a_tie');
    const stranger = await app.person({ roles: [{ role: 'officer', node: 'js.nj.' }] });
    expect((await stranger.client.post(`/api/calls/${round.call.id}/allocation/ties`, { applicationIds: [id(2), id(1)], reason: '委员会投票决定' })).status).toBe(404);
    const { body } = await settle([id(2), id(1)], '委员会投票，五比二。');
    expect(body).toMatchObject({ ties: [], awards: [{ applicationId: id(0) }, { applicationId: id(2) }], acts: [{ kind: 'tie', who: round.call.officer.name, reason: '委员会投票，五比二。' }] });
  });

  it('follow the order given last, which stays on record with the others', async () => {
    const { body } = await settle([id(1), id(2)], '复核后更正次序。');
    expect(body.acts).toHaveLength(2);
    expect(body.awards[1].applicationId).toBe(id(1));
    expect((await round.officerPosts('awards/decision')).status).toBe(200);
    const awards = await round.awards();
    expect([0, 1, 2].map((at) => awards.find(({ applicationId }) => applicationId === id(at))!.status)).toEqual(['proposed', 'proposed', 'reserve']);
    expect((await settle([id(2), id(1)], '决定后再改次序。')).body.code).toBe('awards_decided');
    const { rows } = await app.db.query("select 1 from audit_leaf where action = 'award.tie_settled'");
    expect(rows).toHaveLength(2);
  });
});
