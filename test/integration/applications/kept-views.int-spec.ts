import { bootApp, type Person, type TestApp } from '../../support/app.js';

describe('named views of the table of applications', () => {
  let app: TestApp;
  let keeper: Person;
  let colleague: Person;
  let elsewhere: Person;

  beforeAll(async () => {
    app = await bootApp();
    keeper = await app.person({ name: '周审查', roles: [{ role: 'screener', node: 'js.yz.' }] });
    colleague = await app.person({ name: '吴官员', roles: [{ role: 'officer', node: 'js.yz.' }] });
    elsewhere = await app.person({ roles: [{ role: 'officer', node: 'js.nj.' }] });
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const views = async ({ client }: Person) => (await client.get('/api/application-views')).body;
  const keep = ({ client }: Person, given: object) => client.post('/api/application-views', { columns: [], shared: false, filter: { q: '申请>=30000', status: 'submitted' }, ...given });

  it('are their keeper’s own, with filter and columns, until she shares them with her place', async () => {
    expect(await keep(keeper, { name: '大额', columns: ['number', 'projectName', 'requestedFen'] })).toMatchObject({
      status: 201, body: [{ name: '大额', filter: { q: '申请>=30000', status: 'submitted' }, columns: ['number', 'projectName', 'requestedFen'], shared: false, keeper: null }],
    });
    expect(await views(colleague)).toEqual([]);
    await keep(keeper, { name: '大额', shared: true });
    expect(await views(keeper)).toMatchObject([{ name: '大额', columns: [], shared: true, keeper: null }]);
    expect(await views(colleague)).toMatchObject([{ name: '大额', shared: true, keeper: '周审查' }]);
    expect(await views(elsewhere)).toEqual([]);
  });

  it('are removed by their keeper alone', async () => {
    const [{ id }] = await views(keeper);
    expect(await colleague.client.delete(`/api/application-views/${id}`)).toMatchObject({ status: 404, body: { code: 'view_absent' } });
    expect(await keeper.client.delete(`/api/application-views/${id}`)).toMatchObject({ status: 200, body: [] });
    expect(await keeper.client.delete(`/api/application-views/${id}`)).toMatchObject({ status: 404 });
  });

  it('are refused when they narrow nothing, when their filter cannot be read, and when there are too many', async () => {
    expect(await keep(keeper, { name: '空', filter: {} })).toMatchObject({ status: 400, body: { code: 'view_empty' } });
    expect(await keep(keeper, { name: '错', filter: { q: '口味:3' } })).toMatchObject({ status: 400, body: { code: 'filter_field_unknown' } });
    expect(await keep(keeper, { name: '错', filter: { password: 'x' } })).toMatchObject({ status: 400 });
    for (let made = 0; made < 30; made += 1) expect((await keep(keeper, { name: `第${made}个` })).status).toBe(201);
    expect(await keep(keeper, { name: '多一个' })).toMatchObject({ status: 409, body: { code: 'too_many_views' } });
    expect((await keep(keeper, { name: '第3个', filter: { sort: '-requestedFen' } })).status).toBe(201);
    const applicant = await app.person();
    expect((await applicant.client.get('/api/application-views')).status).toBe(403);
  });
});
