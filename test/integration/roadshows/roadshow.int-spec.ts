import { ApplicationsFacade } from '#modules/applications';
import { anOpenCall, type OpenCall } from '../../support/a-call.js';
import { aField } from '../../support/a-field.js';
import { aPanel, blocOf, scoreAt } from '../../support/a-panel.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

describe('a roadshow inside the round', () => {
  let app: TestApp;
  let call: OpenCall;
  let officer: Person;
  let judges: { judge: Person; seatId: string }[];
  let sessionId: string;
  const ids: string[] = [];

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app, 'yangzhou-2021', (rulebook) => ({
      ...rulebook, stages: rulebook.stages.map((stage) => (stage.key === 'written' ? { ...stage, cut: { kind: 'top_overall', count: 3 } } : stage)),
    }));
    officer = call.officer;
    ids.push(...(await aField(app, call)).map(({ id }) => id));
    const panel = await aPanel(app, call, 'written', 3);
    await officer.client.post(`/api/calls/${call.id}/scoring/written/beginning`);
    for (const [at, id] of ids.entries()) for (const seat of panel) await scoreAt(seat, id, blocOf(call, 'written'), 60 + at * 10);
    const sealed = await officer.client.post(`/api/calls/${call.id}/scoring/written/sealing`);
    expect(sealed.status).toBe(200);
    judges = await aPanel(app, call, 'roadshow', 3, 'roadshow_judge');
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const turns = async () => (await officer.client.get(`/api/roadshow-sessions/${sessionId}`)).body.turns as { id: string; applicationId: string; position: number; status: string; waiting: string[] }[];
  const move = (id: string, name: string, reason?: string) => officer.client.post(`/api/presentations/${id}/moves`, { move: name, reason });

  it('takes over who came through the stage before, and only them', async () => {
    expect(await officer.client.post(`/api/calls/${call.id}/roadshow`)).toMatchObject({ status: 409, body: { code: 'stage_not_begun' } });
    expect((await officer.client.post(`/api/calls/${call.id}/scoring/roadshow/beginning`)).status).toBe(200);
    const other = await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }] });
    const both = await Promise.all([officer, other].map(({ client }) => client.post(`/api/calls/${call.id}/roadshow`)));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(both.find(({ status }) => status === 409)!.body.code).toBe('roadshow_planned');
    const planned = both.find(({ status }) => status === 201)!;
    expect(planned.body).toMatchObject([{ status: 'planned', groupKey: 'all' }]);
    sessionId = planned.body[0].sessionId;
    expect(planned.body[0].turns.map(({ applicationId }: { applicationId: string }) => applicationId).sort()).toEqual(ids.slice(1).sort());
    expect(await officer.client.post(`/api/calls/${call.id}/roadshow`)).toMatchObject({ status: 409, body: { code: 'roadshow_planned' } });
  });

  it('draws an order that anybody can repeat, and fixes it with the start', async () => {
    const order = (seed?: string) => officer.client.post(`/api/roadshow-sessions/${sessionId}/order`, { seed });
    expect(await officer.client.post(`/api/roadshow-sessions/${sessionId}/start`)).toMatchObject({ status: 409, body: { code: 'order_missing' } });
    expect(await order()).toMatchObject({ status: 400, body: { code: 'seed_needed' } });
    const first = (await order('20211103')).body.turns.map(({ applicationId }: { applicationId: string }) => applicationId);
    expect((await order('20211103')).body.turns.map(({ applicationId }: { applicationId: string }) => applicationId)).toEqual(first);
    const seen = (await officer.client.get(`/api/roadshow-sessions/${sessionId}`)).body.orderings as number;
    const draws = await Promise.all(['20211103', '20211104'].map((seed) => officer.client.post(`/api/roadshow-sessions/${sessionId}/order`, { seed, orderings: seen })));
    expect(draws.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(draws.find(({ status }) => status === 412)!.body).toMatchObject({ code: 'order_changed' });
    await order('20211103');
    expect((await app.http.anonymous.get(`/api/public/roadshows/${sessionId}`)).body).toMatchObject({ status: 'planned', seed: null, turns: [] });
    expect(await app.http.anonymous.get(`/api/public/roadshows/${call.id}`)).toMatchObject({ status: 404, body: { code: 'roadshow_absent' } });
    expect((await officer.client.post(`/api/roadshow-sessions/${sessionId}/start`)).body).toMatchObject({ status: 'running', seed: '20211103' });
    expect(await order('again')).toMatchObject({ status: 409, body: { code: 'order_fixed' } });
    expect((await app.http.anonymous.get(`/api/public/roadshows/${sessionId}`)).body.turns).toHaveLength(3);
  });

  it('tells a judge what is on in the hall, her own standing, and nobody else’s', async () => {
    const [first] = await turns();
    const hall = async (person: Person) => (await person.client.get('/api/roadshow-judging')).body[0];
    expect(await hall(judges[0]!.judge)).toMatchObject({ sessionId, status: 'running', current: null, next: { id: first!.id, conflict: null, open: false }, turns: 3, over: 0 });
    expect((await hall(judges[0]!.judge)).undeclared).toHaveLength(3);
    const stranger = await app.person({ roles: [{ role: 'roadshow_judge', node: 'js.yz.' }] });
    expect((await stranger.client.get('/api/roadshow-judging')).body).toEqual([]);
    expect((await officer.client.get('/api/roadshow-sessions')).body).toMatchObject([{ sessionId, status: 'running', turns: 3, over: 0 }]);
    const shown = (await officer.client.get(`/api/roadshow-sessions/${sessionId}`)).body;
    expect(shown).toMatchObject({ mine: true, start: { allowed: false }, close: { allowed: false }, protocol: { presentSeconds: 480 } });
    expect(shown.judges).toHaveLength(3);
    expect(shown.turns[0].undeclared).toHaveLength(3);
  });

  it('opens scoring with the turn, waits for every judge, and writes down overrunning', async () => {
    const [first, second] = (await turns()) as [Awaited<ReturnType<typeof turns>>[0], Awaited<ReturnType<typeof turns>>[0]];
    expect(await move(first.id, 'present')).toMatchObject({ status: 409, body: { code: 'not_signed_in' } });
    for (const { id } of [first, second]) await officer.client.post(`/api/presentations/${id}/sign-in`, { name: '李梅', substitute: false });
    expect((await move(first.id, 'present')).status).toBe(204);
    expect(await move(second.id, 'present')).toMatchObject({ status: 409, body: { code: 'stage_taken' } });
    app.clock.advance((call.rulebook.roadshow!.presentSeconds + 30) * 1000);
    expect((await move(first.id, 'question')).status).toBe(204);
    const bloc = blocOf(call, 'roadshow');
    expect(await scoreAt(judges[0]!, first.applicationId, bloc, 80)).toMatchObject({ status: 409, body: { code: 'not_live' } });
    expect((await move(first.id, 'score')).status).toBe(204);
    expect((await scoreAt(judges[0]!, first.applicationId, bloc, 80)).status).toBe(200);
    expect((await scoreAt(judges[0]!, second.applicationId, bloc, 80)).status).toBe(409);
    expect(await move(first.id, 'finish')).toMatchObject({ status: 409, body: { code: 'judges_waiting' } });
    expect((await turns())[0]!.waiting).toEqual([judges[1]!.judge.name, judges[2]!.judge.name]);
    const shown = (await officer.client.get(`/api/roadshow-sessions/${sessionId}`)).body.turns[0];
    expect(shown).toMatchObject({ submitted: 1, due: 3, lastSubmittedAt: expect.any(String) });
    expect(shown.moves.find(({ move: name }: { move: string }) => name === 'finish')).toMatchObject({ allowed: true, needsReason: true });
    expect((await judges[1]!.judge.client.get('/api/roadshow-judging')).body[0].current).toMatchObject({ id: first.id, status: 'scoring', open: true, sheet: null });
    for (const judge of judges.slice(1)) await scoreAt(judge, first.applicationId, bloc, 85);
    const { rows: [paper] } = await app.db.query('select id from document where owner_id = $1 limit 1', [first.applicationId]);
    const file = (seat: (typeof judges)[0]) => seat.judge.client.get(`/api/judging/${seat.seatId}/${first.applicationId}/files/${paper.id}`);
    expect(await file(judges[0]!)).toMatchObject({ status: 409, body: { code: 'document_unscanned' } });
    await officer.client.post('/api/documents/releases', { ids: [paper.id], reason: '已当面核对原件' });
    expect((await file(judges[0]!)).status).toBe(200);
    expect((await judges[0]!.judge.client.get(`/api/judging/${judges[0]!.seatId}/${second.applicationId}/files/${paper.id}`)).status).toBe(404);
    expect((await move(first.id, 'finish')).status).toBe(204);
    expect(await scoreAt(judges[0]!, first.applicationId, bloc, 70)).toMatchObject({ status: 409 });
    const { rows } = await app.db.query('select overrun_seconds, status from roadshow_presentation where id = $1', [first.id]);
    expect(rows).toEqual([{ overrun_seconds: 30, status: 'scored' }]);
  });

  it('gives a missing project one more chance at the end, then forfeits it, and seals the round without it', async () => {
    const [, second, third] = (await turns()) as Awaited<ReturnType<typeof turns>>;
    expect(await move(third!.id, 'forfeit', '未到场')).toMatchObject({ status: 409, body: { code: 'one_more_chance' } });
    expect((await move(second!.id, 'postpone', '未到场')).status).toBe(204);
    expect((await turns()).map(({ id }) => id)).toEqual([(await turns())[0]!.id, third!.id, second!.id]);
    expect((await move(second!.id, 'forfeit', '两次呼叫均未到场')).status).toBe(204);
    await officer.client.post(`/api/presentations/${third!.id}/sign-in`, { name: '陈思', substitute: true });
    await move(third!.id, 'present');
    await move(third!.id, 'score');
    for (const judge of judges.slice(1)) await scoreAt(judge, third!.applicationId, blocOf(call, 'roadshow'), 90);
    expect((await move(third!.id, 'finish', '一位评委的手机没有电')).status).toBe(204);
    expect((await scoreAt(judges[0]!, third!.applicationId, blocOf(call, 'roadshow'), 90)).status).toBe(409);
    expect(await move(third!.id, 'rescore')).toMatchObject({ status: 409, body: { code: 'reason_needed' } });
    expect((await move(third!.id, 'rescore', '补交评分')).status).toBe(204);
    expect((await scoreAt(judges[0]!, third!.applicationId, blocOf(call, 'roadshow'), 90)).status).toBe(200);
    expect((await move(third!.id, 'finish')).status).toBe(204);
    expect((await officer.client.post(`/api/roadshow-sessions/${sessionId}/close`)).body.status).toBe('closed');
    const sealed = await officer.client.post(`/api/calls/${call.id}/scoring/roadshow/sealing`);
    expect(sealed.status).toBe(200);
    const ranking = await app.nest.get(ApplicationsFacade, { strict: false }).rankingOf(call.id);
    expect(ranking!.rows.find(({ applicationId }) => applicationId === second!.applicationId)).toMatchObject({ rank: null, reason: { en: 'Did not attend: forfeited' } });
    expect(ranking!.rows.filter(({ rank }) => rank !== null)).toHaveLength(2);
  });

  it('is run by officers of the place alone', async () => {
    const elsewhere = await app.person({ roles: [{ role: 'officer', node: 'js.nj.' }] });
    expect((await elsewhere.client.get(`/api/roadshow-sessions/${sessionId}`)).status).toBe(404);
    expect((await judges[0]!.judge.client.get(`/api/roadshow-sessions/${sessionId}`)).status).toBe(403);
  });
});
