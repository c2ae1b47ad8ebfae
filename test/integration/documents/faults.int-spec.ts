import { createHash } from 'node:crypto';
import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { FileStore, LocalDiskFiles } from '#libs/files';
import { found } from '../../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

const PDF = (words: string) => Buffer.from(`%PDF-1.7\n% ${words}\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n`);
const sha = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** A disk that is full when told so. */
class FailingDisk extends LocalDiskFiles {
  full = false;

  override async put(...given: Parameters<LocalDiskFiles['put']>) {
    if (this.full) throw new Error('ENOSPC');
    return super.put(...given);
  }
}

describe('a file on its way in, when something fails', () => {
  let app: TestApp;
  let founder: Person;
  let files: FailingDisk;

  beforeAll(async () => {
    app = await bootApp({ adjust: (builder) => builder.overrideProvider(FileStore).useFactory({ factory: () => (files = new FailingDisk(join(process.env['TMPDIR'] ?? '/tmp', `disk-${process.pid}-${Date.now()}`))) }) });
    founder = await app.person();
    await found(app, founder);
    await app.nest.listen(0, '127.0.0.1');
  });
  beforeEach(() => {
    files.full = false;
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const documents = async (bytes: Buffer): Promise<number> => (await app.db.query('select from document where sha256 = $1', [sha(bytes)])).rowCount ?? 0;
  const spooled = () => (existsSync(join(app.dataDir, 'spool')) ? readdirSync(join(app.dataDir, 'spool')) : []);
  const aDayLater = async () => {
    await app.db.query(`update document_intake set begun_at = begun_at - interval '1 day'`);
    app.clock.advance(86_400_000);
    await app.repeat('documents.sweep-files');
  };

  /** The request as a browser writes it, of which only a share leaves it before its connection is cut. */
  async function cutAt(share: number, content: Buffer): Promise<void> {
    const boundary = 'cut';
    const body = Buffer.concat([Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n`), content, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    const cookie = [...founder.client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const head = `POST /api/documents HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: ${cookie}\r\nX-CSRF-Token: ${founder.client.csrfToken}\r\nContent-Type: multipart/form-data; boundary=${boundary}\r\nContent-Length: ${body.length}\r\n\r\n`;
    const socket = connect((app.nest.getHttpServer().address() as AddressInfo).port, '127.0.0.1');
    socket.on('error', () => undefined);
    await new Promise<void>((resolve) => socket.write(Buffer.concat([Buffer.from(head), body.subarray(0, Math.floor(body.length * share))]), () => resolve()));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.end();
    socket.destroySoon();
    await closed;
  }

  it('keeps nothing of an upload that is cut at any tenth of it, and all of it when it comes again', async () => {
    const content = Buffer.concat([PDF('cut'), Buffer.alloc(400_000, 'x')]);
    for (let tenth = 0; tenth < 10; tenth += 1) await cutAt(tenth / 10, content);
    expect((await app.db.query('select from document where made_by = $1', [founder.id])).rowCount).toBe(0);
    const again = await founder.client.upload('/api/documents', { name: 'a.pdf', content });
    expect(again.status).toBe(201);
    expect(await documents(content)).toBe(1);
    expect((await founder.client.get(`/api/documents/${again.body.id}/content`)).raw.equals(content)).toBe(true);
  });

  it('records nothing when the disk is full, says so without a receipt, and takes the same file later', async () => {
    files.full = true;
    const content = PDF('disk');
    expect((await founder.client.upload('/api/documents', { name: 'a.pdf', content })).status).toBe(500);
    expect(await documents(content)).toBe(0);
    files.full = false;
    expect((await founder.client.upload('/api/documents', { name: 'a.pdf', content })).status).toBe(201);
  });

  it('removes bytes that were kept when the record failed, within a day, and never those that a record speaks of', async () => {
    const [lost, kept] = [PDF('lost'), PDF('kept')];
    await app.db.query(`create function refuse() returns trigger language plpgsql as $$ begin raise 'the disk of the database is full'; end $$;
      create trigger refuse before insert on document for each row execute function refuse()`);
    for (const content of [lost, kept]) expect((await founder.client.upload('/api/documents', { name: 'a.pdf', content })).status).toBe(500);
    await app.db.query('drop trigger refuse on document; drop function refuse');
    expect([await documents(lost), await files.has(sha(lost))]).toEqual([0, true]);
    await founder.client.upload('/api/documents', { name: 'a.pdf', content: kept });
    await app.repeat('documents.sweep-files');
    expect(await files.has(sha(lost))).toBe(true);
    await aDayLater();
    expect([await files.has(sha(lost)), await files.has(sha(kept))]).toEqual([false, true]);
    expect((await app.db.query('select from document_intake')).rowCount).toBe(0);
  });

  it('removes what a crash left half-written', async () => {
    await founder.client.upload('/api/documents', { name: 'a.pdf', content: PDF('spool') });
    const place = join(app.dataDir, 'spool', '00000000-0000-4000-8000-000000000000.part');
    writeFileSync(place, 'half');
    const yesterday = new Date(app.wall.now().getTime() - 86_400_000);
    utimesSync(place, yesterday, yesterday);
    app.clock.advance(3_600_000);
    await app.repeat('documents.sweep-files');
    expect(spooled()).toEqual([]);
  });

  describe('sent in parts', () => {
    const begin = async (content: Buffer, person = founder) => (await person.client.post('/api/uploads', { name: '长文件.pdf', bytes: content.length })).body.id as string;
    const part = (id: string, start: number, content: Buffer) => founder.client.send('PUT', `/api/uploads/${id}/parts/${start}`, content, { 'content-type': 'application/octet-stream' });

    it('goes on where the connection was lost, whatever was sent twice, and becomes one document', async () => {
      const content = Buffer.concat([PDF('parts'), Buffer.alloc(300_000, 'y')]);
      const id = await begin(content);
      for (const [from, to] of [[0, 100_000], [0, 100_000], [100_000, 200_000]] as const) expect((await part(id, from, content.subarray(from, to))).status).toBe(200);
      expect(await part(id, 250_000, content.subarray(250_000))).toMatchObject({ status: 409, body: { code: 'part_misplaced' } });
      expect(await founder.client.post(`/api/uploads/${id}/completion`)).toMatchObject({ status: 409, body: { code: 'upload_incomplete' } });
      const { received } = (await founder.client.get(`/api/uploads/${id}`)).body;
      await part(id, received, content.subarray(received));
      const [first, second] = [await founder.client.post(`/api/uploads/${id}/completion`), await founder.client.post(`/api/uploads/${id}/completion`)];
      expect(first).toMatchObject({ status: 200, body: { name: '长文件.pdf', bytes: content.length, sha256: sha(content) } });
      expect(second.body.id).toBe(first.body.id);
      expect(await documents(content)).toBe(1);
    });

    it('belongs to whoever began it, is bounded, and is refused by its content as any other', async () => {
      const stranger = await app.person();
      const content = Buffer.from('MZ not a document at all');
      const id = await begin(content);
      expect((await stranger.client.get(`/api/uploads/${id}`)).status).toBe(404);
      expect((await founder.client.post('/api/uploads', { name: 'a.pdf', bytes: 60 * 1024 * 1024 })).body.code).toBe('file.too-large');
      await part(id, 0, content);
      expect((await founder.client.post(`/api/uploads/${id}/completion`)).body.code).toBe('file.kind-not-accepted');
    });
  });
});

describe('how much an organisation may hand in', () => {
  let app: TestApp;
  afterAll(() => app?.close());

  it('is held, also against uploads at the same time', async () => {
    app = await bootApp({ config: { uploadQuotaBytes: 3 * PDF('quota-0').length } });
    const founder = await app.person();
    await found(app, founder);
    const answers = await Promise.all([0, 1, 2, 3, 4].map((at) => founder.client.upload('/api/documents', { name: 'a.pdf', content: PDF(`quota-${at}`) })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 409, 409]);
    expect(answers.find(({ status }) => status === 409)!.body.code).toBe('quota_used_up');
    const other = await app.person();
    expect((await other.client.upload('/api/documents', { name: 'a.pdf', content: PDF('quota-9') })).status).toBe(201);
  });
});
