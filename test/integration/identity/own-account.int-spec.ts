import { bootApp, type Person, type TestApp } from '../../support/app.js';

describe('the own account and the list of accounts', () => {
  let app: TestApp;
  let administrator: Person;
  beforeAll(async () => {
    app = await bootApp();
    administrator = await app.person({ name: '管理员', roles: [{ role: 'administrator', node: 'js.yz.' }] });
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  it('shows a person the own name, address and what is left of the recovery codes, and lets the name be changed', async () => {
    const officer = await app.person({ name: '周静', roles: [{ role: 'officer', node: 'js.yz.' }] });
    const { body } = await officer.client.get('/api/session/account');
    expect(body).toMatchObject({ name: '周静', email: officer.email, language: 'zh', secondFactorEnabled: true, recoveryCodesLeft: expect.any(Number) });
    expect((await officer.client.patch('/api/session/name', { name: ' 周静怡 ' })).body).toMatchObject({ name: '周静怡' });
    expect((await officer.client.get('/api/session')).body.account.name).toBe('周静怡');
    expect((await officer.client.patch('/api/session/name', { name: ' ' })).status).toBe(400);
    expect((await app.http.anonymous.get('/api/session/account')).status).toBe(401);
  });

  it('finds accounts by name, role and status, counts each status, and keeps whoever has left', async () => {
    const screener = await app.person({ name: '吴敏', roles: [{ role: 'screener', node: 'js.yz.' }] });
    await app.person({ name: '吴敏', roles: [{ role: 'screener', node: 'js.nj.' }] });
    const list = async (query: string) => (await administrator.client.get(`/api/admin/accounts?${query}`)).body;
    expect((await list('words=吴敏')).items).toMatchObject([{ id: screener.id, self: false, label: { zh: '正常' } }]);
    expect((await list('role=screener')).items.map(({ id }: { id: string }) => id)).toEqual([screener.id]);
    expect((await list('role=administrator')).items).toMatchObject([{ id: administrator.id, self: true }]);
    const [{ roles }] = (await list('words=吴敏')).items;
    expect((await administrator.client.delete(`/api/admin/accounts/${screener.id}/roles/${roles[0].id}`)).status).toBe(204);
    expect((await list('words=吴敏')).items).toMatchObject([{ id: screener.id, roles: [] }]);
    await administrator.client.post(`/api/admin/accounts/${screener.id}/moves/disable`);
    expect(await list('status=disabled')).toMatchObject({ items: [{ id: screener.id }], counts: { disabled: 1 } });
    expect((await list('limit=1')).next).toBeDefined();
    expect((await administrator.client.get(`/api/admin/accounts/${screener.id}`)).body).toMatchObject({ id: screener.id, status: 'disabled' });
    expect((await (await app.person({ roles: [{ role: 'administrator', node: 'js.nj.' }] })).client.get(`/api/admin/accounts/${screener.id}`)).status).toBe(404);
  });

  it('tells of people without a role at a place only to whoever knows the whole address', async () => {
    const applicant = await app.person({ name: '申请人甲' });
    const found = async (words: string) => (await administrator.client.get(`/api/admin/accounts?words=${encodeURIComponent(words)}`)).body.items;
    expect(await found('申请人甲')).toEqual([]);
    expect(await found(applicant.email.toUpperCase())).toMatchObject([{ id: applicant.id }]);
  });
});
