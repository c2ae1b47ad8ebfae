import { ApplicationsFacade } from '#modules/applications';
import { admit, anOpenCall, submitted, type OpenCall } from '../../support/a-call.js';
import { aPanel, blocOf, scoreAt } from '../../support/a-panel.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

interface Listed {
  readonly id: string;
  readonly joins: readonly { projectName: string }[];
  readonly stays: readonly { projectName: string }[];
  readonly refusal: { zh: string } | null;
  readonly effect: string | null;
}

const NAMES = ['木兰课堂', '彩虹之家', '邻里妈妈'];

describe('a correction that changes who goes on, once the next stage has begun', () => {
  let app: TestApp;
  let call: OpenCall;
  let second: Person;
  let written: { judge: Person; seatId: string }[];
  let hall: { judge: Person; seatId: string }[];
  let applications: string[];

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app, 'yangzhou-2021', (rulebook) => ({
      ...rulebook, applicants: { ...rulebook.applicants, registeredIn: [], joint: { ...rulebook.applicants.joint, mode: 'allowed', together: [] } },
      stages: rulebook.stages.map((stage) => ('cut' in stage && stage.key === rulebook.scoring.stages[0]!.stage ? { ...stage, cut: { kind: 'top_overall' as const, count: 1 } } : stage)),
      scoring: { ...rulebook.scoring, stages: rulebook.scoring.stages.map((stage) => ({ ...stage, blocs: stage.blocs.map((bloc) => ({ ...bloc, aggregation: { method: 'mean' as const }, panel: { ...bloc.panel, judges: 3, quorum: 2 } })) })) },
    }));
    second = await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }] });
    applications = [];
    for (const name of NAMES) {
      const founder = await app.person();
      applications.push((await submitted(founder, call, await found(app, founder, { name: `${name}中心`, creditCode: aCreditCode() }), { name })).id);
    }
    for (const id of applications) await admit(call.officer, call, id);
    app.clock.set(new Date(call.closesAt.getTime() + 3_600_000));
    await app.repeat('calls.open-and-close');
    written = await aPanel(app, call, 'written', 3);
    hall = await aPanel(app, call, 'roadshow', 3, 'roadshow_judge');
    await post(`/api/calls/${call.id}/scoring/written/beginning`);
    // One alone goes on. The first judge lifts the first application above the second; the second judge holds the third down.
    const given = [[100, 75, 75], [80, 80, 80], [90, 60, 74]];
    for (const [at, id] of applications.entries()) for (const [number, seat] of written.entries()) expect((await scoreAt(seat, id, blocOf(call, 'written'), given[at]![number]!)).status).toBe(200);
    await post(`/api/calls/${call.id}/scoring/written/sealing`);
    await post(`/api/calls/${call.id}/scoring/roadshow/beginning`);
    expect(await call.officer.client.post(`/api/calls/${call.id}/roadshow`)).toMatchObject({ status: 201 });
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const post = async (path: string, body: object = {}, who = call.officer) => {
    const answer = await who.client.post(path, body);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const tell = (at: number, application: number) => written[at]!.judge.client.post(`/api/judging/${written[at]!.seatId}/${applications[application]!}/late-conflict`, { reason: '近三年曾任该单位顾问' });
  const listed = async (): Promise<Listed[]> => (await call.officer.client.get(`/api/calls/${call.id}/scoring/written/corrections`)).body.corrections;
  const decide = (id: string, granted = true) => call.officer.client.post(`/api/ranking-corrections/${id}/decision`, { granted, note: '经核实' });
  const judged = async () => (await app.db.query<{ status: string; ids: string[] }>(`select status, application_ids as ids from score_stage where call_id = $1 and stage_key = 'roadshow'`, [call.id])).rows[0]!;
  const statuses = async () => {
    const found = await app.nest.get(ApplicationsFacade, { strict: false }).many(applications);
    return applications.map((id) => found.find((one) => one.id === id)!.status);
  };

  it('says beforehand who joins and who stays', async () => {
    expect((await judged()).ids).toEqual([applications[0]]);
    expect(await statuses()).toEqual(['in_review', 'not_shortlisted', 'not_shortlisted']);
    expect((await tell(0, 0)).status).toBe(200);
    expect((await listed())[0]).toMatchObject({ refusal: null, joins: [{ projectName: NAMES[1] }], stays: [{ projectName: NAMES[0] }] });
  });

  it('lets whoever was wrongly left out into the next stage once a second person has granted it, and puts nobody out', async () => {
    const [{ id }] = (await listed()) as [Listed];
    expect((await decide(id)).body.corrections[0]).toMatchObject({ effect: 'joined_later', joins: [{ projectName: NAMES[1] }], stays: [{ projectName: NAMES[0] }] });
    expect(await judged()).toMatchObject({ status: 'open', ids: [applications[0], applications[1]] });
    expect(await statuses()).toEqual(['in_review', 'in_review', 'not_shortlisted']);
    const { rows } = await app.db.query(`select facts from audit_leaf where action = 'ranking.corrected'`);
    expect(rows[0].facts).toMatchObject({ effect: 'joined_later', joinedIds: [applications[1]], keptIds: [applications[0]] });
    await app.drain();
    expect(JSON.stringify((await hall[0]!.judge.client.get('/api/inbox')).body)).toContain('有 1 份申报补入');
  });

  it('gives the late comer a hall beside the one that was planned before', async () => {
    expect(await call.officer.client.post(`/api/calls/${call.id}/roadshow`)).toMatchObject({ status: 201 });
    const { rows } = await app.db.query('select s.group_key as key, p.application_id as id from roadshow_session s join roadshow_presentation p on p.session_id = s.id where s.call_id = $1 order by s.group_key', [call.id]);
    expect(rows).toEqual([{ key: 'all', id: applications[0] }, { key: 'all+2', id: applications[1] }]);
    expect(await call.officer.client.post(`/api/calls/${call.id}/roadshow`)).toMatchObject({ status: 409, body: { code: 'roadshow_planned' } });
  });

  const present = async (application: number) => {
    await app.db.query(`insert into live_opening (call_id, stage_key, application_id, opened_at) values ($1, 'roadshow', $2, now())`, [call.id, applications[application]]);
    for (const seat of hall) expect((await scoreAt(seat, applications[application]!, blocOf(call, 'roadshow'), 80 - application)).status).toBe(200);
    await app.db.query('update live_opening set closed_at = now() where application_id = $1', [applications[application]]);
  };

  it('opens the next stage again where that was sealed, and the round has no ranking until it is sealed anew', async () => {
    await present(0);
    await present(1);
    await post(`/api/calls/${call.id}/scoring/roadshow/sealing`);
    const facade = app.nest.get(ApplicationsFacade, { strict: false });
    expect((await facade.rankingOf(call.id))?.rows).toHaveLength(2);
    await expect(app.db.query(`update score_stage set status = 'open', sealed_at = null where call_id = $1 and stage_key = 'written'`, [call.id])).rejects.toThrow(/stays sealed/);
    expect((await tell(1, 2)).status).toBe(200);
    const decideAwards = () => call.officer.client.post(`/api/calls/${call.id}/awards/decision`, {});
    expect(await decideAwards()).toMatchObject({ status: 409, body: { code: 'ranking_in_doubt', detail: expect.stringContaining('还有 1 项') } });
    const waiting = (await listed()).find(({ effect }) => effect === null)!;
    expect(waiting).toMatchObject({ joins: [{ projectName: NAMES[2] }], stays: [{ projectName: NAMES[0] }, { projectName: NAMES[1] }] });
    expect((await decide(waiting.id)).status).toBe(200);
    expect(await judged()).toMatchObject({ status: 'open', ids: applications });
    expect(await facade.rankingOf(call.id)).toBeNull();
    expect(await decideAwards()).toMatchObject({ status: 409, body: { code: 'ranking_missing' } });
    expect((await facade.many(applications)).map(({ rank }) => rank)).toEqual([null, null, null]);
    await present(2);
    await post(`/api/calls/${call.id}/scoring/roadshow/sealing`);
    expect((await facade.rankingOf(call.id))?.rows.map(({ rank }) => rank).sort()).toEqual([1, 2, 3]);
  });

  it('is decided by somebody else than whoever told of it, here too', async () => {
    const told = await call.officer.client.post(`/api/calls/${call.id}/scoring/written/corrections`, { seatId: written[2]!.seatId, applicationId: applications[1], reason: '举报查实' });
    const [{ id }] = told.body.corrections;
    expect(await decide(id)).toMatchObject({ status: 409, body: { code: 'second_person' } });
    expect((await second.client.post(`/api/ranking-corrections/${id}/decision`, { granted: false, note: '查无实据' })).status).toBe(200);
  });
});
