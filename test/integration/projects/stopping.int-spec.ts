import { PDF } from '../../support/a-call.js';
import { aProject, signContract, type RunningCall } from '../../support/a-project.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

/** The tests follow one project from its first request for money to its end. */
describe('stopping a project', () => {
  let app: TestApp;
  let round: RunningCall;
  let maker: Person;
  let approver: Person;
  let trancheId: string;

  beforeAll(async () => {
    app = await bootApp();
    round = await aProject(app);
    maker = await app.person({ roles: [{ role: 'finance_maker', node: 'js.yz.' }] });
    approver = await app.person({ roles: [{ role: 'finance_approver', node: 'js.yz.' }] });
    await signContract(app, round);
    app.clock.set('2024-05-21T01:00:00Z');
    await app.repeat('milestones.start-projects');
    await bringIn(10_000_000);
    await planAccepted();
    await accountVerified();
    const first = (await maker.client.get(`/api/projects/${round.projectId}/funds`)).body.tranches[0];
    trancheId = first.id;
    await founder(`/api/tranches/${trancheId}/request`, { vouchers: [{ kind: 'receipt', documentId: await upload(), amountFen: first.amountFen }] });
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const ok = async <T extends { status: number; body: unknown }>(answer: Promise<T>): Promise<T> => {
    const got = await answer;
    if (got.status >= 300) throw new Error(`answered ${got.status}: ${JSON.stringify(got.body)}`);
    return got;
  };
  const founder = (path: string, body?: unknown) => ok(round.founder.client.post(path, body));
  const upload = async () => (await round.founder.client.upload('/api/documents', { name: '收据.pdf', content: PDF })).body.id as string;
  const move = (name: string, reason?: string) => round.call.officer.client.post(`/api/projects/${round.projectId}/moves`, { move: name, reason });
  const project = async () => (await round.call.officer.client.get(`/api/projects/${round.projectId}`)).body;
  const prepare = () => maker.client.post(`/api/tranches/${trancheId}/preparation`);
  const letters = async () => {
    await app.drain();
    return (await round.founder.client.get('/api/inbox')).body.items as { kind: string; body: { zh: string } }[];
  };

  async function bringIn(amountFen: number): Promise<void> {
    const { body } = await ok(maker.client.post(`/api/calls/${round.call.id}/deposits`, { amountFen, reference: 'IN-1', memo: '拨入' }));
    await app.people.giveFactor(approver);
    await ok(approver.client.post(`/api/deposits/${body.id}/decision`, { move: 'approve' }));
  }

  async function planAccepted(): Promise<void> {
    const { id } = (await round.founder.client.get(`/api/projects/${round.projectId}/milestones`)).body.find(({ key }: { key: string }) => key === 'plan');
    const { body } = await round.founder.client.get(`/api/milestones/${id}`);
    const evidence: Record<string, string[]> = {};
    for (const kind of body.evidenceKinds) if (kind !== 'narrative') evidence[kind] = [await upload()];
    await founder(`/api/milestones/${id}/submission`, { version: body.version, report: { narrative: '按计划实施。', evidence, spending: [] } });
    await ok(round.call.officer.client.post(`/api/milestones/${id}/decision`, { move: 'accept' }));
  }

  async function accountVerified(): Promise<void> {
    const { body } = await founder(`/api/organisations/${round.organisationId}/bank-accounts`, { bankName: '中国银行武汉分行', accountName: '木兰服务中心', number: '6222020200112233445' });
    await app.people.giveFactor(maker);
    await ok(maker.client.post(`/api/bank-accounts/${body.id}/decision`, { move: 'verify' }));
  }

  it('needs an officer of the place and a reason', async () => {
    expect((await move('suspend')).body.code).toBe('input_invalid');
    const stranger = await app.person({ roles: [{ role: 'officer', node: 'js.nj.' }] });
    expect((await stranger.client.post(`/api/projects/${round.projectId}/moves`, { move: 'suspend', reason: '财务抽查发现问题。' })).status).toBe(404);
    expect((await round.founder.client.post(`/api/projects/${round.projectId}/moves`, { move: 'suspend', reason: '财务抽查发现问题。' })).status).toBe(403);
    expect(await project()).toMatchObject({ status: 'running', moves: [{ move: 'suspend', allowed: true }, { move: 'terminate', allowed: true }] });
    expect((await move('resume', '没有暂停。')).body.code).toBe('wrong_state');
  });

  it('suspends it: nothing is prepared, approved or paid, and the grantee reads why', async () => {
    expect((await prepare()).status).toBe(200);
    expect(await move('suspend', '财务抽查发现凭证缺失。')).toMatchObject({ status: 200, body: { status: 'suspended', suspendedFrom: 'running', stoppedReason: '财务抽查发现凭证缺失。' } });
    await app.people.giveFactor(approver);
    expect((await approver.client.post(`/api/tranches/${trancheId}/approval`)).body.code).toBe('gate_closed');
    const stop = (await maker.client.get(`/api/tranches/${trancheId}`)).body.gate.filter(({ met }: { met: boolean }) => !met);
    expect(stop).toMatchObject([{ code: 'tranche.no_stop' }]);
    expect(JSON.stringify(stop)).toContain('财务抽查发现凭证缺失');
    expect((await round.founder.client.get(`/api/projects/${round.projectId}`)).body.stoppedReason).toBe('财务抽查发现凭证缺失。');
    const [letter] = await letters();
    expect(letter).toMatchObject({ kind: 'project-suspended', body: { zh: expect.stringContaining('原因：财务抽查发现凭证缺失') } });
    expect((await move('suspend', '再次暂停试试。')).body.code).toBe('wrong_state');
  });

  it('resumes it where it stood, and the money goes on', async () => {
    expect((await project()).moves.map(({ move: name }: { move: string }) => name).sort()).toEqual(['resume', 'terminate']);
    expect(await move('resume', '凭证已补齐。')).toMatchObject({ status: 200, body: { status: 'running', suspendedFrom: null, stoppedReason: null } });
    expect((await letters())[0]).toMatchObject({ kind: 'project-resumed' });
    await app.people.giveFactor(approver);
    expect((await approver.client.post(`/api/tranches/${trancheId}/approval`)).body.status).toBe('approved');
  });

  it('holds back even what has been approved when it is suspended before the payment', async () => {
    await move('suspend', '收到投诉，核实中。');
    expect((await maker.client.post(`/api/tranches/${trancheId}/payment`, { bankReference: 'OUT-1', paidOn: '2024-05-21' })).body.code).toBe('gate_closed');
    await move('resume', '投诉不实。');
    expect((await maker.client.post(`/api/tranches/${trancheId}/payment`, { bankReference: 'OUT-1', paidOn: '2024-05-21' })).status).toBe(200);
  });

  it('terminates it for good: its tranches can only be cancelled, and every step stays on record', async () => {
    expect(await move('terminate', '项目无法继续实施。')).toMatchObject({ status: 200, body: { status: 'terminated', stoppedReason: '项目无法继续实施。', moves: [] } });
    for (const name of ['resume', 'suspend', 'terminate']) expect((await move(name, '试图恢复项目。')).body.code).toBe('wrong_state');
    const [, next] = (await maker.client.get(`/api/projects/${round.projectId}/funds`)).body.tranches;
    expect(await round.founder.client.post(`/api/tranches/${next.id}/request`, { vouchers: [] })).toMatchObject({ status: 409, body: { code: 'project_terminated' } });
    const { body: seen } = await round.founder.client.get(`/api/tranches/${next.id}`);
    expect(seen.moves).toEqual(expect.arrayContaining([expect.objectContaining({ move: 'request', allowed: false, reason: expect.objectContaining({ zh: expect.stringContaining('项目已终止') }) })]));
    expect((await maker.client.post(`/api/tranches/${next.id}/preparation`)).body.code).toBe('wrong_state');
    expect((await maker.client.post(`/api/tranches/${next.id}/cancellation`, { reason: '项目已终止' })).body.status).toBe('cancelled');
    expect((await letters())[0]).toMatchObject({ kind: 'project-terminated', body: { zh: expect.stringContaining('项目无法继续实施') } });
    const { rows } = await app.db.query('select move, reason from project_history where project_id = $1 order by step', [round.projectId]);
    expect(rows.map(({ move: name }) => name)).toEqual(['contract', 'start', 'suspend', 'resume_running', 'suspend', 'resume_running', 'terminate']);
    expect(rows.slice(2).every(({ reason }) => reason)).toBe(true);
  });

  it('frees what was promised and is not paid any more, once the last of its payments is closed', async () => {
    const { id } = round.call;
    const money = async () => (await maker.client.get(`/api/calls/${id}/funds`)).body;
    const { poolFen, paidFen, committedFen } = await money();
    expect(committedFen).toBe(2_500_000);
    const left = (await maker.client.get(`/api/projects/${round.projectId}/funds`)).body.tranches.filter(({ status }: { status: string }) => status === 'planned');
    await Promise.all(left.map((one: { id: string }) => ok(maker.client.post(`/api/tranches/${one.id}/cancellation`, { reason: '项目已终止' }))));
    expect(await money()).toMatchObject({ committedFen: 0, freeFen: poolFen - paidFen });
  });

  it('lets the round be archived once nothing of it is under way', async () => {
    const { officer, id } = round.call;
    expect((await officer.client.post(`/api/calls/${id}/round-moves`, { move: 'wind-up' })).status).toBe(200);
    expect((await officer.client.post(`/api/calls/${id}/round-moves`, { move: 'archive' })).body.status).toBe('archived');
  });
});
