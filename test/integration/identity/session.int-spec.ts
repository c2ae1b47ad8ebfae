import { bootApp, type TestApp } from '../../support/app.js';

describe('signing in', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await bootApp();
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

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
});
