import { bootApp, Client, type Person, type TestApp } from '../../support/app.js';

describe('signing in', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await bootApp();
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const signIn = (client: Client, { email, password }: { email: string; password: string }) => client.post('/api/session', { email, password });
  const another = async (person: Person): Promise<Client> => {
    const client = app.http.anonymous;
    expect((await signIn(client, person)).status).toBe(201);
    return client;
  };
  const alive = async (client: Client): Promise<boolean> => (await client.get('/api/session')).status === 200;

  it('shows who is signed in, with the roles and a token for writes', async () => {
    const officer = await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }] });
    const { status, body } = await app.http.as(officer).get('/api/session');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      account: { id: officer.id, language: 'zh', roles: [{ role: 'officer', nodePath: 'js.yz.', nodeName: '扬州市妇联' }] },
      secondFactorEnabled: true,
      secondFactor: 'passed',
    });
    expect(body.csrfToken).toHaveLength(43);
  });

  it('says the same for a wrong password, an unknown address and a disabled account', async () => {
    const person = await app.person();
    const gone = await app.person();
    await app.db.query(`update account set status = 'disabled' where id = $1`, [gone.id]);
    await app.db.query('update account_session set ended_at = now() where account_id = $1', [gone.id]);
    const answers = await Promise.all([
      signIn(app.http.anonymous, { ...person, password: 'not the password' }), signIn(app.http.anonymous, { email: 'unknown@example.org', password: person.password }), signIn(app.http.anonymous, gone),
    ]);
    for (const { status, body } of answers) expect({ status, code: body.code, detail: body.detail }).toEqual({ status: 403, code: 'sign_in_refused', detail: '邮箱或密码不正确' });
  });

  it('stops guessing after eight attempts from one address, says how long, and leaves others alone', async () => {
    const person = await app.person();
    const guesser = app.http.anonymous;
    guesser.address = '203.0.113.9';
    for (let tried = 0; tried < 8; tried += 1) expect((await signIn(guesser, { ...person, password: `guess ${tried}` })).status).toBe(403);
    app.wall.advance(4 * 60_000);
    const stopped = await signIn(guesser, person);
    expect(stopped).toMatchObject({ status: 429, body: { code: 'too_many_attempts', detail: '次数过多，本次没有受理，请 11 分钟后再试' } });
    expect(stopped.headers['retry-after']).toBe('660');
    expect((await signIn(app.http.anonymous, person)).status).toBe(201);
    app.wall.advance(11 * 60_000);
    expect((await signIn(guesser, person)).status).toBe(201);
  });

  it('forgives the attempts before a success', async () => {
    const person = await app.person();
    for (let round = 0; round < 3; round += 1) {
      for (let tried = 0; tried < 6; tried += 1) await signIn(app.http.anonymous, { ...person, password: 'mistyped again' });
      expect((await signIn(app.http.anonymous, person)).status).toBe(201);
    }
  });

  it('stops a guesser with many addresses at sixty attempts for the account', async () => {
    const person = await app.person();
    const guesser = app.http.anonymous;
    for (let tried = 0; tried < 60; tried += 1) {
      guesser.address = `198.51.100.${tried}`;
      await signIn(guesser, { ...person, password: 'some other word' });
    }
    guesser.address = '198.51.100.200';
    expect((await signIn(guesser, person)).status).toBe(429);
  });

  it('lists every session of the person, ends one or all others, and nobody else’s', async () => {
    const person = await app.person();
    const telephone = await another(person);
    const library = await another(person);
    const { body } = await person.client.get('/api/sessions');
    expect(body).toHaveLength(3);
    expect(body.filter(({ current }: { current: boolean }) => current)).toHaveLength(1);
    const [theirs] = (await telephone.get('/api/sessions')).body.filter(({ current }: { current: boolean }) => current);
    const stranger = await app.person();
    expect(await stranger.client.delete(`/api/sessions/${theirs.id}`)).toMatchObject({ status: 404, body: { code: 'session_absent' } });
    expect((await person.client.delete(`/api/sessions/${theirs.id}`)).status).toBe(204);
    expect([await alive(telephone), await alive(library), await alive(person.client)]).toEqual([false, true, true]);
    expect((await person.client.delete('/api/sessions')).status).toBe(204);
    expect([await alive(library), await alive(person.client)]).toEqual([false, true]);
    expect((await person.client.delete('/api/session')).status).toBe(204);
    expect(await alive(person.client)).toBe(false);
  });

  it('ends by itself: staff after half an hour of rest, everybody after twelve hours', async () => {
    const officer = await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }] });
    const applicant = await app.person();
    app.wall.advance(29 * 60_000);
    expect(await alive(officer.client)).toBe(true);
    app.wall.advance(30 * 60_000);
    expect([await alive(officer.client), await alive(applicant.client)]).toEqual([false, true]);
    app.wall.advance(12 * 3_600_000);
    expect(await alive(applicant.client)).toBe(false);
  });

  it('changes the password for who knows the old one, and ends the other sessions', async () => {
    const person = await app.person();
    const telephone = await another(person);
    expect((await person.client.put('/api/session/password', { present: 'not it', password: 'a bridge of twenty four' })).body.code).toBe('sign_in_refused');
    expect((await person.client.put('/api/session/password', { present: person.password, password: 'short' })).body.code).toBe('password_weak');
    expect((await person.client.put('/api/session/password', { present: person.password, password: 'a bridge of twenty four' })).status).toBe(204);
    expect([await alive(telephone), await alive(person.client)]).toEqual([false, true]);
    expect((await signIn(app.http.anonymous, person)).status).toBe(403);
  });
});

describe('a forgotten password', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await bootApp();
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const post = (path: string, body: object) => app.http.anonymous.post(`/api/${path}`, body);

  it('is answered alike for everybody, and a letter goes to accounts alone', async () => {
    const person = await app.person();
    const [known, unknown] = [await post('password-resets', { email: person.email }), await post('password-resets', { email: 'nobody@example.org' })];
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
    await app.drain();
    const { rows } = await app.db.query(`select recipient from kept_mail where subject = '重设密码'`);
    expect(rows).toEqual([{ recipient: person.email }]);
  });

  it('is replaced through a link that serves once, and every session ends', async () => {
    const person = await app.person();
    await post('password-resets', { email: person.email });
    const token = await app.people.tokenFor(person.email);
    expect((await post('password-resets/completion', { token, password: 'short' })).body.code).toBe('password_weak');
    expect((await post('password-resets/completion', { token, password: 'lanterns on the water' })).status).toBe(204);
    expect((await post('password-resets/completion', { token, password: 'once more with feeling' })).body.code).toBe('link_refused');
    expect((await person.client.get('/api/session')).status).toBe(401);
    expect((await post('session', { email: person.email, password: person.password })).status).toBe(403);
    expect((await post('session', { email: person.email, password: 'lanterns on the water' })).status).toBe(201);
  });

  it('is not replaced by a link that is late, was replaced, or was made for something else', async () => {
    const person = await app.person();
    await post('password-resets', { email: person.email });
    const first = await app.people.tokenFor(person.email);
    await post('password-resets', { email: person.email });
    const second = await app.people.tokenFor(person.email);
    const use = async (path: string, token: string) => (await post(path, { token, password: 'lanterns on the water' })).body.code;
    expect(await use('password-resets/completion', first)).toBe('link_refused');
    expect(await use('invitations/acceptance', second)).toBe('link_refused');
    app.wall.advance(30 * 60_000);
    expect(await use('password-resets/completion', second)).toBe('link_refused');
  });

  it('does not take the second factor away', async () => {
    const officer = await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }] });
    await post('password-resets', { email: officer.email });
    await post('password-resets/completion', { token: await app.people.tokenFor(officer.email), password: 'lanterns on the water' });
    const client = app.http.anonymous;
    expect((await client.post('/api/session', { email: officer.email, password: 'lanterns on the water' })).body.secondFactor).toBe('asked');
    expect(await client.get('/api/programmes')).toMatchObject({ status: 403, body: { code: 'second_factor_needed' } });
  });
});
