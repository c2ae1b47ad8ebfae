import { bootApp, type Client, type Person, type TestApp } from '../../support/app.js';

describe('the second factor', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await bootApp();
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const signedIn = async (person: Person): Promise<Client> => {
    const client = app.http.anonymous;
    await client.post('/api/session', { email: person.email, password: person.password });
    return client;
  };
  const give = (client: Client, code: string) => client.post('/api/session/second-factor', { code });
  /** Sets an authenticator up by hand. Answers the recovery codes. */
  const enrol = async (person: Person): Promise<string[]> => {
    person.totpSecret = (await person.client.post('/api/second-factor')).body.secret;
    const { status, body } = await person.client.post('/api/second-factor/confirmation', { code: app.people.nextCode(person.totpSecret!) });
    expect(status).toBe(201);
    return body.recoveryCodes;
  };

  it('must be set up by staff before anything else is open to them', async () => {
    const administrator = await app.person({ roles: [{ role: 'administrator', node: 'js.yz.' }] });
    await administrator.client.post('/api/admin/accounts', { email: 'fresh@example.org', name: '新官员', roles: [{ role: 'officer', nodeId: await app.node('js.yz.') }] });
    await app.http.anonymous.post('/api/invitations/acceptance', { token: await app.people.tokenFor('fresh@example.org'), password: 'rain on the old canal' });
    const client = app.http.anonymous;
    expect((await client.post('/api/session', { email: 'fresh@example.org', password: 'rain on the old canal' })).body.secondFactor).toBe('to_be_enrolled');
    expect(await client.get('/api/programmes')).toMatchObject({ status: 403, body: { code: 'second_factor_enrolment_needed' } });
    const { body } = await client.post('/api/second-factor');
    expect(body.uri).toMatch(/^otpauth:\/\/totp\/.+secret=/);
    expect((await client.post('/api/second-factor/confirmation', { code: '000000' })).body.code).toBe('code_refused');
    const done = await client.post('/api/second-factor/confirmation', { code: app.people.nextCode(body.secret) });
    expect(done).toMatchObject({ status: 201, body: { secondFactor: 'passed', secondFactorEnabled: true } });
    expect(new Set(done.body.recoveryCodes).size).toBe(10);
    expect((await client.get('/api/programmes')).status).toBe(200);
  });

  it('ends the other sessions when it is set up, and cannot be set up twice', async () => {
    const person = await app.person();
    const telephone = await signedIn(person);
    await enrol(person);
    expect((await telephone.get('/api/session')).status).toBe(401);
    expect((await person.client.post('/api/second-factor')).body.code).toBe('second_factor_needed');
  });

  it('refuses a wrong code that comes with a key, and keeps no secret under one', async () => {
    const person = await app.person();
    const key = (name: string) => ({ 'idempotency-key': `${name}-${person.id}` });
    const begun = await person.client.post('/api/second-factor', undefined, key('begin'));
    const confirm = (code: string, name: string) => person.client.post('/api/second-factor/confirmation', { code }, key(name));
    expect(await confirm('000000', 'wrong')).toMatchObject({ status: 403, body: { code: 'code_refused' } });
    const done = await confirm(app.people.nextCode(begun.body.secret), 'right');
    expect(done).toMatchObject({ status: 201, body: { secondFactor: 'passed', csrfToken: expect.any(String) } });
    const client = await signedIn(person);
    const wrong = () => client.post('/api/session/second-factor', { code: '000000' }, key('again'));
    for (let tried = 0; tried < 2; tried += 1) expect(await wrong()).toMatchObject({ status: 403, body: { code: 'code_refused' } });
    await person.client.post('/api/second-factor/recovery-codes', undefined, key('codes'));
    const { rows } = await app.db.query('select route from idempotency_key where account_id = $1', [person.id]);
    expect(rows).toEqual([]);
  });

  it('takes a code once, and none from before it, in whichever session', async () => {
    const person = await app.person();
    await enrol(person);
    const earlier = app.people.nextCode(person.totpSecret!);
    const code = app.people.nextCode(person.totpSecret!);
    const [one, other] = [await signedIn(person), await signedIn(person)];
    expect((await give(one, code)).body.secondFactor).toBe('passed');
    expect((await give(one, code)).body.code).toBe('code_refused');
    expect((await give(other, code)).body.code).toBe('code_refused');
    expect((await give(other, earlier)).body.code).toBe('code_refused');
    expect((await give(other, app.people.nextCode(person.totpSecret!))).status).toBe(201);
    app.wall.advance(90_000);
    expect((await give(other, app.people.code(person.totpSecret!))).status).toBe(201);
  });

  it('lets one of two through that send the same code at once', async () => {
    const person = await app.person();
    await enrol(person);
    const [one, other] = [await signedIn(person), await signedIn(person)];
    const code = app.people.nextCode(person.totpSecret!);
    const answers = await Promise.all([give(one, code), give(other, code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 403]);
  });

  it('renews the secret of the session, so that a cookie seen before is dead', async () => {
    const person = await app.person();
    await enrol(person);
    const client = await signedIn(person);
    const before = new Map(client.cookies);
    await give(client, app.people.nextCode(person.totpSecret!));
    const thief = app.http.anonymous;
    for (const [name, value] of before) thief.cookies.set(name, value);
    expect((await thief.get('/api/session')).status).toBe(401);
  });

  it('is replaced by a recovery code, once, however it is typed', async () => {
    const person = await app.person();
    const [first, second] = await enrol(person);
    expect((await give(await signedIn(person), first!.toUpperCase().replaceAll('-', ' '))).body.secondFactor).toBe('passed');
    expect((await give(await signedIn(person), first!)).body.code).toBe('code_refused');
    const stranger = await app.person();
    await enrol(stranger);
    expect((await give(await signedIn(stranger), second!)).body.code).toBe('code_refused');
  });

  it('voids the old recovery codes when new ones are made, which needs a fresh factor', async () => {
    const person = await app.person();
    const [old] = await enrol(person);
    app.wall.advance(6 * 60_000);
    expect((await person.client.post('/api/second-factor/recovery-codes')).body.code).toBe('second_factor_needed');
    await app.people.giveFactor(person);
    const { body } = await person.client.post('/api/second-factor/recovery-codes');
    expect((await give(await signedIn(person), old!)).body.code).toBe('code_refused');
    expect((await give(await signedIn(person), body.recoveryCodes[0])).status).toBe(201);
  });

  it('stops guessing after eight codes, and says how long', async () => {
    const person = await app.person();
    await enrol(person);
    const client = await signedIn(person);
    for (let tried = 0; tried < 8; tried += 1) expect((await give(client, `00000${tried}`)).body.code).toBe('code_refused');
    expect(await give(client, app.people.nextCode(person.totpSecret!))).toMatchObject({ status: 429, body: { detail: '次数过多，本次没有受理，请 15 分钟后再试' } });
    app.wall.advance(15 * 60_000);
    expect((await give(client, app.people.code(person.totpSecret!))).status).toBe(201);
  });

  it('is cleared by an administrator with a fresh factor, for who has lost telephone and codes', async () => {
    const administrator = await app.person({ roles: [{ role: 'administrator', node: 'js.yz.' }] });
    const officer = await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }] });
    app.wall.advance(6 * 60_000);
    const reset = () => administrator.client.post(`/api/admin/accounts/${officer.id}/second-factor-reset`);
    expect((await reset()).body.code).toBe('second_factor_needed');
    await app.people.giveFactor(administrator);
    expect((await reset()).status).toBe(204);
    expect((await officer.client.get('/api/session')).status).toBe(401);
    expect((await (await signedIn(officer)).get('/api/session')).body.secondFactor).toBe('to_be_enrolled');
  });
});
