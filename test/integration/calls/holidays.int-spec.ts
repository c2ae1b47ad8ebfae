import { bootApp, type TestApp } from '../../support/app.js';

describe('the yearly holiday notices', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await bootApp();
  });
  afterAll(() => app?.close());

  it('are read by staff, newest first, and recorded by an administrator', async () => {
    const administrator = await app.person({ roles: [{ role: 'administrator', node: 'js.yz.' }] });
    const officer = await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }] });
    const { body: before } = await officer.client.get('/api/holiday-notices');
    expect(before[0].year).toBeGreaterThan(before.at(-1).year);
    expect(before[0]).toMatchObject({ documents: [{ number: expect.any(String) }], daysOff: expect.arrayContaining([expect.objectContaining({ name: { zh: expect.any(String), en: expect.any(String) } })]) });
    const year = before[0].year + 1;
    const notice = { year, documents: [{ number: `国办发明电〔${year - 1}〕1号`, issuedOn: `${year - 1}-11-04`, title: '部分节假日安排的通知' }], daysOff: [{ name: { zh: '元旦', en: 'New Year' }, first: `${year}-01-01`, last: `${year}-01-03` }], makeUpDays: [] };
    expect((await officer.client.post('/api/holiday-notices', notice)).status).toBe(403);
    expect((await administrator.client.post('/api/holiday-notices', notice)).status).toBe(201);
    expect((await officer.client.get('/api/holiday-notices')).body[0]).toMatchObject({ year, daysOff: [{ first: `${year}-01-01` }] });
  });
});
