import { bootApp, type Person, type TestApp } from '../../support/app.js';

describe('the tree of organisers', () => {
  let app: TestApp;
  let administrator: Person;
  beforeAll(async () => {
    app = await bootApp();
    administrator = await app.person({ roles: [{ role: 'administrator', node: 'js.yz.' }] });
    await app.node('js.nj.');
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const open = async (parent: string, body: object) => administrator.client.post('/api/organisers', { parentId: await app.node(parent), ...body });
  const district = { kind: 'district', code: 'jd', name: '江都区妇联' };

  it('grows below what an administrator administers, of a lower kind and with a code of its own', async () => {
    expect(await open('js.yz.', district)).toMatchObject({ status: 201, body: { path: 'js.yz.jd.', name: '江都区妇联', kind: 'district' } });
    expect((await open('js.yz.', district)).body.code).toBe('node_taken');
    expect((await open('js.yz.', { ...district, code: 'xx', kind: 'city' })).body.code).toBe('node_not_below');
    expect((await open('js.yz.', { ...district, code: 'J D' })).status).toBe(400);
    expect((await open('js.nj.', district)).status).toBe(404);
    expect((await open('js.', { ...district, kind: 'city' })).status).toBe(404);
  });

  it('renames what is there, keeps its code, and leaves every act in the trail', async () => {
    const id = await app.node('js.yz.jd.');
    const renamed = await administrator.client.patch(`/api/organisers/${id}`, { name: '扬州市江都区妇女联合会' });
    expect(renamed).toMatchObject({ status: 200, body: { path: 'js.yz.jd.', name: '扬州市江都区妇女联合会' } });
    expect((await administrator.client.patch(`/api/organisers/${await app.node('js.nj.')}`, { name: '别处的单位' })).status).toBe(403);
    const officer = await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }] });
    expect((await officer.client.patch(`/api/organisers/${id}`, { name: '官员改名' })).status).toBe(403);
    const { rows } = await app.db.query(`select action from audit_leaf where subject_kind = 'organiser_node' and subject_id = $1 order by seq`, [id]);
    expect(rows.map(({ action }) => action)).toEqual(['node.opened', 'node.renamed']);
  });
});
