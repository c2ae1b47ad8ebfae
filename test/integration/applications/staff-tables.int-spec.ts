import { anOpenCall, submitted, type OpenCall } from '../../support/a-call.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

describe('what staff read of applications', () => {
  let app: TestApp;
  let call: OpenCall;
  let screener: Person;
  let founder: Person;
  let other: Person;
  let organisationId: string;
  const ids: string[] = [];

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app);
    screener = await app.person({ name: '周审查', roles: [{ role: 'screener', node: 'js.yz.' }] });
    founder = await app.person();
    organisationId = await found(app, founder, { name: '同心社工中心', creditCode: aCreditCode() });
    for (const [name, requestedFen] of [['甲项目', 4_000_000], ['乙项目', 3_500_000]] as const) {
      ids.push((await submitted(founder, call, organisationId, { name, requestedFen })).id);
      app.clock.advance(1000);
    }
    other = await app.person();
    const otherId = await found(app, other, { name: '向阳花服务社', creditCode: aCreditCode() });
    ids.push((await submitted(other, call, otherId, { name: '丙项目', requestedFen: 4_500_000 })).id);
    await other.client.post('/api/applications', { callId: call.id, organisationId: otherId });
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const list = async (query: string) => (await screener.client.get(`/api/applications?callId=${call.id}&${query}`)).body;
  const names = async (query: string) => (await list(query)).items.map((row: { projectName: string }) => row.projectName);

  it('tells the category in words and sorts by what is asked, page by page', async () => {
    const { items } = await list('limit=200');
    expect(items[0].category.zh).toMatch(/\S/);
    expect(items[0]).toMatchObject({ callNumber: expect.stringMatching(/^P\d+X-2021-1$/), correctionDueAt: null });
    expect(await names('sort=requestedFen')).toEqual(['乙项目', '甲项目', '丙项目']);
    expect(await names('sort=-requestedFen')).toEqual(['丙项目', '甲项目', '乙项目']);
    const first = await list('sort=-requestedFen&limit=2');
    expect(await names(`sort=-requestedFen&limit=2&after=${first.next}`)).toEqual(['乙项目']);
    for (const refused of ['password', 'number,', 'number,number,number,number']) expect((await screener.client.get(`/api/applications?sort=${refused}`)).status).toBe(400);
  });

  it.each(['organisationName,-requestedFen', '-organisationName,requestedFen', 'organisationName,requestedFen', '-organisationName,-submittedAt,number'])('sorts by several columns, %s, and goes on at each page where the last ended', async (sort) => {
    const { items } = await list('limit=200');
    const keys = sort.split(',').map((one) => ({ key: one.replace('-', ''), sign: one.startsWith('-') ? -1 : 1 }));
    const compare = (a: Record<string, string | number>, b: Record<string, string | number>) => keys.reduce((found, { key, sign }) => found || sign * (a[key]! < b[key]! ? -1 : a[key]! > b[key]! ? 1 : 0), 0);
    const expected = [...items].sort(compare).map(({ projectName }: { projectName: string }) => projectName);
    expect(await names(`sort=${sort}`)).toEqual(expected);
    const walked: string[] = [];
    for (let after = ''; walked.length < expected.length; ) {
      const page = await list(`sort=${sort}&limit=1${after && `&after=${after}`}`);
      walked.push(page.items[0].projectName);
      after = page.next;
    }
    expect(walked).toEqual(expected);
  });

  it('counts the round for its line, drafts as a number only', async () => {
    const { body } = await screener.client.get(`/api/application-counts?callId=${call.id}`);
    expect(body).toEqual([{ callId: call.id, counts: { submitted: 3 }, drafts: 1, organisations: 2 }]);
    const elsewhere = await app.person({ roles: [{ role: 'screener', node: 'js.nj.' }] });
    expect((await elsewhere.client.get('/api/application-counts')).body).toEqual([]);
  });

  it('narrows to a programme', async () => {
    const { body } = await call.officer.client.get(`/api/calls/${call.id}`);
    expect((await screener.client.get(`/api/applications?programmeId=${body.programmeId}`)).body.items).toHaveLength(3);
    expect((await screener.client.get('/api/applications?programmeId=0199b2c0-0000-7000-8000-000000000001')).body.items).toEqual([]);
  });

  it('leads from one to the next in the order of submission, also from one that has left the filter', async () => {
    const beside = async (id: string, query = '') => (await screener.client.get(`/api/applications/${id}/neighbours?callId=${call.id}&${query}`)).body;
    expect(await beside(ids[1]!)).toMatchObject({ previous: { projectName: '甲项目' }, next: { projectName: '丙项目' }, total: 3 });
    expect(await beside(ids[0]!, 'status=submitted')).toMatchObject({ previous: null, next: { id: ids[1] } });
    expect(await beside(ids[1]!, 'status=eligible')).toEqual({ previous: null, next: null, total: 0 });
    expect((await screener.client.get('/api/applications/0199b2c0-0000-7000-8000-000000000001/neighbours')).status).toBe(404);
  });

  it('lays before the screener the rules with their evidence, the organisation and its other applications', async () => {
    await screener.client.post(`/api/applications/${ids[0]}/checks`, { checks: [{ ruleId: 'E5', verdict: 'passed', note: '已查询' }] });
    const { body } = await screener.client.get(`/api/applications/${ids[0]}/screening`);
    expect(body).toMatchObject({ checking: { allowed: true }, organisation: { name: '同心社工中心', stopReason: null, debarredUntil: null }, history: [{ move: 'submit' }] });
    expect(body.rules.find(({ id }: { id: string }) => id === 'E1').evidence).toEqual(['registration-certificate']);
    expect(body.rules.find(({ id }: { id: string }) => id === 'E5').finding).toMatchObject({ verdict: 'passed', note: '已查询', checkedBy: '周审查' });
    expect(body.others).toMatchObject([{ projectName: '乙项目', sameCall: true, awardedFen: null, callTitle: { zh: expect.any(String) } }]);
    const finance = await app.person({ roles: [{ role: 'finance_maker', node: 'js.yz.' }] });
    expect((await finance.client.get(`/api/applications/${ids[0]}/screening`)).body.checking).toMatchObject({ allowed: false, reason: { zh: '只有资格审查员可以审查' } });
    expect((await founder.client.get(`/api/applications/${ids[0]}/screening`)).status).toBe(403);
  });

  it('finds by Chinese words and by fields in the address, whatever their width, and says what is wrong with a filter', async () => {
    const found = (words: string) => names(`words=${encodeURIComponent(words)}`);
    expect(await found('向阳花')).toEqual(['丙项目']);
    expect(await found('阳')).toEqual(['丙项目']);
    expect(await found('甲项')).toEqual(['甲项目']);
    expect(await found('花阳')).toEqual([]);
    expect(await found('项目 -组织:向阳花')).toEqual(['甲项目', '乙项目']);
    expect(await found('状态:已提交 申请>=40000')).toEqual(['甲项目', '丙项目']);
    expect(await found('organisation:同心 requested<4万')).toEqual(['乙项目']);
    expect(await found('提交>=2099-01-01')).toEqual([]);
    expect(await found('100%')).toEqual([]);
    const { status, body } = await screener.client.get(`/api/applications?words=${encodeURIComponent('口味:3')}`);
    expect([status, body.code, body.detail]).toEqual([400, 'filter_field_unknown', expect.stringContaining('可以用：状态、项目、组织')]);
    const csv = await screener.client.get(`/api/applications-export?format=csv&callId=${call.id}&words=${encodeURIComponent('组织:向阳花')}`);
    expect(csv.raw.toString().trim().split('\n')).toHaveLength(2);
    await app.db.query('set enable_seqscan = off');
    const forced = await app.db.query(`explain select id from application where submitted_at is not null and status <> 'draft' and words @> array['向阳']`);
    await app.db.query('reset enable_seqscan');
    expect(JSON.stringify(forced.rows)).toContain('application_by_words');
  });

  it('exports under a name that says what it holds, with categories in words', async () => {
    const csv = await screener.client.get(`/api/applications-export?format=csv&callId=${call.id}&status=submitted`);
    expect(decodeURIComponent(csv.headers['content-disposition'] as string)).toMatch(/申报-P\d+X-2021-1-已提交-\d{4}-\d\d-\d\d\.csv/);
    expect(csv.raw.toString()).toContain('儿童');
    expect(csv.raw.toString()).not.toContain('child-protection');
  });

  it('writes to every organisation that takes part when the rules change', async () => {
    const { body } = await call.officer.client.get(`/api/calls/${call.id}`);
    const saved = await call.officer.client.put(`/api/calls/${call.id}/rulebook`, { rulebook: { ...body.rulebook, year: 2022 }, version: body.version, reason: '年度更正。' });
    expect(saved.status).toBe(200);
    await app.drain();
    for (const person of [founder, other]) {
      const { items } = (await person.client.get('/api/inbox')).body;
      const news = items.filter((item: { kind: string }) => item.kind === 'call-rules-changed');
      expect(news).toHaveLength(1);
      expect(news[0]).toMatchObject({ link: `/calls/${call.id}#addenda`, body: { zh: expect.stringContaining('年度更正。改动逐条列在征集公告页。') } });
    }
  });
});
