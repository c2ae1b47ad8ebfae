import { anOpenCall, PDF, submitted, type OpenCall } from '../../support/a-call.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

const DAY = 86_400_000;

describe('what waits at screening', () => {
  let app: TestApp;
  let call: OpenCall;
  let officer: Person;
  let screener: Person;
  let second: Person;
  let made = 0;

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app, 'yangzhou-2021', (rulebook) => ({
      ...rulebook, screening: { screeners: 2, agreement: 'unanimous', decision: null, appeal: { days: 3, unit: 'working' } },
      basis: { ...rulebook.basis, '/screening': { kind: 'assumption', why: { zh: '测试', en: 'test' } } },
    }));
    officer = call.officer;
    screener = await app.person({ name: '周审查', roles: [{ role: 'screener', node: 'js.yz.' }] });
    second = await app.person({ name: '吴审查', roles: [{ role: 'screener', node: 'js.yz.' }] });
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  async function application(): Promise<{ id: string; founder: Person }> {
    made += 1;
    const founder = await app.person();
    const organisationId = await found(app, founder, { name: `第${made}家庭服务中心`, creditCode: aCreditCode() });
    return { id: (await submitted(founder, call, organisationId, { name: `项目${made}` })).id, founder };
  }
  const waits = async (person: Person, kind: string) => (await person.client.get('/api/screening-waits')).body.filter((wait: { kind: string }) => wait.kind === kind);
  const judge = (person: Person, id: string, verdict: string) => person.client.post(`/api/applications/${id}/checks`, { checks: [{ ruleId: 'E14', verdict, ...(verdict === 'failed' ? { note: '不含儿童服务' } : {}) }] });
  const mine = async ({ client }: Person) => (await client.get('/api/applications/mine')).body[0];

  it('tells an officer where screeners disagree, once both have spoken and until she has decided', async () => {
    const { id } = await application();
    await judge(screener, id, 'passed');
    expect(await waits(officer, 'disagreement')).toEqual([]);
    await judge(second, id, 'failed');
    expect(await waits(officer, 'disagreement')).toMatchObject([{ id, projectName: '项目1', organisationName: '第1家庭服务中心', callNumber: expect.any(String), count: 1, refusal: null }]);
    expect(await waits(screener, 'disagreement')).toEqual([]);
    await officer.client.post(`/api/applications/${id}/rulings`, { ruleId: 'E14', verdict: 'passed', note: '章程第六条已含儿童' });
    expect(await waits(officer, 'disagreement')).toEqual([]);
  });

  it('tells officers of an appeal, and whoever refused it that somebody else answers; the applicant of the last day before', async () => {
    const { id, founder } = await application();
    expect(await mine(founder)).toMatchObject({ appealUntil: null, supplementDueAt: null });
    await officer.client.post(`/api/applications/${id}/screening`, { move: 'exclude', reason: '不符合业务范围' });
    const { refusal } = (await founder.client.get(`/api/applications/${id}/dialogue`)).body;
    expect(await mine(founder)).toMatchObject({ status: 'ineligible', appealUntil: refusal.appealUntil });
    await founder.client.post(`/api/applications/${id}/appeals`, { grounds: '章程第六条写明儿童与家庭服务', documentIds: [] });
    expect(await mine(founder)).toMatchObject({ appealUntil: null });
    expect(await waits(officer, 'appeal')).toMatchObject([{ id, refusal: { zh: expect.stringContaining('以外的人') } }]);
    const other = await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }] });
    expect(await waits(other, 'appeal')).toMatchObject([{ id, refusal: null }]);
    expect(await waits(screener, 'appeal')).toEqual([]);
    const elsewhere = await app.person({ roles: [{ role: 'officer', node: 'js.nj.' }] });
    expect((await elsewhere.client.get('/api/screening-waits')).body).toEqual([]);
    expect((await founder.client.get('/api/screening-waits')).status).toBe(403);
  });

  it('tells the applicant that a supplement is asked for, the screener that it is there or late', async () => {
    const [{ id, founder }, late] = [await application(), await application()];
    const dueAt = new Date(app.clock.now().getTime() + 2 * DAY).toISOString();
    for (const one of [id, late.id]) await screener.client.post(`/api/applications/${one}/supplements`, { request: '请补充场地证明', dueAt });
    expect(await mine(founder)).toMatchObject({ supplementDueAt: dueAt });
    expect(await waits(screener, 'supplement_answered')).toEqual([]);
    const [{ id: supplementId }] = (await founder.client.get(`/api/applications/${id}/dialogue`)).body.supplements;
    await founder.client.post(`/api/applications/${id}/supplements/${supplementId}/answer`, { answer: '已补充', documentIds: [] });
    expect(await mine(founder)).toMatchObject({ supplementDueAt: null });
    expect(await waits(screener, 'supplement_answered')).toMatchObject([{ id }]);
    app.clock.advance(3 * DAY);
    expect(await waits(screener, 'supplement_overdue')).toMatchObject([{ id: late.id, at: dueAt }]);
    expect(await mine(late.founder)).toMatchObject({ supplementDueAt: null });
  });

  it('tells the screener of a correction that did not come in time', async () => {
    const { id } = await application();
    const dueAt = new Date(app.clock.now().getTime() + DAY).toISOString();
    await screener.client.post(`/api/applications/${id}/screening`, { move: 'return', reason: '团队信息缺失', sections: [call.rulebook.form.sections[0]!.key], dueAt });
    expect(await waits(screener, 'correction_overdue')).toEqual([]);
    app.clock.advance(2 * DAY);
    expect(await waits(screener, 'correction_overdue')).toMatchObject([{ id, at: dueAt }]);
  });

  it('counts the files of an application that nobody could scan, until staff have let them through', async () => {
    const { id, founder } = await application();
    const of = async () => (await waits(screener, 'files')).find((wait: { id: string }) => wait.id === id);
    const before = (await of())?.count ?? 0;
    const { body: file } = await founder.client.upload('/api/documents', { name: '场地.pdf', content: PDF });
    await officer.client.post(`/api/applications/${id}/supplements`, { request: '请补充场地证明', dueAt: new Date(app.clock.now().getTime() + DAY).toISOString() });
    const [{ id: supplementId }] = (await founder.client.get(`/api/applications/${id}/dialogue`)).body.supplements;
    await founder.client.post(`/api/applications/${id}/supplements/${supplementId}/answer`, { answer: '见附件', documentIds: [file.id] });
    expect(await of()).toMatchObject({ count: before + 1 });
    expect((await screener.client.post('/api/documents/releases', { ids: [file.id], reason: '来源可靠，已电话核实' })).status).toBe(201);
    expect((await of())?.count ?? 0).toBe(before);
  });
});
