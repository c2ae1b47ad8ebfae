import { scoreEvaluation } from '../../../scripts/cycle/score-evaluation.mjs';
import { PDF } from '../../support/a-call.js';
import { aProject, signContract, type RunningCall } from '../../support/a-project.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

let app: TestApp;
let round: RunningCall;
let [evaluator, second, maker, approver]: Person[] = [];
beforeAll(async () => {
  app = await bootApp();
  round = await aProject(app);
  await signContract(app, round);
  app.clock.set('2024-05-21T01:00:00Z');
  await app.repeat('milestones.start-projects');
  const at = async (role: 'evaluator' | 'officer' | 'finance_maker' | 'finance_approver') => app.person({ roles: [{ role, node: 'js.yz.' }] });
  [evaluator, second, maker, approver] = await Promise.all((['evaluator', 'officer', 'finance_maker', 'finance_approver'] as const).map(at));
});
afterEach(() => app.expectInvariants());
afterAll(() => app?.close());

const officer = () => round.call.officer;
const idOf = async (key: string) => ((await officer().client.get(`/api/projects/${round.projectId}/milestones`)).body as { id: string; key: string }[]).find((one) => one.key === key)!.id;
const read = async (id: string, person = officer()) => (await person.client.get(`/api/milestones/${id}`)).body;
const file = async (person = round.founder) => (await person.client.upload('/api/documents', { name: '材料.pdf', content: PDF })).body.id as string;

async function accepted(key: string): Promise<string> {
  const id = await idOf(key);
  const { version, evidenceKinds, acceptedBy } = await read(id, round.founder);
  const evidence = Object.fromEntries(await Promise.all((evidenceKinds as string[]).filter((kind) => kind !== 'narrative').map(async (kind) => [kind, [await file()]])));
  expect((await round.founder.client.post(`/api/milestones/${id}/submission`, { version, report: { narrative: '按计划开展活动。', evidence, spending: [] } })).status).toBe(200);
  await accept(id, acceptedBy);
  return id;
}
const accept = async (id: string, acceptedBy: string) => expect((await (acceptedBy === 'evaluator' ? evaluator! : officer()).client.post(`/api/milestones/${id}/decision`, { move: 'accept' })).status).toBe(200);

describe('an acceptance that was a mistake', () => {
  const ask = (id: string, person = officer()) => person.client.post(`/api/milestones/${id}/reopenings`, { reason: '附件属于另一个项目' });
  const decide = (id: string, granted: boolean, person: Person) => person.client.post(`/api/report-reopenings/${id}/decision`, { granted, ...(granted ? {} : { note: '材料无误' }) });
  let plan: string;

  it('is taken back by two people with a reason, and the report waits to be accepted again with its history', async () => {
    plan = await accepted('plan');
    expect((await read(plan)).moves).toMatchObject([{ move: 'reopen', allowed: true }]);
    expect((await read(plan, round.founder)).moves).toEqual([]);
    expect(await ask(plan, evaluator)).toMatchObject({ status: 403, body: { code: 'not_the_acceptor' } });
    expect((await ask(plan, round.founder)).status).toBe(403);
    const asked = (await ask(plan)).body;
    expect(asked).toMatchObject({ status: 'accepted', reopenings: [{ reason: '附件属于另一个项目', own: true, granted: null, refusal: { zh: expect.stringContaining('另一人') } }] });
    expect(await ask(plan)).toMatchObject({ status: 409, body: { code: 'reopening_waits' } });
    const [{ id }] = asked.reopenings;
    expect(await decide(id, true, officer())).toMatchObject({ status: 409, body: { code: 'second_person' } });
    expect((await second!.client.get('/api/report-reopenings/waiting')).body).toMatchObject([{ id, milestoneId: plan }]);
    expect((await officer().client.get('/api/report-reopenings/waiting')).body).toEqual([]);
    expect((await decide(id, true, await app.person({ roles: [{ role: 'officer', node: 'js.nj.' }] }))).status).toBe(404);
    const reopened = await decide(id, true, second!);
    expect(reopened).toMatchObject({ status: 200, body: { status: 'submitted', decidedBy: null, reopenings: [{ granted: true, acceptedBy: officer().name, askedBy: officer().name, decidedBy: second!.name }] } });
    expect(await decide(id, true, second!)).toMatchObject({ status: 409, body: { code: 'reopening_decided' } });
    expect((await read(plan, round.founder)).reopenings).toHaveLength(1);
    await accept(plan, 'funder');
  });

  it('may be left as it is: whoever asked withdraws, another declines', async () => {
    const [first, other] = [(await ask(plan)).body.reopenings.at(-1).id, officer()];
    expect((await decide(first, false, other)).body).toMatchObject({ status: 'accepted' });
    const again = (await ask(plan)).body.reopenings.at(-1).id;
    expect((await decide(again, false, second!)).body.reopenings.map(({ granted }: { granted: boolean }) => granted)).toEqual([true, false, false]);
    await app.drain();
    expect((await officer().client.get('/api/inbox?limit=100')).body.items).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'report-reopening-declined' })]));
  });

  it('stands while a payment is under way on it, opens again once finance has sent that back, and stands for good once it is paid', async () => {
    await payable();
    const tranche = (await maker!.client.get(`/api/projects/${round.projectId}/funds`)).body.tranches[0];
    const step = (person: Person, verb: string, body: object = {}) => person.client.post(`/api/tranches/${tranche.id}/${verb}`, body);
    expect((await step(round.founder, 'request', { vouchers: [{ kind: 'receipt', documentId: await file(), amountFen: tranche.amountFen }] })).status).toBe(200);
    // Asked for is not yet under way: the gate shuts by itself when the report is opened.
    expect((await read(plan)).moves).toMatchObject([{ move: 'reopen', allowed: true }]);
    expect((await step(maker!, 'preparation')).status).toBe(200);
    expect(await ask(plan)).toMatchObject({ status: 409, body: { code: 'payment_rests_on_it' } });
    expect((await step(approver!, 'refusal', { reason: '报告验收有误，先退回' })).status).toBe(200);
    const waiting = (await ask(plan)).body.reopenings.at(-1).id;
    expect((await step(maker!, 'preparation')).status).toBe(200);
    expect(await decide(waiting, true, second!)).toMatchObject({ status: 409, body: { code: 'payment_rests_on_it' } });
    expect((await decide(waiting, false, officer())).status).toBe(200);
    await app.people.giveFactor(approver!);
    expect((await step(approver!, 'approval')).status).toBe(200);
    // The bell counts what is left to do: the payment at the bank, and neither the account nor the request that were seen to.
    expect([await unread(maker!), await unread(approver!)]).toEqual([['payment-approve'], []]);
    expect((await step(maker!, 'payment', { bankReference: 'OUT-1', paidOn: '2024-05-21' })).status).toBe(200);
    expect(await ask(plan)).toMatchObject({ status: 409, body: { code: 'paid_on_it', detail: expect.stringContaining('已据此支付') } });
    expect((await read(plan)).moves).toMatchObject([{ move: 'reopen', allowed: false, reason: { zh: expect.stringContaining(tranche.title.zh) } }]);
  });

  async function payable(): Promise<void> {
    const { client } = round.founder;
    const account = (await client.post(`/api/organisations/${round.organisationId}/bank-accounts`, { bankName: '中国银行', accountName: '木兰服务中心', number: '6222020200112233445' })).body;
    expect((await maker!.client.post(`/api/bank-accounts/${account.id}/decision`, { move: 'verify' })).status).toBeLessThan(300);
    const deposit = (await maker!.client.post(`/api/calls/${round.call.id}/deposits`, { amountFen: 50_000_000, reference: 'IN-1', memo: '资助资金' })).body;
    for (const person of [maker!, approver!]) await app.people.giveFactor(person);
    expect((await approver!.client.post(`/api/deposits/${deposit.id}/decision`, { move: 'approve' })).status).toBeLessThan(300);
  }
});

/** What still asks her for something, after everybody was told. */
async function unread({ client }: Person): Promise<string[]> {
  await app.drain();
  return ((await client.get('/api/inbox?show=unread')).body.items as { kind: string }[]).map(({ kind }) => kind);
}

describe('a project that is to be mended', () => {
  const evaluateWith = (percent: number, more: object = {}) => {
    const grid = round.call.rulebook.evaluations.find(({ key }) => key === 'midterm')!;
    return evaluator!.client.post(`/api/projects/${round.projectId}/evaluations`, { key: 'midterm', scores: scoreEvaluation(grid, percent), opinion: '活动场次不足', ...more });
  };
  const orders = async (person = officer()) => (await person.client.get(`/api/projects/${round.projectId}/rectifications`)).body;
  const status = async () => (await officer().client.get(`/api/projects/${round.projectId}`)).body.status as string;
  const DEMAND = { demand: '补办八场小组活动，并补齐签到表', dueOn: '2024-09-30' };

  it('is told what, by when, and what follows otherwise, once its evaluation has failed', async () => {
    app.clock.set('2024-08-30T01:00:00Z');
    await accepted('midterm-report');
    expect(await evaluateWith(40)).toMatchObject({ status: 400, body: { code: 'rectification_needed' } });
    expect(await evaluateWith(40, { rectification: { ...DEMAND, dueOn: '2024-08-30' } })).toMatchObject({ status: 400, body: { code: 'rectification_day_passed' } });
    expect(await status()).toBe('running');
    expect(await evaluateWith(40, { rectification: DEMAND })).toMatchObject({ status: 201, body: { passed: false } });
    expect(await status()).toBe('rectifying');
    expect(await orders(round.founder)).toMatchObject([{
      ...DEMAND, status: 'ordered', late: false, evaluation: { zh: expect.stringContaining('中期') }, otherwise: expect.arrayContaining([{ zh: '中期评估不合格，限期整改，复查前不拨下一笔', en: expect.any(String) }]),
      moves: [{ move: 'answer', allowed: true }],
    }]);
    expect((await orders())[0].moves).toEqual([]);
    expect((await round.founder.client.get('/api/rectifications')).body).toMatchObject([{ projectName: expect.any(String), dueOn: '2024-09-30' }]);
    await app.drain();
    expect((await round.founder.client.get('/api/inbox?limit=100')).body.items).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'rectification-ordered', body: { zh: expect.stringContaining(DEMAND.demand), en: expect.any(String) } })]));
    expect(await gate()).toBe(false);
  });

  it('hands in what was mended, is sent back with what is missing, and runs on once it is found mended', async () => {
    const [{ id }] = await orders();
    const answer = (person: Person, evidence: string[] = []) => person.client.post(`/api/rectifications/${id}/answer`, { answer: '已补办八场，签到表附后', evidence });
    const decide = (person: Person, body: object) => person.client.post(`/api/rectifications/${id}/decision`, body);
    expect(await decide(officer(), { move: 'accept' })).toMatchObject({ status: 409, body: { code: 'wrong_state' } });
    expect((await answer(evaluator!)).status).toBe(403);
    expect((await answer(round.founder, [await file()])).body[0]).toMatchObject({ status: 'answered', files: [{ name: '材料.pdf' }], answeredBy: round.founder.name });
    expect(await unread(round.founder)).not.toContain('rectification-ordered');
    expect(await unread(officer())).toContain('rectification-answered');
    expect(await decide(evaluator!, { move: 'return' })).toMatchObject({ status: 409, body: { code: 'reason_needed' } });
    expect((await decide(evaluator!, { move: 'return', note: '缺三场的签到表' })).body[0]).toMatchObject({ status: 'returned', note: '缺三场的签到表' });
    expect(await unread(officer())).not.toContain('rectification-answered');
    expect(await status()).toBe('rectifying');
    // The reminder of the day finds it sent back, and speaks.
    app.clock.set('2024-09-29T01:00:00Z');
    expect(await unread(round.founder)).toEqual(expect.arrayContaining(['rectification-returned', 'rectification-due']));
    app.clock.set('2024-10-02T01:00:00Z');
    expect((await orders())[0].late).toBe(true);
    expect((await answer(round.founder, [await file()])).status).toBe(200);
    expect((await unread(round.founder)).filter((kind) => kind.startsWith('rectification'))).toEqual([]);
    expect((await decide(await app.person({ roles: [{ role: 'officer', node: 'js.nj.' }] }), { move: 'accept' })).status).toBe(404);
    expect((await decide(officer(), { move: 'accept' })).body[0]).toMatchObject({ status: 'accepted', decidedBy: officer().name });
    expect(await status()).toBe('running');
    expect(await gate()).toBe(true);
  });

  it('is ordered to be mended by an officer too, and is not finally evaluated before', async () => {
    expect(await officer().client.post(`/api/projects/${round.projectId}/rectifications`, { demand: '支出凭证不符，须更正', dueOn: '2024-10-20' })).toMatchObject({ status: 201, body: [{ evaluation: null, status: 'ordered' }, { status: 'accepted' }] });
    await accepted('final-report');
    expect((await officer().client.get(`/api/projects/${round.projectId}/evaluations/due`)).body).toMatchObject([{ key: 'final', allowed: false, reason: { zh: '整改尚未复查合格，不能进行末期评估' } }]);
  });

  /** Whether the failed evaluation still shuts the gate of the second payment. */
  async function gate(): Promise<boolean> {
    const { tranches } = (await maker!.client.get(`/api/projects/${round.projectId}/funds`)).body;
    const { gate: reasons } = (await maker!.client.get(`/api/tranches/${tranches[1].id}`)).body;
    return (reasons as { code: string; met: boolean }[]).find(({ code }) => code === 'tranche.evaluation_passed')!.met;
  }
});
