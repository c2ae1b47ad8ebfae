import { createHash } from 'node:crypto';
import JSZip from 'jszip';
import { anOpenCall, PDF, submitted, type OpenCall } from '../../support/a-call.js';
import { found } from '../../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

describe('a copy of an application', () => {
  let app: TestApp;
  let call: OpenCall;
  let founder: Person;
  let application: { id: string; number: string; hash: string };

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app);
    founder = await app.person();
    application = await submitted(founder, call, await found(app, founder), { name: '木兰妈妈课堂：第二期/试点' });
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const copy = (who: Person, format: string, more = '') => who.client.get(`/api/applications/${application.id}/copy?format=${format}${more}`);

  it('is a PDF for its applicant, named in Chinese, as long as it says', async () => {
    const { status, headers, raw } = await copy(founder, 'pdf');
    expect(status).toBe(200);
    expect(raw.subarray(0, 5).toString()).toBe('%PDF-');
    expect(headers).toMatchObject({ 'content-type': 'application/pdf', 'content-length': String(raw.length) });
    expect(decodeURIComponent(String(headers['content-disposition']))).toContain(`${application.number}-木兰妈妈课堂：第二期_试点.pdf`);
  });

  it('is an archive with every file of hers, a list for people and sums that agree with every byte', async () => {
    const { headers, raw } = await copy(founder, 'zip');
    expect(headers['content-length']).toBe(String(raw.length));
    const archive = await JSZip.loadAsync(raw, { checkCRC32: true });
    const read = (name: string) => archive.file(name)!.async('nodebuffer');
    const names = Object.keys(archive.files).filter((name) => !archive.files[name]!.dir);
    expect(names.filter((name) => name.startsWith('附件/')).length).toBeGreaterThan(0);
    const sums = (await read('SHA256SUMS')).toString().trim().split('\n').map((line) => line.split('  ') as [string, string]);
    expect(sums.map(([, name]) => name).sort()).toEqual(names.filter((name) => name !== 'SHA256SUMS').sort());
    for (const [sum, name] of sums) expect(sha256(await read(name))).toBe(sum);
    const list = (await read('清单.txt')).toString();
    expect(list).toContain(application.hash);
    expect(list).toContain(sha256(PDF));
  });

  it('leaves out, for an officer, files that nobody has scanned or let through, and says which', async () => {
    const before = await JSZip.loadAsync((await copy(call.officer, 'zip')).raw);
    expect(Object.keys(before.files).filter((name) => name.startsWith('附件/') && !name.endsWith('/'))).toEqual([]);
    expect((await before.file('清单.txt')!.async('nodebuffer')).toString()).toContain('未包含的附件');
    const { files } = (await call.officer.client.get(`/api/applications/${application.id}`)).body as { files: { id: string }[] };
    await call.officer.client.post('/api/documents/releases', { ids: [...new Set(files.map(({ id }) => id))], reason: '已在隔离电脑上检查' });
    const after = await JSZip.loadAsync((await copy(call.officer, 'zip')).raw);
    expect(Object.keys(after.files).filter((name) => name.startsWith('附件/') && !name.endsWith('/'))).toHaveLength(files.length);
  });

  it('is nobody else’s, and taking one is written down', async () => {
    const [stranger, elsewhere] = [await app.person({ roles: [{ role: 'applicant', subjectId: crypto.randomUUID() }] }), await app.person({ roles: [{ role: 'officer', node: 'js.nj.' }] })];
    for (const who of [stranger, elsewhere]) expect((await copy(who, 'zip')).status).toBe(404);
    expect((await copy(founder, 'pdf', '&ordinal=7')).status).toBe(404);
    expect((await copy(founder, 'exe')).status).toBe(400);
    const { rows } = await app.db.query(`select distinct actor_id from audit_leaf where action = 'application.copied' and subject_id = $1`, [application.id]);
    expect(rows.map(({ actor_id }) => actor_id).sort()).toEqual([founder.id, call.officer.id].sort());
  });

  it('of what was submitted goes out with the letter that confirms it: number, time, hash and every answer', async () => {
    await app.drain();
    const { rows } = await app.db.query(`select content from kept_mail where subject like '已收到申报%'`);
    const letter = rows[0]!.content as string;
    for (const part of [application.number, application.hash, '木兰妈妈课堂：第二期/试点', sha256(PDF), '/verify?hash=', '【']) expect(letter).toContain(part);
  });
});
