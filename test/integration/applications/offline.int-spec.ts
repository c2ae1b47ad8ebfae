import { crc32, deflateRawSync } from 'node:zlib';
import { readXlsx, writeXlsx } from '#libs/spreadsheets';
import { readDocx, writeDocx } from '#libs/word';
import { anOpenCall, answersOf, type OpenCall } from '../../support/a-call.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

interface Entry {
  readonly name: string;
  readonly content: Buffer;
  /** What the directory says of its size, where that is not true. */
  readonly declared?: number;
}

/** An archive put together by hand, to say what no honest programme says. */
function archive(entries: readonly Entry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, declared } of entries) {
    const packed = deflateRawSync(content, { level: 9 });
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(declared ?? content.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    files.push(Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, place, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, listed, end]);
}

const TYPES = { name: '[Content_Types].xml', content: Buffer.from('<Types/>') };
const MEGABYTE = 1024 * 1024;
const sparse = (megabytes: number): Buffer => Buffer.concat([Buffer.from('<w:document><w:body><w:p><w:r><w:t>'), Buffer.alloc(megabytes * MEGABYTE, 0x20)]);

describe('the form to take away', () => {
  let app: TestApp;
  let call: OpenCall;
  let owner: Person;
  let id: string;
  let version: number;
  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app);
    owner = await app.person({ name: '离线' });
    const organisationId = await found(app, owner, { name: '离线的组织', creditCode: aCreditCode() });
    ({ id, version } = (await owner.client.post('/api/applications', { callId: call.id, organisationId })).body);
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const path = (rest: string) => `/api/applications/${id}/${rest}`;
  const upload = (name: string, content: Buffer, person = owner) => person.client.upload(path('offline-reading'), { name, content });
  const draft = async () => (await owner.client.get(`/api/applications/${id}`)).body;

  it('is there for everybody before registering, and with the draft’s answers for its writers', async () => {
    const blank = await app.http.anonymous.get(`/api/public/calls/${call.id}/offline-form`);
    expect(blank).toMatchObject({ status: 200, headers: { 'content-type': expect.stringContaining('wordprocessingml') } });
    const stranger = await app.person();
    await found(app, stranger, { name: '路过', creditCode: aCreditCode() });
    expect((await stranger.client.get(path('offline-form'))).status).toBe(404);
    expect((await owner.client.get(path('offline-budget'))).headers['content-type']).toContain('spreadsheetml');
  });

  it('comes back filled in, is shown item by item, and enters the draft when it is saved and not before', async () => {
    const rulebook = call.rulebook;
    const answers = await answersOf(owner, rulebook, { name: '离线写成的项目' });
    const withAnswers = await app.person({ name: '代笔' });
    const organisationId = await found(app, withAnswers, { name: '代笔的组织', creditCode: aCreditCode() });
    const other = (await withAnswers.client.post('/api/applications', { callId: call.id, organisationId })).body;
    const textual = structuredClone(answers);
    const files = rulebook.form.sections.flatMap(({ key, questions }) => questions.filter(({ kind }) => kind === 'file').map((question) => [key, question.key] as const));
    for (const [section, question] of files) delete textual[section]![question];
    await withAnswers.client.put(`/api/applications/${other.id}/answers`, { answers: textual, version: other.version });
    const document = (await withAnswers.client.get(`/api/applications/${other.id}/offline-form`)).raw;
    const read = await upload('我的申报书.docx', document);
    expect(read).toMatchObject({ status: 201, body: { fileName: '我的申报书.docx', version, strange: [], warning: null } });
    expect(read.body.fields).toEqual(expect.arrayContaining([expect.objectContaining({ section: 'scheme', question: 'project-name', state: 'changed' })]));
    expect(read.body.answers.scheme['project-name']).toBe('离线写成的项目');
    expect((await draft()).answers.scheme?.['project-name']).toBeUndefined();
    const budget = (await withAnswers.client.get(`/api/applications/${other.id}/offline-budget`)).raw;
    const grid = await upload('预算表.xlsx', budget);
    expect(grid.body.answers.money.budget).toEqual(textual['money']!['budget']);
    const before = (await draft()).answers as Record<string, object>;
    const merged = Object.fromEntries(rulebook.form.sections.map(({ key }) => [key, { ...before[key], ...read.body.answers[key], ...grid.body.answers[key] }]));
    expect((await owner.client.put(path('answers'), { answers: merged, version })).status).toBe(200);
    expect((await draft()).answers.scheme['project-name']).toBe('离线写成的项目');
    expect((await upload('再来一次.docx', document)).body.fields.every(({ state }: { state: string }) => state === 'same')).toBe(true);
  });

  it('refuses the form of another call, and lets only those who edit hand one in', async () => {
    const foreign = await writeDocx([{ kind: 'paragraph', text: '申报书 · [XX-2020-01]' }], '');
    expect(await upload('x.docx', foreign)).toMatchObject({ status: 409, body: { code: 'offline_other_call' } });
    const guest = await app.person({ name: '客人' });
    await found(app, guest, { name: '客人的组织', creditCode: aCreditCode() });
    await owner.client.post(path('writers'), { email: guest.email, part: 'comment' });
    expect(await upload('x.docx', foreign, guest)).toMatchObject({ status: 409, body: { code: 'beyond_part' } });
  });

  it.each([
    ['a document of 300 MB in 300 KB', () => archive([TYPES, { name: 'word/document.xml', content: sparse(300) }]), 'file.archive-bomb'],
    ['a workbook of many large parts', () => archive([TYPES, { name: 'xl/workbook.xml', content: Buffer.from('<workbook/>') }, ...Array.from({ length: 5 }, (_, at) => ({ name: `xl/worksheets/sheet${at}.xml`, content: Buffer.alloc(60 * MEGABYTE, 0x20) }))]), 'file.archive-bomb'],
    ['a directory that lies about a size', () => archive([TYPES, { name: 'word/document.xml', content: sparse(60), declared: 1000 }]), 'file.archive-broken'],
    ['ten gigabytes by its directory', () => archive([TYPES, ...Array.from({ length: 3 }, (_, at) => ({ name: at === 0 ? 'word/document.xml' : `word/media/${at}`, content: Buffer.from('x'), declared: 0xfffffff0 }))]), 'file.archive-bomb'],
    ['an entry that climbs out', () => archive([TYPES, { name: 'word/document.xml', content: Buffer.from('<w:document/>') }, { name: '../../etc/passwd', content: Buffer.from('x') }]), 'file.archive-broken'],
    ['an absolute entry', () => archive([TYPES, { name: '/word/document.xml', content: Buffer.from('x') }]), 'file.archive-broken'],
    ['an entry with NUL', () => archive([TYPES, { name: 'word/document.xml\0.txt', content: Buffer.from('x') }]), 'file.archive-broken'],
    ['an archive within an archive', () => archive([{ name: 'inner.zip', content: archive([TYPES, { name: 'word/document.xml', content: sparse(20) }]) }]), 'file.kind-not-accepted'],
    ['entities that grow', () => archive([TYPES, { name: 'word/document.xml', content: Buffer.from('<!DOCTYPE a [<!ENTITY b "bbbb">]><w:document>&b;</w:document>') }]), 'word.unreadable'],
    ['elements ten thousand deep', () => archive([TYPES, { name: 'word/document.xml', content: Buffer.from('<w:p>'.repeat(10_000)) }]), 'word.unreadable'],
    ['a picture that says it is a document', () => Buffer.from('GIF89a'), 'file.kind-not-accepted'],
  ])('refuses %s before it is unpacked, quickly and without the memory for it', async (_, make, code) => {
    const content = make();
    const [rss, began] = [process.memoryUsage().rss, performance.now()];
    expect(await upload('申报书.docx', content)).toMatchObject({ status: 400, body: { code } });
    expect(performance.now() - began).toBeLessThan(5000);
    expect(process.memoryUsage().rss - rss).toBeLessThan(200 * MEGABYTE);
  });

  it('keeps nothing of the name that came with the file but its text', async () => {
    const empty = await writeXlsx([{ name: '预算', columns: ['支出类别', '内容', '单价（元）', '单位', '数量', '资金来源'].map((header) => ({ header })), rows: [] }]);
    const name = `${'长'.repeat(300)}\u202Excod.exe`;
    expect((await upload(name, empty)).body).toMatchObject({ fields: [], fileName: expect.stringMatching(/^长{200}$/) });
    expect(await readXlsx(empty)).toHaveLength(1);
    expect(await readDocx(await writeDocx([], ''))).toEqual([]);
  });
});
