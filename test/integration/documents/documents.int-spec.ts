import { DocumentsFacade } from '#modules/documents';
import { IdentityFacade } from '#modules/identity';
import { found } from '../../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

describe('documents', () => {
  let app: TestApp;
  let founder: Person;
  let organisationId: string;

  beforeAll(async () => {
    app = await bootApp();
    founder = await app.person();
    organisationId = await found(app, founder);
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const upload = async (person: Person, name = '登记证书.pdf') => (await person.client.upload('/api/documents', { name, content: PDF })).body.id as string;
  const attach = async (ids: string[], owner: { kind: string; id: string }, person: Person) =>
    app.nest.get(DocumentsFacade, { strict: false }).attach(ids, owner, { audience: 'organisation', nodePath: 'js.yz.', organisationId }, await app.nest.get(IdentityFacade).actorOf(person.id));

  it('keeps what was handed in and gives back the same bytes as an attachment', async () => {
    const made = await founder.client.upload('/api/documents', { name: '../登记:证书.exe', content: PDF });
    expect(made).toMatchObject({ status: 201, body: { name: '登记_证书.pdf', mediaType: 'application/pdf', bytes: PDF.length } });
    const got = await founder.client.get(`/api/documents/${made.body.id}/content`);
    expect(got.raw.equals(PDF)).toBe(true);
    expect(got.headers['content-disposition']).toContain('attachment');
  });

  it('refuses what its content gives away, and a request without a file', async () => {
    expect(await founder.client.upload('/api/documents', { name: 'a.pdf', content: Buffer.from('MZ\x90\0 not a document') })).toMatchObject({ status: 400, body: { code: 'file.kind-not-accepted' } });
    expect(await founder.client.upload('/api/documents', { name: 'a.pdf', content: Buffer.alloc(0) })).toMatchObject({ status: 400, body: { code: 'file.empty' } });
    expect(await founder.client.post('/api/documents', {})).toMatchObject({ status: 400, body: { code: 'file.missing' } });
    expect((await app.http.anonymous.upload('/api/documents', { name: 'a.pdf', content: PDF })).status).toBe(401);
  });

  it('shows an upload to its uploader alone until it is attached, then to the organisation and the staff of the place', async () => {
    const officer = await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }] });
    const elsewhere = await app.person({ roles: [{ role: 'officer', node: 'js.nj.' }] });
    const member = await app.person({ roles: [{ role: 'applicant', subjectId: organisationId }] });
    const id = await upload(founder);
    const statuses = async () => Promise.all([founder, officer, elsewhere, member].map(async ({ client }) => (await client.get(`/api/documents/${id}/content`)).status));
    expect(await statuses()).toEqual([200, 404, 404, 404]);
    await attach([id], { kind: 'application', id: 'one' }, founder);
    await officer.client.post('/api/documents/releases', { ids: [id], reason: '已当面核对原件' });
    expect(await statuses()).toEqual([200, 200, 404, 200]);
    expect((await app.http.anonymous.get(`/api/documents/${id}/content`)).status).toBe(404);
  });

  it('attaches a file once, and only by whoever uploaded it', async () => {
    const stranger = await app.person();
    const id = await upload(founder);
    await expect(attach([id], { kind: 'application', id: 'one' }, stranger)).rejects.toMatchObject({ code: 'document_absent' });
    await attach([id], { kind: 'application', id: 'one' }, founder);
    await attach([id], { kind: 'application', id: 'one' }, founder);
    await expect(attach([id], { kind: 'application', id: 'two' }, founder)).rejects.toMatchObject({ code: 'document_taken' });
  });
});
