import { PDF } from '../../support/a-call.js';
import { anOrganisation, found } from '../../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

describe('organisations', () => {
  let app: TestApp;
  let founder: Person;
  let officer: Person;
  let maker: Person;
  let organisationId: string;

  beforeAll(async () => {
    app = await bootApp();
    founder = await app.person({ name: '李梅' });
    officer = await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }] });
    maker = await app.person({ roles: [{ role: 'finance_maker', node: 'js.yz.' }] });
    organisationId = await found(app, founder);
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  it('makes its founder a member who may edit, and nobody else', async () => {
    expect((await founder.client.get('/api/organisations/mine')).body).toMatchObject([{ id: organisationId }]);
    const stranger = await app.person();
    expect((await stranger.client.get(`/api/organisations/${organisationId}`)).status).toBe(403);
    const other = await app.person({ roles: [{ role: 'officer', node: 'js.nj.' }] });
    expect((await other.client.get(`/api/organisations/${organisationId}`)).status).toBe(404);
    expect((await officer.client.get(`/api/organisations/${organisationId}`)).status).toBe(200);
  });

  it('remarks on a check digit that does not fit, but takes the code', async () => {
    const { body } = await founder.client.get(`/api/organisations/${organisationId}`);
    expect(body.remarks).toEqual(expect.arrayContaining([expect.objectContaining({ code: expect.any(String) })]));
  });

  it('refuses a second organisation with the same credit code', async () => {
    const again = await founder.client.post('/api/organisations', { ...anOrganisation({ name: '另一个中心' }), nodeId: await app.node('js.yz.') });
    expect(again).toMatchObject({ status: 409, body: { code: 'credit_code_taken' } });
  });

  it('pays only to an account in its own name that somebody else has verified, and never shows the number', async () => {
    const number = '6222020200112233445';
    const ownName = await founder.client.post(`/api/organisations/${organisationId}/bank-accounts`, { bankName: '中国银行扬州分行', accountName: '李梅', number });
    expect(await maker.client.post(`/api/bank-accounts/${ownName.body.id}/decision`, { move: 'verify' })).toMatchObject({ status: 409, body: { code: 'account_name_differs' } });
    expect((await maker.client.post(`/api/bank-accounts/${ownName.body.id}/decision`, { move: 'reject', note: '户名不符' })).status).toBe(201);
    const accounts = await founder.client.get(`/api/organisations/${organisationId}/bank-accounts`);
    expect(JSON.stringify(accounts.body)).not.toContain(number);
    const proposed = await founder.client.post(`/api/organisations/${organisationId}/bank-accounts`, { bankName: '中国银行扬州分行', accountName: '扬州市邗江区彩虹社会工作服务中心', number });
    expect(proposed).toMatchObject({ status: 201, body: { status: 'proposed', masked: expect.stringContaining('3445') } });
    const verified = await maker.client.post(`/api/bank-accounts/${proposed.body.id}/decision`, { move: 'verify' });
    expect(verified).toMatchObject({ status: 201, body: { status: 'verified' } });
    expect(JSON.stringify([proposed.body, verified.body])).not.toContain(number);
  });

  it('asks finance staff for a fresh second factor', async () => {
    const proposed = await founder.client.post(`/api/organisations/${organisationId}/bank-accounts`, { bankName: '建设银行', accountName: '扬州市邗江区彩虹社会工作服务中心', number: '6217001234567890123' });
    app.wall.advance(6 * 60_000);
    expect(await maker.client.post(`/api/bank-accounts/${proposed.body.id}/decision`, { move: 'verify' })).toMatchObject({ status: 403, body: { code: 'second_factor_needed' } });
    await app.people.giveFactor(maker);
    expect((await maker.client.post(`/api/bank-accounts/${proposed.body.id}/decision`, { move: 'verify' })).status).toBe(201);
  });

  it('shows finance staff a new account beside the one in use, with its papers, and its number only on record', async () => {
    const paper = await founder.client.upload('/api/documents', { name: '开户许可证.pdf', content: PDF });
    const number = '6228480402564890018';
    const { body: proposed } = await founder.client.post(`/api/organisations/${organisationId}/bank-accounts`, { bankName: '农业银行', accountName: '扬州市邗江区彩虹社会工作服务中心', number, evidenceIds: [paper.body.id] });
    const { body: waiting } = await maker.client.get('/api/bank-accounts?status=proposed');
    expect(waiting).toMatchObject([{ id: proposed.id, organisationId, proposedBy: '李梅', nameMatches: true, mayVerify: true, papers: [{ name: '开户许可证.pdf' }], inUse: { status: 'verified', bankName: '建设银行' } }]);
    expect((await officer.client.get('/api/bank-accounts?status=proposed')).body).toMatchObject([{ mayVerify: false, refusal: { zh: '由财务人员核验' } }]);
    expect((await officer.client.post(`/api/bank-accounts/${proposed.id}/number`)).status).toBe(403);
    expect((await maker.client.post(`/api/bank-accounts/${proposed.id}/number`)).body).toEqual({ number });
    app.wall.advance(6 * 60_000);
    expect(await maker.client.post(`/api/bank-accounts/${proposed.id}/number`)).toMatchObject({ status: 403, body: { code: 'second_factor_needed' } });
    const { body: list } = await officer.client.get('/api/organisations?standing=account_waiting');
    expect(list).toMatchObject({ items: [{ id: organisationId, accountWaiting: true, debarred: false }], counts: { all: 1, account_waiting: 1, stopped: 0 } });
    expect((await officer.client.get('/api/organisations?words=没有这家')).body.items).toEqual([]);
  });

  it('is stopped, resumed and debarred by an officer of its place, on record', async () => {
    expect(await officer.client.post(`/api/organisations/${organisationId}/stop`, { reason: '资金核查' })).toMatchObject({ status: 201, body: { stopReason: '资金核查' } });
    expect(await officer.client.post(`/api/organisations/${organisationId}/resume`, { reason: '核查完毕' })).toMatchObject({ status: 201, body: { stopReason: null } });
    const ban = { fromDay: '2026-01-01', untilDay: '2028-12-31', basis: '未按期提交结项材料' };
    expect((await officer.client.post(`/api/organisations/${organisationId}/debarments`, ban)).body.debarments).toMatchObject([ban]);
    expect((await founder.client.post(`/api/organisations/${organisationId}/stop`, { reason: '试试' })).status).toBe(403);
    const { rows } = await app.db.query(`select action from audit_leaf where subject_id = $1 order by seq nulls last, at`, [organisationId]);
    expect(rows.map((row) => row.action)).toEqual(expect.arrayContaining(['organisation.stopped', 'organisation.resumed', 'organisation.debarred']));
    const { body: standing } = await officer.client.get(`/api/organisations/${organisationId}/standing`);
    expect(standing).toMatchObject({ stopReason: null, refusal: null, bans: [{ basis: ban.basis, decidedBy: officer.name, liftedAt: null }] });
    expect(standing.history.map(({ what }: { what: { zh: string } }) => what.zh)).toEqual(expect.arrayContaining(['限制参与', '恢复办理', '暂停办理', '查看完整账号', '登记机构']));
    expect((await maker.client.get(`/api/organisations/${organisationId}/standing`)).body.refusal).toMatchObject({ zh: '由所在地妇联的项目官员办理' });
    const lift = () => officer.client.post(`/api/organisations/${organisationId}/debarments/${standing.bans[0].id}/lift`, { reason: '复核后解除' });
    expect((await lift()).body.debarments).toEqual([]);
    expect((await lift()).status).toBe(404);
  });

  it('tells of a credit code what it says and who has it, by the whole code alone', async () => {
    const person = await app.person();
    const { body: shown } = await founder.client.get(`/api/organisations/${organisationId}`);
    const ask = (code: string) => person.client.get(`/api/organisations/credit-code?code=${encodeURIComponent(code)}`);
    expect((await ask(` ${shown.creditCode.toLowerCase()} `)).body).toMatchObject({ code: shown.creditCode, wellFormed: true, organisation: { id: organisationId, name: shown.name } });
    expect((await ask(shown.creditCode.slice(0, 10))).body).toMatchObject({ wellFormed: false, organisation: null, remarks: [expect.objectContaining({ sentence: expect.any(Object) })] });
  });

  it('lets a member ask in whoever has an account, and let them go, but not the last one', async () => {
    const colleague = await app.person({ name: '陈静' });
    const members = `/api/organisations/${organisationId}/members`;
    expect(await founder.client.post(members, { email: 'nobody@example.org' })).toMatchObject({ status: 409, body: { code: 'member_unknown' } });
    expect((await colleague.client.get(members)).status).toBe(403);
    const added = await founder.client.post(members, { email: colleague.email });
    expect(added.body).toEqual(expect.arrayContaining([expect.objectContaining({ name: '陈静', email: colleague.email, self: false }), expect.objectContaining({ self: true })]));
    expect(await founder.client.post(members, { email: colleague.email })).toMatchObject({ status: 409, body: { code: 'member_already' } });
    expect((await colleague.client.get(`/api/organisations/${organisationId}`)).status).toBe(200);
    expect((await founder.client.delete(`${members}/${colleague.id}`)).status).toBe(204);
    expect((await founder.client.get(members)).body).toHaveLength(1);
    expect(await founder.client.delete(`${members}/${founder.id}`)).toMatchObject({ status: 409, body: { code: 'last_member' } });
  });

  it('keeps who left with the time in which she acted for it, and who ended that, for members and staff alone', async () => {
    const [removed, leaver] = [await app.person({ name: '孙晓' }), await app.person({ name: '钱敏' })];
    const members = `/api/organisations/${organisationId}/members`;
    const joinedAt = app.clock.now();
    for (const { email } of [removed, leaver]) expect((await founder.client.post(members, { email })).status).toBe(200);
    app.clock.advance(86_400_000);
    expect((await founder.client.delete(`${members}/${removed.id}`)).status).toBe(204);
    app.clock.advance(86_400_000);
    expect((await leaver.client.delete(`${members}/${leaver.id}`)).status).toBe(204);
    const former = `/api/organisations/${organisationId}/former-members`;
    const { body } = await officer.client.get(former);
    expect(body.slice(0, 2)).toMatchObject([{ name: '钱敏', byHerself: true, removedBy: null }, { name: '孙晓', byHerself: false, removedBy: '李梅' }]);
    expect(new Date(body[1].since).getTime()).toBe(joinedAt.getTime());
    expect(new Date(body[1].until).getTime() - new Date(body[1].since).getTime()).toBe(86_400_000);
    expect(JSON.stringify(body)).not.toContain(removed.email);
    expect((await founder.client.get(former)).body).toEqual(body);
    const stranger = await app.person();
    expect((await stranger.client.get(former)).status).toBe(403);

    // Asked in again she is a member, and her first time stays listed.
    expect((await founder.client.post(members, { email: removed.email })).body).toEqual(expect.arrayContaining([expect.objectContaining({ name: '孙晓' })]));
    expect((await founder.client.get(former)).body).toEqual(body);
    const elsewhere = await app.person({ roles: [{ role: 'officer', node: 'js.nj.' }] });
    expect((await elsewhere.client.get(former)).status).toBe(404);
  });

  it('names every federation to whoever is signed in', async () => {
    const person = await app.person();
    expect((await person.client.get('/api/organisers/directory')).body).toEqual(expect.arrayContaining([expect.objectContaining({ path: 'js.yz.', name: '扬州市妇联' })]));
    expect((await app.http.anonymous.get('/api/organisers/directory')).status).toBe(401);
  });
});
