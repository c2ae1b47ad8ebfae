import { publishedProgrammes } from '#modules/calls';
import { bootApp, FixedClock, type Person, type TestApp } from '../../support/app.js';

describe('calls', () => {
  let app: TestApp;
  let officer: Person;
  let programmeId: string;

  beforeAll(async () => {
    app = await bootApp({ clock: new FixedClock('2020-06-01T01:00:00Z') });
    officer = await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }] });
    const { body } = await officer.client.post('/api/programmes', { nodeId: await app.node('js.yz.'), code: 'YZ', title: { zh: '公益创投', en: 'Venture philanthropy' } });
    programmeId = body.id;
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const draft = (body: object = { template: 'yangzhou-2021' }) => officer.client.post('/api/calls', { programmeId, ...body });
  const move = (id: string, name: string, reason?: string) => officer.client.post(`/api/calls/${id}/moves`, { move: name, reason });

  /** A published Yangzhou round that opens on the day, seen from the evening before. */
  async function published(opensOn: string): Promise<{ id: string; opensAt: Date; closesAt: Date }> {
    app.clock.set(`${opensOn}T00:00:00+08:00`);
    const { body } = await draft({ template: 'yangzhou-2021', opensOn });
    app.clock.set(new Date(Date.parse(body.opensAt) - 3_600_000));
    const moved = await move(body.id, 'publish');
    expect([moved.status, moved.body.status]).toEqual([201, 'published']);
    return { id: body.id, opensAt: new Date(body.opensAt), closesAt: new Date(body.closesAt) };
  }

  it.each([...publishedProgrammes])('drafts, publishes and shows the published programme %s', async (template) => {
    const made = await draft({ template });
    expect(made.status).toBe(201);
    expect(made.body.problems.filter((problem: { severity: string }) => problem.severity === 'error')).toEqual([]);
    app.clock.set(new Date(Date.parse(made.body.opensAt) - 86_400_000));
    expect(await app.http.anonymous.get(`/api/public/calls/${made.body.id}`)).toMatchObject({ status: 404, body: { code: 'call_absent' } });
    expect(await move(made.body.id, 'publish')).toMatchObject({ status: 201, body: { status: 'published' } });
    const { status, body } = await app.http.anonymous.get(`/api/public/calls/${made.body.id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ rulebookHash: made.body.rulebookHash, addenda: [], label: { zh: '即将开放' } });
    expect(body.rulebook.form.sections.length).toBeGreaterThan(0);
  });

  it('lists every fault of an unsound draft, keeps it, and does not publish it', async () => {
    const { body } = await draft();
    const rules = { ...body.rulebook, money: { ...body.rulebook.money, poolFen: 1 } };
    const saved = await officer.client.put(`/api/calls/${body.id}/rulebook`, { rulebook: rules, version: body.version });
    expect(saved.status).toBe(200);
    expect(saved.body.problems).toEqual(expect.arrayContaining([expect.objectContaining({ severity: 'error', code: 'award_exceeds_pool' })]));
    expect(saved.body.moves).toEqual(expect.arrayContaining([expect.objectContaining({ move: 'publish', allowed: false })]));
    expect(await move(body.id, 'publish')).toMatchObject({ status: 409, body: { code: 'rulebook_unsound' } });
  });

  it('refuses to overwrite what somebody else has saved meanwhile', async () => {
    const { body } = await draft();
    const save = () => officer.client.put(`/api/calls/${body.id}/rulebook`, { rulebook: body.rulebook, version: body.version });
    expect((await save()).status).toBe(200);
    expect(await save()).toMatchObject({ status: 412, body: { code: 'call_changed' } });
  });

  it('opens and closes by the clock of the database, neither early nor forgotten', async () => {
    const { id, opensAt, closesAt } = await published('2020-09-01');
    expect(await move(id, 'open')).toMatchObject({ status: 409, body: { code: 'opening_not_reached' } });
    app.clock.set(opensAt);
    await tick(app);
    expect((await officer.client.get(`/api/calls/${id}`)).body.status).toBe('open');
    expect(await move(id, 'close')).toMatchObject({ status: 409, body: { code: 'deadline_not_reached' } });
    app.clock.set(new Date(closesAt.getTime() + 3_600_000));
    await tick(app);
    const { body } = await officer.client.get(`/api/calls/${id}/history`);
    expect(body.map((row: { move: string }) => row.move)).toEqual(['publish', 'open', 'close']);
  });

  it('freezes at publication: a change is a new version with a reason that everybody reads, and no deadline comes nearer', async () => {
    const { id } = await published('2020-10-09');
    const { body } = await officer.client.get(`/api/calls/${id}`);
    const save = (rulebook: object, reason?: string) => officer.client.put(`/api/calls/${id}/rulebook`, { rulebook, version: body.version, reason });
    const renamed = { ...body.rulebook, title: { zh: '改名后的项目', en: 'A renamed programme' } };
    expect(await save(renamed)).toMatchObject({ status: 409, body: { code: 'reason_needed' } });
    const sooner = '2020-10-10T17:00:00+08:00';
    const stages = body.rulebook.stages.map((stage: { kind: string }) => (stage.kind === 'application' ? { ...stage, closesAt: sooner } : stage));
    expect(await save({ ...body.rulebook, stages, deadline: { ...body.rulebook.deadline, at: sooner } }, '提前')).toMatchObject({ status: 409, body: { code: 'deadline_moved_earlier' } });
    expect((await save(renamed, '名称更正')).status).toBe(200);
    const seen = await app.http.anonymous.get(`/api/public/calls/${id}`);
    expect(seen.body).toMatchObject({ title: { zh: '改名后的项目' }, addenda: [{ version: 2, reason: '名称更正', changes: expect.arrayContaining([expect.objectContaining({ path: 'title.zh', after: '改名后的项目' })]) }] });
    expect(seen.body.addenda[0]).not.toHaveProperty('madeBy');
    const changes = await officer.client.get(`/api/calls/${id}/rulebook/changes?from=1&to=2`);
    expect(changes.body.map((change: { path: string }) => change.path)).toEqual(expect.arrayContaining(['title.zh']));
  });

  it('is found by where it stands, by who may apply and by words', async () => {
    const { id, opensAt } = await published('2021-03-01');
    const ids = async (query: string) => (await app.http.anonymous.get(`/api/public/calls?limit=200&${query}`)).body.items.map((row: { id: string }) => row.id);
    expect(await ids('phase=upcoming')).toContain(id);
    app.clock.set(opensAt);
    await tick(app);
    expect(await ids('phase=open')).toContain(id);
    expect(await ids('phase=upcoming')).not.toContain(id);
    expect(await ids('phase=open&applicantType=community_group')).toContain(id);
    expect(await ids('phase=open&applicantType=enterprise')).not.toContain(id);
    expect(await ids(`phase=open&words=${encodeURIComponent('巾帼志愿')}`)).toContain(id);
    expect(await ids(`words=${encodeURIComponent('没有这样的词')}`)).toEqual([]);
    // What JSON writes around a title or an organiser is no word of it.
    for (const written of ['"zh":', 'role', 'seats']) expect({ written, found: await ids(`words=${encodeURIComponent(written)}`) }).toEqual({ written, found: [] });
  });

  it('lists what can be applied for first, page after page, each call once', async () => {
    await published('2022-05-09');
    const open = await published('2022-05-16');
    const latest = await published('2022-06-20');
    app.clock.set(open.opensAt);
    await tick(app);
    const seen: { id: string; status: string }[] = [];
    for (let after = ''; seen.length < 100; ) {
      const { body } = await app.http.anonymous.get(`/api/public/calls?limit=2${after && `&after=${encodeURIComponent(after)}`}`);
      seen.push(...body.items);
      if (!body.next) break;
      after = body.next;
    }
    const standing = seen.map(({ status }) => ({ open: 0, published: 1 })[status] ?? 2);
    expect(standing).toEqual([...standing].sort());
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    expect(seen.map(({ id }) => id)).toEqual(expect.arrayContaining([open.id, latest.id]));
  });

  it('gives all questions as a document before anybody registers, in either language, the same bytes each time', async () => {
    const { id } = await published('2022-08-15');
    const file = (query: string) => app.http.anonymous.get(`/api/public/calls/${id}/questions.pdf${query}`);
    const first = await file('');
    expect(first).toMatchObject({ status: 200, headers: { 'content-type': 'application/pdf', 'content-disposition': expect.stringContaining('.pdf') } });
    expect(first.raw.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await file('')).raw.equals(first.raw)).toBe(true);
    expect((await file('?lang=en')).status).toBe(200);
    expect((await app.http.anonymous.get('/api/public/calls/nothing/questions.pdf')).status).toBe(404);
  });

  it('suspends with a reason and goes on where it stopped', async () => {
    const { id } = await published('2020-11-02');
    expect(await move(id, 'suspend')).toMatchObject({ status: 409, body: { code: 'reason_needed' } });
    expect(await move(id, 'suspend', '资金复核')).toMatchObject({ status: 201, body: { status: 'suspended', reason: '资金复核' } });
    expect(await move(id, 'resume')).toMatchObject({ status: 201, body: { status: 'published', reason: null } });
    expect(await move(id, 'cancel', '本年度不再举办')).toMatchObject({ status: 201, body: { status: 'cancelled' } });
  });

  it('copies a call with its dates moved, and exports what it imports', async () => {
    const { body: first } = await draft();
    const { body: copy } = await draft({ copyOf: first.id, opensOn: '2022-03-01' });
    expect(copy.opensAt.slice(0, 7)).toBe('2022-03');
    expect(copy.copiedFrom).toMatchObject({ id: first.id, number: first.number });
    expect(first.copiedFrom).toBeNull();
    const title = { zh: '芍药花开', en: 'Peonies' };
    const { body: named } = await draft({ copyOf: first.id, title });
    expect({ title: named.title, inRules: named.rulebook.title, before: copy.title }).toEqual({ title, inRules: title, before: first.title });
    const exported = await officer.client.get(`/api/calls/${copy.id}/rulebook/versions/1`);
    const { body: imported } = await draft({ rulebook: exported.body });
    expect(imported.rulebookHash).toBe(copy.rulebookHash);
  });

  it('keeps calls from officers of other places and from people without a role', async () => {
    const { body } = await draft();
    const elsewhere = await app.person({ roles: [{ role: 'officer', node: 'js.nj.' }] });
    const auditor = await app.person({ roles: [{ role: 'auditor', node: 'js.' }] });
    const nobody = await app.person();
    expect((await elsewhere.client.get(`/api/calls/${body.id}`)).status).toBe(404);
    expect((await elsewhere.client.post(`/api/calls/${body.id}/moves`, { move: 'publish' })).status).toBe(404);
    expect((await auditor.client.get(`/api/calls/${body.id}`)).status).toBe(200);
    expect((await auditor.client.post(`/api/calls/${body.id}/moves`, { move: 'publish' })).status).toBe(403);
    expect((await nobody.client.get('/api/calls')).status).toBe(403);
    expect((await app.http.anonymous.get('/api/calls')).status).toBe(401);
  });

  it('counts by a holiday notice that an administrator recorded, and refuses a faulty one', async () => {
    const administrator = await app.person({ roles: [{ role: 'administrator', node: 'js.' }] });
    const notice = {
      year: 2027, documents: [{ number: '国办发明电〔2026〕1号', issuedOn: '2026-11-10', title: '关于2027年部分节假日安排的通知' }],
      daysOff: [{ name: { zh: '元旦', en: 'New Year' }, first: '2027-01-01', last: '2027-01-03' }], makeUpDays: [] as string[],
    };
    expect(await administrator.client.post('/api/holiday-notices', { ...notice, makeUpDays: ['2027-01-04'] })).toMatchObject({ status: 400, body: { code: 'calendar.notice-invalid' } });
    const recorded = await administrator.client.post('/api/holiday-notices', notice);
    expect(recorded.body).toContain(2027);
    expect((await officer.client.post('/api/holiday-notices', notice)).status).toBe(403);
  });
});

/** What the clock does every minute. */
async function tick(app: TestApp): Promise<void> {
  await app.repeat('calls.open-and-close');
}
