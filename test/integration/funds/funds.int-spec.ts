import { scoreEvaluation } from '../../../scripts/cycle/score-evaluation.mjs';
import { PDF } from '../../support/a-call.js';
import { aProject, signContract, type RunningCall } from '../../support/a-project.js';
import { bootApp, type Answer, type Person, type TestApp } from '../../support/app.js';

describe('the money of a round', () => {
  let app: TestApp;
  let round: RunningCall;
  let maker: Person;
  let approver: Person;
  let evaluator: Person;

  beforeAll(async () => {
    app = await bootApp();
    round = await aProject(app);
    maker = await app.person({ roles: [{ role: 'finance_maker', node: 'js.yz.' }] });
    approver = await app.person({ roles: [{ role: 'finance_approver', node: 'js.yz.' }] });
    evaluator = await app.person({ roles: [{ role: 'evaluator', node: 'js.yz.' }] });
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const tranches = async (): Promise<{ id: string; key: string; amountFen: number; status: string }[]> => (await maker.client.get(`/api/projects/${round.projectId}/funds`)).body.tranches;
  const tranche = async (key: string) => (await tranches()).find((one) => one.key === key)!;
  const money = async () => (await maker.client.get(`/api/calls/${round.call.id}/funds`)).body;
  const fresh = (person: Person) => app.people.giveFactor(person);
  const upload = async (person: Person) => (await person.client.upload('/api/documents', { name: '收据.pdf', content: PDF })).body.id as string;
  const gateOf = async (key: string) => (await maker.client.get(`/api/tranches/${(await tranche(key)).id}`)).body.gate as { code: string; met: boolean }[];

  async function request(key: string): Promise<string> {
    const { id, amountFen } = await tranche(key);
    const asked = await round.founder.client.post(`/api/tranches/${id}/request`, { vouchers: [{ kind: 'receipt', documentId: await upload(round.founder), amountFen }] });
    expect(asked).toMatchObject({ status: 200, body: { status: 'requested' } });
    return id;
  }

  /** Hands in a report with every evidence it owes and has it accepted. */
  async function report(key: string, acceptor: Person, spentFen = 0): Promise<void> {
    const { body } = await round.founder.client.get(`/api/projects/${round.projectId}/milestones`);
    const { id } = body.find((one: { key: string }) => one.key === key);
    const { body: detail } = await round.founder.client.get(`/api/milestones/${id}`);
    const evidence: Record<string, string[]> = {};
    for (const kind of detail.evidenceKinds) if (kind !== 'narrative') evidence[kind] = [await upload(round.founder)];
    const spending = spentFen > 0 ? [{ category: 'activity', amountFen: spentFen }] : [];
    expect((await round.founder.client.post(`/api/milestones/${id}/submission`, { version: detail.version, report: { narrative: '按计划完成。', evidence, spending } })).status).toBe(200);
    expect((await acceptor.client.post(`/api/milestones/${id}/decision`, { move: 'accept' })).status).toBe(200);
  }

  async function pay(key: string, reference: string): Promise<Answer> {
    const id = await request(key);
    await fresh(approver);
    expect((await maker.client.post(`/api/tranches/${id}/preparation`)).status).toBe(200);
    expect((await approver.client.post(`/api/tranches/${id}/approval`)).status).toBe(200);
    return maker.client.post(`/api/tranches/${id}/payment`, { bankReference: reference, paidOn: '2024-05-21' });
  }

  it('is promised with the project, in tranches that add up', async () => {
    expect((await tranches()).map(({ amountFen }) => amountFen)).toEqual([2_500_000, 2_000_000, 500_000]);
    expect(await money()).toMatchObject({ poolFen: 125_000_000, freeFen: 120_000_000, committedFen: 5_000_000, paidFen: 0, bankFen: 0 });
  });

  it('comes in when a second person has seen it', async () => {
    const deposit = (reference: string) => maker.client.post(`/api/calls/${round.call.id}/deposits`, { amountFen: 10_000_000, reference, memo: '省妇基会拨入' });
    const { body } = await deposit('IN-2024-001');
    expect(await deposit('IN-2024-001')).toMatchObject({ status: 409, body: { code: 'bank_reference_taken' } });
    expect((await maker.client.post(`/api/deposits/${body.id}/decision`, { move: 'approve' })).status).toBe(403);
    expect((await maker.client.get('/api/deposits')).body).toMatchObject([{ id: body.id, status: 'proposed', proposedBy: maker.name, mayDecide: false, refusal: { zh: '由您登记，须由另一人审批' } }]);
    expect((await approver.client.get('/api/deposits')).body).toMatchObject([{ id: body.id, mayDecide: true }]);
    app.wall.advance(6 * 60_000);
    expect(await approver.client.post(`/api/deposits/${body.id}/decision`, { move: 'approve' })).toMatchObject({ status: 403, body: { code: 'second_factor_needed' } });
    await fresh(approver);
    const both = await Promise.all([0, 1].map(() => approver.client.post(`/api/deposits/${body.id}/decision`, { move: 'approve' })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await money()).bankFen).toBe(10_000_000);
  });

  it('comes in after all where the first record of it was refused', async () => {
    const deposit = (amountFen: number) => maker.client.post(`/api/calls/${round.call.id}/deposits`, { amountFen, reference: 'IN-2024-002', memo: '市财政拨入' });
    const decide = async (id: string, move: string) => (await approver.client.post(`/api/deposits/${id}/decision`, { move })).body.status;
    await fresh(approver);
    expect(await decide((await deposit(1_000)).body.id, 'refuse')).toBe('refused');
    expect(await decide((await deposit(100_000)).body.id, 'approve')).toBe('approved');
    expect((await deposit(100_000)).body.code).toBe('bank_reference_taken');
    expect((await money()).bankFen).toBe(10_100_000);
  });

  it('is not paid while a condition stands open, and says which', async () => {
    const id = await request('first');
    expect(await maker.client.post(`/api/tranches/${id}/preparation`)).toMatchObject({ status: 409, body: { code: 'gate_closed' } });
    const unmet = (await gateOf('first')).filter(({ met }) => !met).map(({ code }) => code);
    expect(unmet.length).toBeGreaterThanOrEqual(3); // no contract, no plan, no account
    const [row] = (await maker.client.get('/api/tranches')).body.items;
    expect(row).toMatchObject({ id, status: 'requested', open: false, dueOn: null, returned: false, organisationId: round.organisationId });
    expect(row.waitsFor).toHaveLength(unmet.length);
    expect(row.waitsFor[1]).toEqual({ zh: '“实施计划”尚未提交或尚未验收', en: expect.not.stringContaining('plan') });
    await signContract(app, round);
    app.clock.set('2024-05-21T01:00:00Z');
    await app.repeat('milestones.start-projects');
    await report('plan', round.call.officer);
    const account = await round.founder.client.post(`/api/organisations/${round.organisationId}/bank-accounts`, { bankName: '中国银行武汉分行', accountName: '木兰服务中心', number: '6222020200112233445' });
    await fresh(maker);
    await maker.client.post(`/api/bank-accounts/${account.body.id}/decision`, { move: 'verify' });
    expect((await gateOf('first')).filter(({ met }) => !met)).toEqual([]);
    const { body } = await maker.client.get('/api/tranches?status=requested');
    expect(body).toMatchObject({ items: [{ id, open: true, waitsFor: [] }], counts: { requested: 1, planned: 2 } });
    expect(body.items[0].dueOn > '2024-05-21').toBe(true);
  });

  it('is found by the number of its project, and by nothing else', async () => {
    const all = await maker.client.get('/api/tranches?show=all');
    const { projectNumber } = all.body.items[0];
    expect(all.body.items).toHaveLength(3);
    expect((await maker.client.get(`/api/tranches?show=all&words=${projectNumber}`)).body.items).toHaveLength(3);
    expect((await maker.client.get('/api/tranches?show=all&words=%25')).body.items).toHaveLength(0);
    const first = await maker.client.get('/api/tranches?show=all&limit=2');
    expect((await maker.client.get(`/api/tranches?show=all&limit=2&after=${first.body.next}`)).body.items).toHaveLength(1);
  });

  it('is prepared by one person, approved by another, and recorded once', async () => {
    const { id } = await tranche('first');
    expect((await maker.client.post(`/api/tranches/${id}/preparation`)).body).toMatchObject({ status: 'prepared', payFen: 2_500_000 });
    expect((await maker.client.post(`/api/tranches/${id}/approval`)).status).toBe(403);
    const seen = (await maker.client.get(`/api/tranches/${id}`)).body;
    expect(seen).toMatchObject({ prepared: { name: maker.name }, requested: { name: round.founder.name }, approved: null, dueFen: 2_500_000, dueWords: '人民币贰万伍仟元整', awardedFen: 5_000_000, othersFen: 0, bankFen: 10_100_000 });
    expect(seen.vouchers).toMatchObject([{ label: { zh: '收据' }, name: '收据.pdf', amountFen: 2_500_000 }]);
    expect(seen.moves.find(({ move }: { move: string }) => move === 'approve')).toMatchObject({ allowed: false, reason: { zh: '拨付须由另一人审批' } });
    expect((await approver.client.get(`/api/tranches/${id}`)).body.moves.find(({ move }: { move: string }) => move === 'approve')).toEqual(expect.objectContaining({ allowed: true }));
    await fresh(approver);
    expect((await approver.client.post(`/api/tranches/${id}/refusal`, { reason: '附件不清晰' })).body.status).toBe('requested');
    expect((await maker.client.get('/api/tranches')).body.items[0]).toMatchObject({ id, returned: true, reason: '附件不清晰' });
    await maker.client.post(`/api/tranches/${id}/preparation`);
    expect((await approver.client.post(`/api/tranches/${id}/approval`)).body.status).toBe('approved');
    // The bank turned the transfer back: it starts again with its maker, and the order to pay it is gone.
    expect((await approver.client.post(`/api/tranches/${id}/refusal`, { reason: '银行退票，账户名称不符' })).body).toMatchObject({ status: 'requested', returned: true, approved: null, payFen: null });
    expect((await maker.client.post(`/api/tranches/${id}/payment`, { bankReference: 'OUT-000', paidOn: '2024-05-21' })).body.code).toBe('wrong_state');
    await maker.client.post(`/api/tranches/${id}/preparation`);
    expect((await approver.client.post(`/api/tranches/${id}/approval`)).body.status).toBe('approved');
    await app.drain();
    const titles = async (person: Person) => ((await person.client.get('/api/inbox')).body.items as { title: { zh: string }; link: string }[]).map(({ title }) => title.zh);
    expect(await titles(maker)).toEqual(expect.arrayContaining(['拨款申请：首期款 ¥25,000.00', '拨款被退回：首期款 ¥25,000.00', '可以付款：首期款 ¥25,000.00']));
    expect(await titles(approver)).toEqual(expect.arrayContaining(['待审批：首期款 ¥25,000.00', '到账待批准：¥100,000.00']));
    const sheet = await maker.client.post(`/api/tranches/${id}/instruction-sheet`);
    expect(sheet.status).toBe(200);
    const instruction = await maker.client.post(`/api/tranches/${id}/instruction`);
    expect(instruction.body).toMatchObject({ accountNumber: '6222020200112233445', amountFen: 2_500_000, payee: '木兰服务中心' });
    expect((await approver.client.post(`/api/tranches/${id}/instruction`)).status).toBe(403);
    expect(await maker.client.post(`/api/tranches/${id}/payment`, { bankReference: 'OUT-000', paidOn: '2024-05-22' })).toMatchObject({ status: 400, body: { code: 'day_ahead' } });
    const once = () => maker.client.post(`/api/tranches/${id}/payment`, { bankReference: 'OUT-001', paidOn: '2024-05-21' });
    const both = await Promise.all([once(), once()]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await money()).toMatchObject({ bankFen: 7_600_000, paidFen: 2_500_000, committedFen: 2_500_000 });
    expect((await round.founder.client.post(`/api/tranches/${id}/acknowledgement`)).body.status).toBe('acknowledged');
  });

  it('takes back an open gate: nothing is released while the organisation is stopped', async () => {
    await report('midterm-report', evaluator, 2_000_000);
    const grid = round.call.rulebook.evaluations.find(({ key }) => key === 'midterm')!;
    await evaluator.client.post(`/api/projects/${round.projectId}/evaluations`, { key: 'midterm', scores: scoreEvaluation(grid, 88), opinion: '进展良好' });
    const id = await request('midterm');
    await maker.client.post(`/api/tranches/${id}/preparation`);
    await round.call.officer.client.post(`/api/organisations/${round.organisationId}/stop`, { reason: '资金核查' });
    await fresh(approver);
    expect(await approver.client.post(`/api/tranches/${id}/approval`)).toMatchObject({ status: 409, body: { code: 'gate_closed' } });
    await round.call.officer.client.post(`/api/organisations/${round.organisationId}/resume`, { reason: '核查无误' });
    expect((await approver.client.post(`/api/tranches/${id}/approval`)).status).toBe(200);
    expect(await maker.client.post(`/api/tranches/${id}/payment`, { bankReference: 'OUT-001', paidOn: '2024-05-21' })).toMatchObject({ status: 409, body: { code: 'bank_reference_taken' } });
    expect((await maker.client.post(`/api/tranches/${id}/payment`, { bankReference: 'OUT-002', paidOn: '2024-05-21' })).status).toBe(200);
  });

  it('pays the last tranche at actual cost, and settles once nothing is owed', async () => {
    await report('final-report', evaluator, 4_800_000);
    const grid = round.call.rulebook.evaluations.find(({ key }) => key === 'final')!;
    await fresh(approver);
    expect(await approver.client.post(`/api/projects/${round.projectId}/settlement`)).toMatchObject({ status: 409, body: { code: 'payments_open' } });
    expect((await approver.client.get(`/api/projects/${round.projectId}/funds`)).body.money.settled).toBe(false);
    await evaluator.client.post(`/api/projects/${round.projectId}/evaluations`, { key: 'final', scores: scoreEvaluation(grid, 90), opinion: '达到预期' });
    const paid = await pay('final', 'OUT-003');
    expect(paid.body).toMatchObject({ status: 'paid', amountFen: 500_000, payFen: 300_000 });
    await fresh(maker);
    const back = (amountFen: number, bankReference: string, returnedOn = '2024-05-21') => maker.client.post(`/api/projects/${round.projectId}/returns`, { amountFen, bankReference, returnedOn });
    expect(await back(1, 'BACK-1', '2042-05-21')).toMatchObject({ status: 400, body: { code: 'day_ahead' } });
    expect(await back(9_000_000, 'BACK-1')).toMatchObject({ status: 400, body: { code: 'return_above_paid' } });
    await fresh(approver);
    expect(await approver.client.post(`/api/projects/${round.projectId}/settlement`)).toMatchObject({ status: 200, body: { paidFen: 4_800_000, owedFen: 0, open: 0 } });
    expect((await approver.client.get(`/api/projects/${round.projectId}/funds`)).body.money).toMatchObject({ settled: true, settleRefusal: { zh: '项目已结算' } });
    expect(await money()).toMatchObject({ committedFen: 0, paidFen: 4_800_000, freeFen: 120_200_000, bankFen: 5_300_000 });
    const { body } = await maker.client.get(`/api/calls/${round.call.id}/statement?limit=200`);
    expect(body.items.reduce((sum: number, line: { amount: number }) => sum + line.amount, 0)).toBe(0);
    expect((await round.call.officer.client.get(`/api/projects/${round.projectId}`)).body.status).toBe('settled');
  });

  it('stands in books that a bookkeeper can read, and that balance', async () => {
    const auditor = await app.person({ roles: [{ role: 'auditor', node: 'js.yz.' }] });
    const { body } = await auditor.client.get(`/api/calls/${round.call.id}/journal?limit=200`);
    expect(body.items.map(({ number }: { number: number }) => number)).toEqual(body.items.map((_: unknown, at: number) => at + 1));
    const paid = body.items.find(({ reference }: { reference: string | null }) => reference === 'OUT-001');
    expect(paid).toMatchObject({ occurredOn: '2024-05-21', who: maker.name, reversalOf: null });
    expect(paid.lines.find((line: { account: { zh: string } }) => line.account.zh === '银行存款')).toMatchObject({ side: 'cash', debitFen: null, creditFen: 2_500_000, balanceFen: 7_600_000 });
    for (const { lines } of body.items) expect(lines.reduce((sum: number, { debitFen, creditFen }: { debitFen: number | null; creditFen: number | null }) => sum + (debitFen ?? 0) - (creditFen ?? 0), 0)).toBe(0);
    const trial = (await auditor.client.get(`/api/calls/${round.call.id}/trial-balance`)).body;
    expect(trial).toMatchObject({ balanced: true, debitFen: trial.creditFen });
    const own = await auditor.client.get(`/api/calls/${round.call.id}/journal?projectId=${round.projectId}&limit=2`);
    expect(own.body.items).toHaveLength(2);
    expect(own.body.next).toBeDefined();
    const csv = await auditor.client.get(`/api/calls/${round.call.id}/journal-export?format=csv`);
    expect(csv.status).toBe(200);
    expect((await auditor.client.get('/api/funds/rounds')).body).toMatchObject([{ callId: round.call.id, grantedInFen: 10_100_000, bankFen: 5_300_000 }]);
    expect((await auditor.client.post(`/api/calls/${round.call.id}/deposits`, { amountFen: 1, reference: 'X', memo: 'x' })).status).toBe(403);
  });

  it('is nobody else’s business', async () => {
    const elsewhere = await app.person({ roles: [{ role: 'finance_maker', node: 'js.nj.' }] });
    const stranger = await app.person();
    expect((await elsewhere.client.get(`/api/calls/${round.call.id}/funds`)).status).toBe(404);
    expect((await elsewhere.client.get(`/api/projects/${round.projectId}/funds`)).status).toBe(404);
    expect((await stranger.client.get(`/api/projects/${round.projectId}/funds`)).status).toBe(403);
  });
});
