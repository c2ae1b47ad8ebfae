import { bootApp, type Person, type TestApp } from '../../support/app.js';

const PASSWORD = 'boats under the bridge';

describe('joining', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await bootApp();
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const post = (path: string, body: object) => app.http.anonymous.post(`/api/${path}`, body);
  const register = (email: string, changes: object = {}) => post('accounts', { email, name: '陈晓', password: PASSWORD, ...changes });
  const signIn = (email: string, password = PASSWORD) => post('session', { email, password });
  const confirm = (token: string) => post('accounts/confirmation', { token });
  const lettersTo = async (email: string): Promise<{ subject: string }[]> => {
    await app.drain();
    return (await app.db.query('select subject from kept_mail where recipient = $1 order by kept_at', [email])).rows;
  };

  describe('by registering', () => {
    it('lets nobody in before the address is confirmed, and the link serves once', async () => {
      expect(await register('Chen@Example.org ')).toMatchObject({ status: 400 });
      expect(await register('Chen@Example.org')).toMatchObject({ status: 202, body: { accepted: true } });
      expect(await signIn('chen@example.org')).toMatchObject({ status: 403, body: { code: 'sign_in_refused' } });
      const token = await app.people.tokenFor('chen@example.org');
      expect((await confirm(token)).status).toBe(204);
      expect(await confirm(token)).toMatchObject({ status: 400, body: { code: 'link_refused' } });
      expect(await signIn('chen@example.org')).toMatchObject({ status: 201, body: { account: { name: '陈晓', roles: [] }, secondFactor: 'not_needed' } });
    });

    it('refuses a link that is older than half an hour, and a new one kills the old', async () => {
      await register('li@example.org');
      const stale = await app.people.tokenFor('li@example.org');
      app.wall.advance(30 * 60_000);
      expect((await confirm(stale)).body.code).toBe('link_refused');
      await register('li@example.org');
      const replaced = await app.people.tokenFor('li@example.org');
      await register('li@example.org');
      expect((await confirm(replaced)).body.code).toBe('link_refused');
      expect((await confirm(await app.people.tokenFor('li@example.org'))).status).toBe(204);
    });

    it('tells only the owner of an address that it is taken, and changes nothing of the account', async () => {
      await register('wu@example.org');
      await confirm(await app.people.tokenFor('wu@example.org'));
      const again = await register('WU@example.org', { name: '别人', password: 'another password of mine' });
      const fresh = await register('nobody-yet@example.org');
      expect([again.status, again.body]).toEqual([fresh.status, fresh.body]);
      expect((await lettersTo('wu@example.org')).map(({ subject }) => subject)).toEqual(['请确认您的邮箱', '您已有账号']);
      expect((await signIn('wu@example.org')).body.account.name).toBe('陈晓');
      expect((await signIn('wu@example.org', 'another password of mine')).body.code).toBe('sign_in_refused');
    });

    it('names what is wrong with a password, and sends no letter', async () => {
      for (const password of ['short', 'password123456', '1111111111111', '我叫陈晓今年三十岁']) {
        expect(await register('zhou@example.org', { password })).toMatchObject({ status: 400, body: { code: 'password_weak', problems: [{ path: 'password' }] } });
      }
      expect(await lettersTo('zhou@example.org')).toEqual([]);
    });

    it('sends at most five letters in a quarter of an hour to one address', async () => {
      for (let sent = 0; sent < 5; sent += 1) expect((await register('flooded@example.org')).status).toBe(202);
      expect(await register('flooded@example.org')).toMatchObject({ status: 429, body: { code: 'too_many_attempts' } });
      expect((await register('not-flooded@example.org')).status).toBe(202);
      app.wall.advance(15 * 60_000);
      expect((await register('flooded@example.org')).status).toBe(202);
    });
  });

  describe('by invitation', () => {
    let administrator: Person;
    beforeAll(async () => {
      administrator = await app.person({ roles: [{ role: 'administrator', node: 'js.yz.' }] });
    });
    const invite = async (email: string, role = 'officer', node = 'js.yz.') =>
      administrator.client.post('/api/admin/accounts', { email, name: '新同事', roles: [{ role, nodeId: await app.node(node) }] });
    const accept = (token: string, password: string) => post('invitations/acceptance', { token, password });

    it('gives a password and the roles at once, through a link that serves once', async () => {
      const { status, body } = await invite('new@example.org');
      expect(status).toBe(201);
      expect((await signIn('new@example.org')).body.code).toBe('sign_in_refused');
      const token = await app.people.tokenFor('new@example.org');
      expect((await accept(token, 'elevenchars')).body).toMatchObject({ code: 'password_weak', detail: '密码须为 12–128 个字符' });
      expect((await accept(token, PASSWORD)).status).toBe(204);
      expect((await accept(token, 'somebody else took it')).body.code).toBe('link_refused');
      expect((await signIn('new@example.org')).body).toMatchObject({ account: { id: body.id, roles: [{ role: 'officer', nodePath: 'js.yz.' }] }, secondFactor: 'to_be_enrolled' });
    });

    it('can be repeated until it is accepted; the earlier link is dead', async () => {
      const { body } = await invite('slow@example.org');
      const first = await app.people.tokenFor('slow@example.org');
      app.wall.advance(31 * 60_000);
      await app.people.giveFactor(administrator).catch(() => app.people.signIn(administrator));
      expect((await administrator.client.post(`/api/admin/accounts/${body.id}/invitation`)).status).toBe(204);
      expect((await accept(first, PASSWORD)).body.code).toBe('link_refused');
      expect((await accept(await app.people.tokenFor('slow@example.org'), PASSWORD)).status).toBe(204);
      expect((await administrator.client.post(`/api/admin/accounts/${body.id}/invitation`)).body.code).toBe('wrong_state');
    });

    it('takes back an address that somebody registered and never confirmed', async () => {
      await register('claimed@example.org', { name: '冒名' });
      const theirs = await app.people.tokenFor('claimed@example.org');
      expect((await invite('claimed@example.org')).status).toBe(201);
      expect((await confirm(theirs)).body.code).toBe('wrong_state');
      await accept(await app.people.tokenFor('claimed@example.org'), 'the password of the invited');
      expect((await signIn('claimed@example.org')).body.code).toBe('sign_in_refused');
      expect((await signIn('claimed@example.org', 'the password of the invited')).body.account.name).toBe('新同事');
    });

    it('is refused for an account that exists, for a place outside the reach, and for roles that do not go together', async () => {
      expect((await invite('new@example.org')).body.code).toBe('email_taken');
      expect((await invite('far@example.org', 'officer', 'js.nj.')).status).toBe(404);
      const nodeId = await app.node('js.yz.');
      const both = await administrator.client.post('/api/admin/accounts', { email: 'both@example.org', name: '兼职', roles: [{ role: 'administrator', nodeId }, { role: 'finance_maker', nodeId }] });
      expect(both.body.code).toBe('roles_conflict');
      expect((await app.db.query(`select 1 from account where email in ('far@example.org', 'both@example.org')`)).rows).toEqual([]);
    });
  });
});
