import { bootApp, type Person, type TestApp } from '../../support/app.js';

describe('a forged request', () => {
  let app: TestApp;
  let person: Person;
  beforeAll(async () => {
    app = await bootApp();
    person = await app.person();
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const choose = (headers: Record<string, string>, language = 'en') => person.client.patch('/api/session/language', { language }, headers);
  const language = async (): Promise<string> => (await person.client.get('/api/session')).body.account.language;

  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['another port', { origin: 'http://localhost:8081' }],
    ['an opaque origin', { origin: 'null' }],
    ['a neighbour of the site', { 'sec-fetch-site': 'same-site' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
  ])('from %s is refused before anything happens', async (_, headers) => {
    expect(await choose(headers as unknown as Record<string, string>)).toMatchObject({ status: 403, body: { code: 'foreign_origin' } });
    expect(await app.http.anonymous.post('/api/session', { email: person.email, password: person.password }, headers as unknown as Record<string, string>)).toMatchObject({ status: 403, body: { code: 'foreign_origin' } });
    expect(await language()).toBe('zh');
  });

  it.each([
    ['without the token', ''],
    ['with another token', 'a'.repeat(43)],
  ])('%s of the session is refused and says what to do', async (_, token) => {
    expect(await choose({ 'x-csrf-token': token })).toMatchObject({ status: 403, body: { code: 'csrf_refused', detail: '页面已过期，请刷新后重试' } });
    expect(await language()).toBe('zh');
  });

  it('with the token of another session is refused', async () => {
    const other = app.http.anonymous;
    await other.post('/api/session', { email: person.email, password: person.password });
    expect((await choose({ 'x-csrf-token': other.csrfToken! })).body.code).toBe('csrf_refused');
  });

  it('is refused on a route that is open to everybody too, when a session comes along', async () => {
    const { cookies } = person.client;
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    expect((await app.http.anonymous.post('/api/password-resets', { email: person.email }, { cookie })).body.code).toBe('csrf_refused');
  });

  it('is told from an honest one by the same origin and the token', async () => {
    const { status } = await choose({ origin: 'https://grants.example.org', 'sec-fetch-site': 'same-origin', host: 'grants.example.org' });
    expect(status).toBe(200);
    expect(await language()).toBe('en');
  });

  it('finds a cookie that scripts cannot read, other sites do not send, and no other host can set', async () => {
    const { headers } = await app.http.anonymous.post('/api/session', { email: person.email, password: person.password });
    expect(String(headers['set-cookie'])).toMatch(/^__Host-session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });

  it.each([
    ['x-user-id', (other: Person) => other.id],
    ['x-act-as', (other: Person) => other.email],
    ['x-impersonate', (other: Person) => other.id],
    ['x-forwarded-user', (other: Person) => other.email],
    ['authorization', (other: Person) => `Bearer ${other.id}`],
  ])('that names somebody else in %s is carried out for whoever is signed in, and on record as hers', async (header, name) => {
    const other = await app.person({ roles: [{ role: 'administrator', node: 'js.' }] });
    const claimed = { [header]: name(other) };
    expect((await person.client.get(`/api/session?actAs=${other.id}`, claimed)).body.account.id).toBe(person.id);
    expect((await person.client.get('/api/admin/accounts', claimed)).status).toBe(403);
    const before = (await other.client.get('/api/session')).body.account.language;
    expect((await choose(claimed, before === 'en' ? 'zh' : 'en')).status).toBe(200);
    expect((await other.client.get('/api/session')).body.account.language).toBe(before);
    expect(await app.http.anonymous.get('/api/session', claimed)).toMatchObject({ status: 401 });
    const { rows } = await app.db.query<{ actor_id: string }>('select distinct actor_id from audit_leaf where subject_id = $1 and action = $2', [person.id, 'account.language_chosen']);
    expect(rows).toEqual([{ actor_id: person.id }]);
  });
});
