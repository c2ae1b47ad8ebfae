import { PDF } from '../../support/a-call.js';
import { aProject, signContract, type RunningCall } from '../../support/a-project.js';
import { bootApp, Client, type Person, type TestApp } from '../../support/app.js';
import type { SentTwice } from '../../support/client.js';

/** A round is played with every write sent twice, as a phone in a noisy hall sends it. */
describe('whatever is sent again with its key', () => {
  let app: TestApp;
  let round: RunningCall;
  let maker: Person;
  let approver: Person;
  let administrator: Person;
  const sent: SentTwice[] = [];

  beforeAll(async () => {
    app = await bootApp();
    // Every browser of this file sends twice, also those that the factories open.
    Object.defineProperty(Client.prototype, 'sendsTwice', { configurable: true, value: sent });
    round = await aProject(app);
    maker = await app.person({ roles: [{ role: 'finance_maker', node: 'js.yz.' }] });
    approver = await app.person({ roles: [{ role: 'finance_approver', node: 'js.yz.' }] });
    administrator = await app.person({ roles: [{ role: 'administrator', node: 'js.' }] });
  }, 120_000);
  afterAll(async () => {
    Reflect.deleteProperty(Client.prototype, 'sendsTwice');
    await app?.expectInvariants();
    await app?.close();
  });

  const upload = async (person: Person) => (await person.client.upload('/api/documents', { name: '材料.pdf', content: PDF })).body.id as string;
  const done = async (answer: Promise<{ status: number; body: { id: string } }>) => {
    const { status, body } = await answer;
    expect({ status, body }).toMatchObject({ status: status < 300 ? status : 200 });
    return body;
  };

  it('is carried out by the money of the round', async () => {
    const deposit = await done(maker.client.post(`/api/calls/${round.call.id}/deposits`, { amountFen: 10_000_000, reference: 'IN-1', memo: '拨入' }));
    await app.people.giveFactor(approver);
    await done(approver.client.post(`/api/deposits/${deposit.id}/decision`, { move: 'approve' }));
    await signContract(app, round);
    app.clock.set('2024-05-21T01:00:00Z');
    await app.repeat('milestones.start-projects');
    await report('plan');
    const account = await done(round.founder.client.post(`/api/organisations/${round.organisationId}/bank-accounts`, { bankName: '中国银行', accountName: '木兰服务中心', number: '6222020200112233445' }));
    await app.people.giveFactor(maker);
    await done(maker.client.post(`/api/bank-accounts/${account.id}/number`));
    await done(maker.client.post(`/api/bank-accounts/${account.id}/decision`, { move: 'verify' }));
    const { body } = await maker.client.get(`/api/projects/${round.projectId}/funds`);
    const { id, amountFen } = body.tranches.find(({ key }: { key: string }) => key === 'first');
    await done(round.founder.client.post(`/api/tranches/${id}/request`, { vouchers: [{ kind: 'receipt', documentId: await upload(round.founder), amountFen }] }));
    await done(maker.client.post(`/api/tranches/${id}/preparation`));
    await done(approver.client.post(`/api/tranches/${id}/refusal`, { reason: '收款账户请再核对' }));
    await done(maker.client.post(`/api/tranches/${id}/preparation`));
    await app.people.giveFactor(approver);
    await done(approver.client.post(`/api/tranches/${id}/approval`));
    await done(maker.client.post(`/api/tranches/${id}/payment`, { bankReference: 'OUT-1', paidOn: '2024-05-21' }));
    await done(round.founder.client.post(`/api/tranches/${id}/acknowledgement`));
  }, 120_000);

  async function report(key: string): Promise<void> {
    const { body: plan } = await round.founder.client.get(`/api/projects/${round.projectId}/milestones`);
    const { body: detail } = await round.founder.client.get(`/api/milestones/${plan.find((one: { key: string }) => one.key === key).id}`);
    const evidence = Object.fromEntries(await Promise.all((detail.evidenceKinds as string[]).filter((kind) => kind !== 'narrative').map(async (kind) => [kind, [await upload(round.founder)]])));
    const whole = { narrative: '按计划完成。', evidence, spending: [] };
    await done(round.founder.client.put(`/api/milestones/${detail.id}/report`, { version: detail.version, report: whole }));
    await done(round.founder.client.post(`/api/milestones/${detail.id}/submission`, { version: detail.version + 1, report: whole }));
    await done(round.call.officer.client.post(`/api/milestones/${detail.id}/decision`, { move: 'return', reason: '请补充时间表' }));
    const { body: returned } = await round.founder.client.get(`/api/milestones/${detail.id}`);
    await done(round.founder.client.post(`/api/milestones/${detail.id}/submission`, { version: returned.version, report: whole }));
    await done(round.call.officer.client.post(`/api/milestones/${detail.id}/decision`, { move: 'accept' }));
  }

  it('is carried out by those who run projects and the platform', async () => {
    const { officer } = round.call;
    await done(officer.client.post(`/api/projects/${round.projectId}/moves`, { move: 'suspend', reason: '收到举报，核查中。' }));
    await done(officer.client.post(`/api/projects/${round.projectId}/moves`, { move: 'resume', reason: '举报不实，已核实。' }));
    await done(officer.client.post(`/api/calls/${round.call.id}/reports`, { kind: 'round_report', format: 'xlsx' }));
    const colleague = await done(administrator.client.post('/api/admin/accounts', { email: 'colleague@example.org', name: '新同事', language: 'zh', roles: [{ role: 'officer', nodeId: await app.node('js.yz.') }] }));
    await done(administrator.client.post(`/api/admin/accounts/${colleague.id}/invitation`));
    await done(administrator.client.post(`/api/admin/accounts/${colleague.id}/moves/disable`));
    await done(administrator.client.post(`/api/admin/accounts/${colleague.id}/moves/enable`));
    await done(administrator.client.post('/api/organisers', { parentId: await app.node('js.'), code: 'nj', kind: 'city', name: '南京市妇联' }));
    await done(officer.client.patch('/api/session/name', { name: '周颖' }));
    await done(officer.client.post('/api/inbox/read-all'));
  }, 120_000);

  it('is answered with what the first answer showed, whatever the route', () => {
    const named = ({ method, url }: SentTwice) => `${method} ${url.replace(/\?.*/, '').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')}`;
    expect(sent.filter(({ first, again }) => again.headers['idempotent-replayed'] !== 'true' || again.status !== first.status).map(named)).toEqual([]);
    const unlike = sent.filter(({ first, again }) => JSON.stringify(sorted(first.body)) !== JSON.stringify(sorted(again.body)));
    expect(unlike.map(named)).toEqual([]);
    expect(new Set(sent.map(named)).size).toBeGreaterThan(44);
  });
});

/** The order of an object's members says nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, sorted(one)]));
}
