import { differences } from '../../../scripts/verify-ranking.mjs';
import { anOpenCall, type OpenCall } from '../../support/a-call.js';
import { aField } from '../../support/a-field.js';
import { aPanel, blocOf, scoreAt } from '../../support/a-panel.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

describe('a ballot in the hall', () => {
  let app: TestApp;
  let call: OpenCall;
  let officer: Person;
  let second: Person;
  let judges: { judge: Person; seatId: string }[];
  let guest: string;
  let sessionId: string;
  let presented: string[];
  const ids: string[] = [];

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app, 'yangzhou-2021', (rulebook) => ({
      ...rulebook, scoring: {
        ...rulebook.scoring, tieBreak: [{ by: 'committee_vote' }],
        stages: rulebook.scoring.stages.map((stage) => (stage.key === 'roadshow' ? { ...stage, blocs: stage.blocs.map((bloc) => ({ ...bloc, aggregation: { method: 'ranked_ballot' as const, count: 'borda' as const, partial: 'refused' as const }, panel: { ...bloc.panel, judges: 3, quorum: 3 } })) } : stage)),
      },
    }));
    officer = call.officer;
    ids.push(...(await aField(app, call)).map(({ id }) => id));
    const panel = await aPanel(app, call, 'written', 3);
    await officer.client.post(`/api/calls/${call.id}/scoring/written/beginning`);
    for (const [at, id] of ids.entries()) for (const seat of panel) await scoreAt(seat, id, blocOf(call, 'written'), 60 + at * 10);
    expect((await officer.client.post(`/api/calls/${call.id}/scoring/written/sealing`)).status).toBe(200);
    judges = await aPanel(app, call, 'roadshow', 2, 'roadshow_judge');
    second = await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }] });
    guest = (await officer.client.post(`/api/calls/${call.id}/panels/roadshow/experts/guests`, { name: '周特邀', employer: '扬州大学', occupation: 'university' })).body.id;
    expect((await officer.client.post(`/api/calls/${call.id}/scoring/roadshow/beginning`)).status).toBe(200);
    sessionId = (await officer.client.post(`/api/calls/${call.id}/roadshow`)).body[0].sessionId;
    await officer.client.post(`/api/roadshow-sessions/${sessionId}/order`, { seed: '20211103' });
    await officer.client.post(`/api/roadshow-sessions/${sessionId}/start`);
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const turns = async () => (await officer.client.get(`/api/roadshow-sessions/${sessionId}`)).body.turns as { id: string; applicationId: string; due: number; waiting: string[]; undeclared: string[] }[];
  const move = (id: string, name: string, reason?: string) => officer.client.post(`/api/presentations/${id}/moves`, { move: name, reason });
  const ballotOf = (at: number) => `/api/judging/${judges[at]!.seatId}/ballot`;
  const ballot = async (at: number) => (await judges[at]!.judge.client.get(ballotOf(at))).body as { version: number; live: boolean; status: string | null; rows: { applicationId: string; rankable: boolean }[] };
  const cast = async (at: number, order: string[], how: 'put' | 'post' = 'post', key?: string) => {
    const { version } = await ballot(at);
    return how === 'put' ? judges[at]!.judge.client.put(ballotOf(at), { order, version }) : judges[at]!.judge.client.post(`${ballotOf(at)}/submission`, { order, version }, key ? { 'idempotency-key': key } : {});
  };
  const present = async (id: string) => {
    await officer.client.post(`/api/presentations/${id}/sign-in`, { name: '李梅', substitute: false });
    for (const name of ['present', 'score', 'finish']) expect((await move(id, name)).status).toBe(204);
  };

  it('is on the judge’s phone, ranks who has presented, and holds up no turn', async () => {
    const order = (await turns()).map(({ id, applicationId }) => ({ id, applicationId }));
    const hall = (await judges[0]!.judge.client.get('/api/roadshow-judging')).body[0];
    expect(hall).toMatchObject({ ballotSeatId: judges[0]!.seatId, owed: [] });
    for (const { judge, seatId } of judges) for (const id of ids) await judge.client.post(`/api/judging/${seatId}/${id}/conflict`, { verdict: 'none' });
    expect((await turns())[0]).toMatchObject({ due: 0, waiting: [], undeclared: ['周特邀'] });
    expect(await cast(0, [order[0]!.applicationId], 'put')).toMatchObject({ status: 400, body: { problems: [{ code: 'not_on_ballot' }] } });
    await present(order[0]!.id);
    await present(order[1]!.id);
    presented = [order[0]!.applicationId, order[1]!.applicationId];
    const shown = await ballot(0);
    expect(shown).toMatchObject({ live: true, status: null });
    expect(shown.rows.filter(({ rankable }) => rankable).map(({ applicationId }) => applicationId).sort()).toEqual([...presented].sort());
    expect((await cast(0, presented, 'put')).status).toBe(200);
    expect(await cast(0, presented)).toMatchObject({ status: 409, body: { code: 'hall_not_over' } });
  });

  it('is handed in after the last project, without whoever did not turn up, and once however often it is sent', async () => {
    const order = await turns();
    await present(order[2]!.id);
    expect((await move(order[3]!.id, 'postpone', '未到场')).status).toBe(204);
    expect((await move(order[3]!.id, 'forfeit', '两次呼叫均未到场')).status).toBe(204);
    presented = [...presented, order[2]!.applicationId];
    const { version } = await ballot(0);
    const send = () => judges[0]!.judge.client.post(`${ballotOf(0)}/submission`, { order: presented, version }, { 'idempotency-key': 'one-ballot-of-this-phone' });
    const [first, again] = [await send(), await send()];
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body).toEqual(first.body);
    expect((await app.db.query(`select 1 from audit_leaf where action = 'sheet.submitted' and facts->>'seatId' = $1`, [judges[0]!.seatId])).rowCount).toBe(3);
    expect((await cast(1, [...presented].reverse())).body).toMatchObject({ status: 'submitted' });
    expect((await officer.client.post(`/api/roadshow-sessions/${sessionId}/close`)).body.status).toBe('closed');
  });

  it('is brought in from paper after the hall, by two people, with its places', async () => {
    const at = `/api/calls/${call.id}`;
    const scanId = (await officer.client.upload('/api/documents', { name: '签字.pdf', content: PDF })).body.id;
    expect((await officer.client.post(`${at}/paper-seats/${guest}/declarations`, { scanId, declared: ids.map((applicationId) => ({ applicationId, verdict: 'none' })) })).status).toBe(204);
    const booklet = (await officer.client.post(`${at}/paper-seats/${guest}/booklet`)).body;
    expect(booklet).toMatchObject({ ballot: true, partial: false, ballotCode: expect.stringMatching(/^[0-9A-Z]{4}-/) });
    const enter = (who: Person, places: string[], more = {}) => who.client.put(`${at}/paper-sheets/${booklet.ballotCode}/entry`, { entries: Object.fromEntries(presented.map((id, place) => [id, { points: places[place] }])), comment: '', ...more });
    expect(await enter(officer, ['1', '1', '2'], { scanId })).toMatchObject({ status: 400, body: { problems: [{ code: 'places_off' }] } });
    expect((await enter(officer, ['1', '2', '3'], { scanId })).body).toMatchObject({ standing: 'entered', candidates: [{}, {}, {}] });
    const apart = (await enter(second, ['2', '1', '3'])).body;
    expect(apart).toMatchObject({ standing: 'differs', differences: expect.arrayContaining([expect.objectContaining({ mine: '2', theirs: '1' }), expect.objectContaining({ mine: '1', theirs: '2' })]) });
    // Each difference names its project: places alone would tell nobody where to look on the paper.
    const named = apart.candidates.filter(({ applicationId }: { applicationId: string }) => presented.slice(0, 2).includes(applicationId)).map(({ projectName, number }: { projectName: string; number: string }) => `${projectName} ${number}`);
    expect(apart.differences.map(({ title }: { title: { zh: string } }) => title.zh).sort()).toEqual(named.sort());
    expect((await enter(second, ['1', '2', '3'])).body).toMatchObject({ standing: 'handed_in', commitment: expect.any(String) });
    const sealed = await officer.client.post(`${at}/scoring/roadshow/sealing`);
    expect(sealed.status).toBe(200);
    const { body: manifest } = await officer.client.get(`${at}/ranking/manifest`);
    // Two ballots against one: 1, 2, 3 and 3, 2, 1 and 1, 2, 3.
    const ballots = manifest.scores.filter(({ stageId, judgeId }: { stageId: string; judgeId: string }) => stageId === 'roadshow' && judgeId.includes('特邀评委'));
    expect(Object.fromEntries(ballots.map(({ applicationId, points }: { applicationId: string; points: { place: string } }) => [applicationId, points.place]))).toEqual({ [presented[0]!]: '1', [presented[1]!]: '2', [presented[2]!]: '3' });
    expect(differences(manifest)).toEqual([]);
  });
});
