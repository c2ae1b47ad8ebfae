import { bootApp, type Person, type TestApp } from '../../support/app.js';

describe('authority', () => {
  let app: TestApp;
  let administrator: Person;
  beforeAll(async () => {
    app = await bootApp();
    administrator = await app.person({ roles: [{ role: 'administrator', node: 'js.yz.' }] });
    for (const path of ['js.yz.gl.', 'js.yz.hj.', 'js.nj.']) await app.node(path);
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const admin = (path: string, body?: unknown) => administrator.client.post(`/api/admin/accounts/${path}`, body);
  const grant = async (person: Person, role: string, node: string) => admin(`${person.id}/roles`, { role, nodeId: await app.node(node) });
  let codes = 0;
  const programmeAt = async ({ client }: Person, node: string) => client.post('/api/programmes', { nodeId: await app.node(node), code: `R${(codes += 1)}`, title: { zh: '公益创投', en: 'Venture philanthropy' } });

  it('covers the node and what is below it, not what is above or beside it', async () => {
    const city = await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }] });
    const district = await app.person({ roles: [{ role: 'officer', node: 'js.yz.gl.' }] });
    expect((await programmeAt(city, 'js.yz.')).status).toBe(201);
    expect((await programmeAt(city, 'js.yz.gl.')).status).toBe(201);
    expect((await programmeAt(city, 'js.nj.')).status).toBe(404);
    expect((await programmeAt(district, 'js.yz.gl.')).status).toBe(201);
    expect((await programmeAt(district, 'js.yz.')).status).toBe(404);
    expect((await programmeAt(district, 'js.yz.hj.')).status).toBe(404);
    const paths = async ({ client }: Person) => (await client.get('/api/organisers')).body.map(({ path }: { path: string }) => path);
    expect(await paths(city)).toEqual(expect.arrayContaining(['js.yz.', 'js.yz.gl.', 'js.yz.hj.']));
    expect(await paths(district)).toContain('js.yz.gl.');
    expect(await paths(district)).not.toContain('js.yz.hj.');
  });

  it('begins with a new sign-in after a role was granted, and ends at once when it is revoked', async () => {
    const officer = await app.person({ roles: [{ role: 'screener', node: 'js.yz.' }] });
    expect((await programmeAt(officer, 'js.yz.')).status).toBe(403);
    expect((await grant(officer, 'officer', 'js.yz.gl.')).status).toBe(204);
    expect((await officer.client.get('/api/session')).status).toBe(401);
    await app.people.signIn(officer);
    expect((await programmeAt(officer, 'js.yz.gl.')).status).toBe(201);
    const { roles } = (await officer.client.get('/api/session')).body.account;
    const { id } = roles.find(({ role }: { role: string }) => role === 'officer');
    expect((await administrator.client.delete(`/api/admin/accounts/${officer.id}/roles/${id}`)).status).toBe(204);
    expect((await officer.client.get('/api/session')).status).toBe(401);
    await app.people.signIn(officer);
    expect((await programmeAt(officer, 'js.yz.gl.')).status).toBe(403);
    expect((await administrator.client.delete(`/api/admin/accounts/${officer.id}/roles/${id}`)).body.code).toBe('role_absent');
  });

  it('helps an applicant who is named by her whole address, and nobody of another place', async () => {
    const applicant = await app.person({ email: 'lost.phone@example.org' });
    await app.people.enrol(applicant);
    const search = async (words: string) => (await administrator.client.get(`/api/admin/accounts?words=${encodeURIComponent(words)}`)).body.items as { id: string }[];
    expect(await search('lost.phone')).toEqual([]);
    expect(await search('lost.phone@example.org')).toMatchObject([{ id: applicant.id, secondFactorEnabled: true }]);
    expect((await administrator.client.get(`/api/admin/accounts/${applicant.id}`)).body).toMatchObject({ name: applicant.name, roles: [] });
    await app.people.giveFactor(administrator);
    expect((await admin(`${applicant.id}/second-factor-reset`)).status).toBeLessThan(300);
    expect(await search('lost.phone@example.org')).toMatchObject([{ secondFactorEnabled: false }]);
    const elsewhere = await app.person({ roles: [{ role: 'officer', node: 'js.nj.' }] });
    expect((await administrator.client.get(`/api/admin/accounts/${elsewhere.id}`)).body.code).toBe('account_absent');
  });

  it('is given within the administrator’s reach alone, and never so that one person holds what must be apart', async () => {
    const person = await app.person({ roles: [{ role: 'finance_maker', node: 'js.yz.' }] });
    expect((await grant(person, 'officer', 'js.nj.')).body.code).toBe('node_absent');
    expect((await grant(person, 'officer', 'js.')).body.code).toBe('node_absent');
    expect((await grant(person, 'administrator', 'js.yz.')).body.code).toBe('roles_conflict');
    expect((await grant(person, 'auditor', 'js.yz.')).body.code).toBe('roles_conflict');
    expect((await admin(`${person.id}/roles`, { role: 'applicant', nodeId: await app.node('js.yz.') })).body.code).toBe('input_invalid');
    const elsewhere = await app.person({ roles: [{ role: 'officer', node: 'js.nj.' }] });
    expect((await grant(elsewhere, 'officer', 'js.yz.')).body.code).toBe('account_absent');
    expect((await admin(`${elsewhere.id}/moves/disable`)).body.code).toBe('account_absent');
    const officer = await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }] });
    expect((await officer.client.post(`/api/admin/accounts/${person.id}/moves/disable`)).status).toBe(403);
    const { items } = (await administrator.client.get('/api/admin/accounts')).body as { items: { id: string }[] };
    expect(items.map(({ id }) => id)).toContain(person.id);
    expect(items.map(({ id }) => id)).not.toContain(elsewhere.id);
  });

  it('is gone with the account: a disabled one loses its sessions at once and gets them back only by signing in', async () => {
    const officer = await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }] });
    expect((await admin(`${administrator.id}/moves/disable`)).body.code).toBe('not_oneself');
    expect((await admin(`${officer.id}/moves/disable`)).status).toBe(204);
    expect((await officer.client.get('/api/session')).status).toBe(401);
    expect((await programmeAt(officer, 'js.yz.')).status).toBe(401);
    expect((await app.http.anonymous.post('/api/session', { email: officer.email, password: officer.password })).body.code).toBe('sign_in_refused');
    await app.http.anonymous.post('/api/password-resets', { email: officer.email });
    const { rows } = await app.db.query(`select 1 from mailed_link where account_id = $1 and purpose = 'password_reset'`, [officer.id]);
    expect(rows).toEqual([]);
    expect((await admin(`${officer.id}/moves/disable`)).body.code).toBe('wrong_state');
    expect((await admin(`${officer.id}/moves/enable`)).status).toBe(204);
    expect((await officer.client.get('/api/session')).status).toBe(401);
    await app.people.signIn(officer);
    expect((await programmeAt(officer, 'js.yz.')).status).toBe(201);
  });

  it('leaves a leaf in the trail for every act', async () => {
    const person = await app.person({ roles: [{ role: 'screener', node: 'js.yz.' }] });
    await grant(person, 'officer', 'js.yz.');
    await admin(`${person.id}/moves/disable`);
    const { rows } = await app.db.query(`select action from audit_leaf where subject_kind = 'account' and subject_id = $1 order by seq`, [person.id]);
    expect(rows.map(({ action }) => action)).toEqual(expect.arrayContaining(['account.invited', 'role.granted', 'account.accepted', 'session.started', 'second_factor.enrolled', 'account.disabled']));
  });
});
