import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { zip, type Part } from '../../support/archive.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const word = (...more: Part[]): Buffer => zip([{ name: '[Content_Types].xml' }, { name: 'word/document.xml' }, ...more]);

describe('files that attack', () => {
  let app: TestApp;
  let attacker: Person;

  beforeAll(async () => {
    app = await bootApp();
    attacker = await app.person();
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const upload = (content: Buffer | string, name = 'a.pdf') => attacker.client.upload('/api/documents', { name, content: Buffer.from(content) });

  it.each([
    ['a declared ten gigabytes', word(...Array.from({ length: 5 }, (_, at) => ({ name: `word/${at}`, declared: 4_000_000_000 })))],
    ['one entry that bursts', word({ name: 'word/media/a.bin', content: Buffer.alloc(50_000_000) })],
    ['archives in archives', zip([{ name: 'inner.zip', content: zip([{ name: 'inner.zip', content: zip([{ name: 'a' }]) }]) }])],
    ['an entry that climbs', word({ name: '../../etc/cron.d/x' })],
  ])('%s are refused within five seconds and 200 MB, and nothing of them stays', async (_, content) => {
    const [memory, begun] = [process.memoryUsage().rss, performance.now()];
    const { status } = await upload(content, 'plan.docx');
    expect(status).toBe(400);
    expect(performance.now() - begun).toBeLessThan(5000);
    expect(process.memoryUsage().rss - memory).toBeLessThan(200_000_000);
    expect(readdirSync(join(app.dataDir, 'spool'))).toEqual([]);
  });

  it.each([
    ['../../../etc/passwd', 'passwd.pdf'],
    ['..\\..\\windows\\win.ini', 'win.pdf'],
    ['/etc/cron.d/run', 'run.pdf'],
    [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(80)}.pdf`],
    ['\u202Efdp.exe', 'fdp.pdf'],
  ])('the name %j becomes a harmless one to show, and never a place to store', async (given, shown) => {
    const { body } = await upload(PDF, given);
    expect(body.name).toBe(shown);
    const { headers } = await attacker.client.get(`/api/documents/${body.id}/content`);
    expect(headers['content-disposition']).toMatch(/^attachment; filename="file\.pdf"; filename\*=UTF-8''[\w.%-]+$/);
  });

  it.each([
    ['a page of HTML', '<!DOCTYPE html><script>alert(1)</script>'],
    ['SVG with a script', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['HTML before the mark of a PDF', '<html><script>alert(1)</script></html>%PDF-1.7'],
    ['a picture of 64,000 × 64,000', Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), Buffer.from('IHDR\0\0\xfa\0\0\0\xfa\0\x08\x02\0\0\0', 'latin1'), Buffer.alloc(60)])],
  ])('%s named as a PDF is refused by its content', async (_, content) => {
    expect((await upload(content)).status).toBe(400);
  });

  it('a file that is PDF and page at once is only ever an attachment that may run nothing', async () => {
    const { body } = await upload(Buffer.concat([PDF, Buffer.from('<script>alert(1)</script>')]));
    const { headers } = await attacker.client.get(`/api/documents/${body.id}/content`);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf', 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin', 'cache-control': 'no-store',
    });
    expect(headers['content-disposition']).toMatch(/^attachment;/);
  });

  it('an address of a file opens nothing by itself: not to a stranger, not to nobody, and not to its owner who has signed out', async () => {
    const { body } = await upload(PDF);
    const address = `/api/documents/${body.id}/content`;
    expect((await attacker.client.get(address)).status).toBe(200);
    const stranger = await app.person();
    for (const client of [stranger.client, app.http.anonymous]) expect((await client.get(address)).status).toBe(404);
    for (let guess = 0; guess < 5; guess += 1) expect((await stranger.client.get(`/api/documents/${crypto.randomUUID()}/content`)).status).toBe(404);
    const cookies = new Map(attacker.client.cookies);
    await attacker.client.delete('/api/session');
    cookies.forEach((value, name) => attacker.client.cookies.set(name, value));
    expect((await attacker.client.get(address)).status).toBe(404);
  });
});
