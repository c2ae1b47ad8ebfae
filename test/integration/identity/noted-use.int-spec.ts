import { bootApp, type TestApp } from '../../support/app.js';

describe('when a session was last used', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await bootApp();
  });
  afterAll(() => app?.close());

  const lastSeen = async (accountId: string): Promise<number> =>
    (await app.db.query<{ at: Date }>('select max(last_seen_at) as at from account_session where account_id = $1', [accountId])).rows[0]!.at.getTime();

  it('counts for the next request at once, and is written down soon after', async () => {
    const person = await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }] });
    // Three times twenty minutes: a session of staff that is not used for thirty ends.
    for (let times = 0; times < 3; times += 1) {
      app.wall.advance(20 * 60_000);
      expect((await person.client.get('/api/session/account')).status).toBe(200);
    }
    const deadline = Date.now() + 10_000;
    while ((await lastSeen(person.id)) < app.wall.now().getTime() && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await lastSeen(person.id)).toBe(app.wall.now().getTime());
    app.wall.advance(31 * 60_000);
    expect((await person.client.get('/api/session/account')).status).toBe(401);
  });
});
