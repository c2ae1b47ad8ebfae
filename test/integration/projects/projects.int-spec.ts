import { aProject, signContract, type RunningCall } from '../../support/a-project.js';
import { bootApp, type TestApp } from '../../support/app.js';

describe('projects', () => {
  let app: TestApp;
  let round: RunningCall;
  beforeAll(async () => {
    app = await bootApp();
    round = await aProject(app);
    await signContract(app, round);
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const officer = () => round.call.officer.client;
  const detail = async () => (await officer().get(`/api/projects/${round.projectId}`)).body;
  const move = (name: string, reason: string) => officer().post(`/api/projects/${round.projectId}/moves`, { move: name, reason });

  it('show what was planned, what the money is for and what has happened', async () => {
    expect(await detail()).toMatchObject({
      status: 'contracted', callTitle: { zh: expect.stringContaining('公益木兰') }, category: { zh: expect.any(String) }, contract: { startsOn: '2024-05-20' },
      planned: expect.arrayContaining([expect.objectContaining({ key: 'direct', label: { zh: '直接受益人数', en: expect.any(String) }, count: expect.any(Number) })]),
      budget: expect.arrayContaining([expect.objectContaining({ category: { zh: expect.any(String), en: expect.any(String) }, amountFen: expect.any(Number) })]),
      history: [{ label: { zh: '签约' }, who: round.call.officer.name }],
    });
    const seen = (await round.founder.client.get(`/api/projects/${round.projectId}`)).body;
    expect(seen).toMatchObject({ status: 'contracted', moves: [] });
  });

  it('are found by status and by words, with a count for each status', async () => {
    const list = async (query: string) => (await officer().get(`/api/projects?${query}`)).body;
    expect(await list(`callId=${round.call.id}`)).toMatchObject({ items: [{ id: round.projectId }], counts: { contracted: 1 } });
    expect((await list('status=settled')).items).toEqual([]);
    expect((await list('words=木兰')).items).toHaveLength(1);
    expect((await list('words=100%25')).items).toEqual([]);
  });

  it('stop with a reason and go on where they stopped', async () => {
    expect(await move('suspend', '账户被冻结，核实中')).toMatchObject({ status: 200, body: { status: 'suspended', stoppedReason: '账户被冻结，核实中', suspendedFrom: 'contracted' } });
    expect((await detail()).moves).toEqual(expect.arrayContaining([expect.objectContaining({ move: 'resume', allowed: true }), expect.objectContaining({ move: 'terminate', allowed: true })]));
    expect(await move('resume', '账户已恢复正常')).toMatchObject({ status: 200, body: { status: 'contracted', stoppedReason: null } });
    expect((await detail()).history.map(({ label }: { label: { zh: string } }) => label.zh)).toEqual(['恢复', '暂停', '签约']);
  });

  it('stand on the list of awards, and are no longer proposed, to whoever applied for them', async () => {
    const [own] = (await round.founder.client.get('/api/applications/mine')).body;
    expect(own).toMatchObject({ status: 'awarded', label: { zh: '已立项', en: 'Awarded' } });
    expect((await round.founder.client.get(`/api/applications/${own.id}`)).body.label.zh).toBe('已立项');
  });

  it('say what stands against the next step of their round', async () => {
    const read = async () => (await officer().get(`/api/calls/${round.call.id}/round`)).body;
    expect(await read()).toMatchObject({ status: 'running', projects: [{ status: 'contracted', count: 1, label: { zh: '已签约' } }], moves: [{ move: 'run', allowed: false }, { move: 'wind-up', allowed: true }, { move: 'archive', allowed: false }] });
    expect((await officer().post(`/api/calls/${round.call.id}/round-moves`, { move: 'wind-up' })).body).toMatchObject({ status: 'closing' });
    expect((await read()).moves[2]).toMatchObject({ move: 'archive', allowed: false, reason: { zh: '还有 1 个项目未结算或终止' } });
    await move('terminate', '组织申请注销，无法继续');
    expect((await read()).moves[2]).toMatchObject({ allowed: true });
    expect((await round.founder.client.get(`/api/calls/${round.call.id}/round`)).status).toBe(403);
    const elsewhere = await app.person({ roles: [{ role: 'officer', node: 'js.nj.' }] });
    expect((await elsewhere.client.get(`/api/calls/${round.call.id}/round`)).status).toBe(404);
  });
});
