import { ClamdServer, TEST_VIRUS } from '../../../libs/files/clamd.fixture.js';
import { DocumentsFacade } from '#modules/documents';
import { IdentityFacade } from '#modules/identity';
import { anOpenCall, answersOf, handIn } from '../../support/a-call.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const INFECTED = Buffer.concat([PDF, TEST_VIRUS]);

/** An organisation of the place with its founder, its officer, and what they do with files. */
async function aPlace(app: TestApp) {
  const founder = await app.person();
  const organisationId = await found(app, founder);
  const officer = await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }] });
  const member = await app.person({ roles: [{ role: 'applicant', subjectId: organisationId }] });
  return {
    founder, officer, member,
    upload: async (content = PDF) => (await founder.client.upload('/api/documents', { name: '证书.pdf', content })).body.id as string,
    attach: async (id: string) =>
      app.nest.get(DocumentsFacade, { strict: false }).attach([id], { kind: 'application', id: 'one' }, { audience: 'organisation', nodePath: 'js.yz.', organisationId }, await app.nest.get(IdentityFacade).actorOf(founder.id)),
    open: async (id: string, who: Person) => (await who.client.get(`/api/documents/${id}/content`)).status,
    state: async (id: string, who: Person) => (await who.client.get(`/api/documents/${id}`)).body,
  };
}

describe('where ClamAV is configured', () => {
  const clamd = new ClamdServer();
  let app: TestApp;
  let place: Awaited<ReturnType<typeof aPlace>>;

  beforeAll(async () => {
    app = await bootApp({ config: { clamdUrl: await clamd.start() } });
    place = await aPlace(app);
  });
  beforeEach(() => {
    clamd.mood = 'working';
  });
  afterEach(() => app.expectInvariants());
  afterAll(async () => {
    await app?.close();
    await clamd.stop();
  });

  it('lets nobody open a file before it is scanned, whoever handed it in included, and everybody entitled after', async () => {
    const id = await place.upload();
    await place.attach(id);
    for (const who of [place.founder, place.officer, place.member]) {
      const refused = await who.client.get(`/api/documents/${id}/content`);
      expect(refused).toMatchObject({ status: 409, body: { code: 'document_quarantined' } });
    }
    expect(await place.state(id, place.founder)).toMatchObject({ scan: 'quarantined', openable: false, whyNot: { zh: expect.stringContaining('正在查毒') } });
    await app.drain();
    expect(clamd.seen.at(-1)!.equals(PDF)).toBe(true);
    for (const who of [place.founder, place.officer, place.member]) expect(await place.open(id, who)).toBe(200);
    expect(await place.state(id, place.officer)).toMatchObject({ scan: 'clean', openable: true, releasable: false });
  });

  it('never opens an infected file, tells whoever handed it in, and lets no member of staff overrule it', async () => {
    const id = await place.upload(INFECTED);
    await place.attach(id);
    await app.drain();
    for (const who of [place.founder, place.officer]) expect(await who.client.get(`/api/documents/${id}/content`)).toMatchObject({ status: 409, body: { code: 'document_infected' } });
    const inbox = (await place.founder.client.get('/api/inbox')).body.items as { kind: string; title: { zh: string } }[];
    expect(inbox.find(({ kind }) => kind === 'file-infected')?.title.zh).toBe('文件“证书.pdf”含有恶意软件，已隔离');
    expect(await place.officer.client.post('/api/documents/releases', { ids: [id], reason: '负责人已当面核对' })).toMatchObject({ status: 409, body: { code: 'document_infected' } });
  });

  it('names an infected file among what stands against submitting', async () => {
    const call = await anOpenCall(app);
    const person = await app.person();
    const organisationId = await found(app, person, { creditCode: aCreditCode(), name: '另一个组织' });
    const { body: started } = await person.client.post('/api/applications', { callId: call.id, organisationId });
    const answers = await answersOf(person, call.rulebook);
    const { section, key } = call.rulebook.form.sections.flatMap((one) => one.questions.filter(({ kind }) => kind === 'file').map((question) => ({ section: one.key, key: question.key })))[0]!;
    const bad = await person.client.upload('/api/documents', { name: '章程.pdf', content: INFECTED });
    answers[section]![key] = [bad.body.id];
    await person.client.put(`/api/applications/${started.id}/answers`, { answers, version: started.version });
    await app.drain();
    const refused = await handIn(person, started.id);
    expect(refused).toMatchObject({ status: 400, body: { code: 'application_incomplete', problems: [{ path: `${section}.${key}`, detail: expect.stringContaining('章程.pdf') }] } });
  });

  it.each(['failing', 'hanging up'] as const)('keeps quarantine while the scanner is %s, and tries again until it has a verdict', async (mood) => {
    clamd.mood = mood;
    const id = await place.upload();
    await place.attach(id);
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await expect(app.drain()).rejects.toThrow();
      app.clock.advance(3_600_000);
    }
    expect(await place.open(id, place.officer)).toBe(409);
    expect(await place.officer.client.post('/api/documents/releases', { ids: [id], reason: '负责人已当面核对' })).toMatchObject({ status: 409, body: { code: 'document_quarantined' } });
    clamd.mood = 'working';
    await app.repeat('documents.scan-again');
    expect(await place.open(id, place.officer)).toBe(200);
  });
});

describe('where no scanner is configured', () => {
  let app: TestApp;
  let place: Awaited<ReturnType<typeof aPlace>>;

  beforeAll(async () => {
    app = await bootApp();
    place = await aPlace(app);
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const release = (ids: string[], who: Person, reason = '申报截止在即，已在隔离电脑上打开核对') => who.client.post('/api/documents/releases', { ids, reason });

  it('says plainly that a file was not scanned, and opens it to others only when staff have let it through with a reason', async () => {
    const id = await place.upload();
    await place.attach(id);
    expect(await place.state(id, place.officer)).toMatchObject({ scan: 'unscanned', scanLabel: { zh: '未查毒', en: 'Not scanned' }, openable: false, releasable: true });
    expect(await place.open(id, place.officer)).toBe(409);
    expect(await place.open(id, place.member)).toBe(409);
    expect(await place.open(id, place.founder)).toBe(200);
    expect((await release([id], place.officer, ' ')).status).toBe(400);
    expect(await release([id], place.officer)).toMatchObject({ status: 201, body: [{ id, scan: 'released', openable: true }] });
    for (const who of [place.officer, place.member]) expect(await place.open(id, who)).toBe(200);
    const { rows } = await app.db.query(`select actor_id, facts ->> 'reason' as reason from audit_leaf where action = 'document.released' and subject_id = $1`, [id]);
    expect(rows).toEqual([{ actor_id: place.officer.id, reason: '申报截止在即，已在隔离电脑上打开核对' }]);
  });

  it('lets only staff of the place release, and never an auditor', async () => {
    const id = await place.upload();
    await place.attach(id);
    const elsewhere = await app.person({ roles: [{ role: 'officer', node: 'js.nj.' }] });
    const auditor = await app.person({ roles: [{ role: 'auditor', node: 'js.yz.' }] });
    expect((await release([id], elsewhere)).status).toBe(404);
    expect((await release([id], auditor)).status).toBe(403);
    expect((await release([id], place.founder)).status).toBe(403);
    expect(await place.state(id, auditor)).toMatchObject({ releasable: false });
  });
});
