import type { Rulebook } from '#modules/calls';
import { anOpenCall, answersOf, handIn, type OpenCall } from '../../support/a-call.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Answer, type Person, type TestApp } from '../../support/app.js';

const DOOR = '/api/public/site-confirmation';
const WHO = { name: '李桂兰', office: '社区妇联主席', phone: '0514-87654321' };

describe('a site without an account', () => {
  let app: TestApp;
  let call: OpenCall;
  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app);
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const read = (token: string): Promise<Answer> => app.http.anonymous.get(DOOR, { 'x-site-token': token });
  const say = (token: string, body: object): Promise<Answer> => app.http.anonymous.post(DOOR, { ...WHO, ...body }, { 'x-site-token': token });
  const confirm = async (token: string): Promise<Answer> => say(token, { agreed: true, seen: (await read(token)).body.hash });

  /** A whole draft but for the paper of its site. */
  const aDraft = async (name: string, of: OpenCall = call) => {
    const person = await app.person();
    const organisationId = await found(app, person, { name, creditCode: aCreditCode() });
    const { body } = await person.client.post('/api/applications', { callId: of.id, organisationId });
    const { attachments, ...answers } = await answersOf(person, of.rulebook);
    const { 'site-letter': paper, ...others } = attachments!;
    const saved = await person.client.put(`/api/applications/${body.id}/answers`, { answers: { ...answers, attachments: others }, version: body.version });
    expect(saved.status).toBe(200);
    return { person, id: body.id as string, version: saved.body.version as number, answers: { ...answers, attachments: others } as Record<string, Record<string, unknown>>, paper };
  };
  const ask = (person: Person, id: string, site: object): Promise<Answer> => person.client.post(`/api/applications/${id}/sites`, site);
  const sitesOf = async (person: Person, id: string) => (await person.client.get(`/api/applications/${id}/sites`)).body;
  const codes = ({ body }: Answer): string[] => body.problems.map(({ code }: { code: string }) => code);

  it('is asked over a link, sees what is planned there and nothing else, and confirms: that stands in place of the paper', async () => {
    const { person, id } = await aDraft('桂花社工');
    expect(codes(await handIn(person, id))).toEqual(['answer_missing']);
    const asked = await ask(person, id, { name: '文昌社区' });
    expect(asked).toMatchObject({ status: 200, body: { token: expect.stringMatching(/^[\w-]{43}$/) } });
    const { token } = asked.body;
    const kept = await app.db.query<{ row: string }>(`select s::text || l.facts::text as row from application_site s, audit_leaf l where s.id = $1 and l.action = 'application.site_asked'`, [asked.body.id]);
    expect(kept.rows.map(({ row }) => row.includes(token))).toEqual([false]);
    expect(codes(await handIn(person, id))).toEqual(['site_not_confirmed']);
    const seen = (await read(token)).body;
    expect(seen).toMatchObject({ site: '文昌社区', projectName: '木兰妈妈课堂', organisationName: '桂花社工', state: 'asked', says: { zh: expect.stringContaining('同意本项目'), en: expect.any(String) } });
    expect(seen.planned.map(({ title }: { title: { zh: string } }) => title.zh)).toEqual(['实施地点（到村、社区）', '项目开始日期', '项目结束日期', '活动计划', '受益人']);
    expect(JSON.stringify(seen)).not.toMatch(/预算|手机|leader@/);
    expect(await say(token, { agreed: false, seen: seen.hash })).toMatchObject({ status: 409, body: { code: 'note_needed' } });
    expect(await confirm(token)).toMatchObject({ status: 200, body: { state: 'confirmed', answerer: '李桂兰' } });
    expect(await confirm(token)).toMatchObject({ status: 409, body: { code: 'site_answered' } });
    expect(await sitesOf(person, id)).toMatchObject({ needed: true, paper: false, sites: [{ name: '文昌社区', state: 'confirmed', ...{ answerer: WHO.name, office: WHO.office, phone: WHO.phone }, contentHash: seen.hash }] });
    await app.drain();
    expect((await person.client.get('/api/inbox')).body.items).toContainEqual(expect.objectContaining({ kind: 'site-answered', link: `/desk/my-applications/${id}` }));
    expect((await handIn(person, id)).status).toBe(201);
    expect(await sitesOf(call.officer, id)).toMatchObject({ mayAsk: false, sites: [{ name: '文昌社区', state: 'confirmed', phone: WHO.phone }] });
    const { rows } = await app.db.query(`select facts from audit_leaf where action = 'application.site_confirmed' and subject_id = $1`, [id]);
    expect(rows).toEqual([{ facts: { site: asked.body.id, contentHash: seen.hash } }]);
    expect((await app.http.anonymous.get(`/api/applications/${id}/sites`)).status).toBe(401);
  });

  it('has confirmed what it saw: once that is changed its word has lapsed, and holds again when it stands there again or is asked for anew', async () => {
    const { person, id, version, answers } = await aDraft('银桂社工');
    const { body: { id: siteId, token } } = await ask(person, id, { name: '东关社区' });
    const { body: before } = await read(token);
    const save = async (changes: Record<string, Record<string, unknown>>, of: number) => (await person.client.put(`/api/applications/${id}/answers`, { answers: { ...answers, ...changes }, version: of })).body.version as number;
    const elsewhere = await save({ proposal: { ...answers.proposal, place: '改到双桥社区' } }, version);
    expect(await say(token, { agreed: true, seen: before.hash })).toMatchObject({ status: 412, body: { code: 'site_content_changed' } });
    await confirm(token);
    const back = await save({}, elsewhere);
    expect(await sitesOf(person, id)).toMatchObject({ sites: [{ state: 'lapsed' }] });
    expect(await handIn(person, id)).toMatchObject({ status: 400, body: { problems: [{ code: 'site_lapsed', detail: expect.stringContaining('确认已失效') }] } });
    expect((await read(token)).body.state).toBe('lapsed');
    const again = await save({ proposal: { ...answers.proposal, place: '改到双桥社区' } }, back);
    expect(await sitesOf(person, id)).toMatchObject({ sites: [{ state: 'confirmed' }] });
    await save({ money: { ...answers.money } }, again);
    const anew = await person.client.post(`/api/applications/${id}/sites/${siteId}/link`);
    expect((await read(token)).status).toBe(404);
    expect((await confirm(anew.body.token)).status).toBe(200);
    expect((await handIn(person, id)).status).toBe(201);
  });

  it('may decline with its reason; paper, a new answer or a withdrawal goes on from there', async () => {
    const { person, id, version, answers, paper } = await aDraft('丹桂社工');
    const { body: { id: siteId, token } } = await ask(person, id, { name: '琼花社区' });
    expect((await say(token, { agreed: false, reason: '场地已另有安排', seen: (await read(token)).body.hash })).body.state).toBe('declined');
    expect(await sitesOf(person, id)).toMatchObject({ sites: [{ state: 'declined', reason: '场地已另有安排' }] });
    expect(codes(await handIn(person, id))).toEqual(['site_declined']);
    const withPaper = await person.client.put(`/api/applications/${id}/answers`, { answers: { ...answers, attachments: { ...answers.attachments, 'site-letter': paper } }, version });
    expect((await person.client.get(`/api/applications/${id}`)).body.bars).toEqual([]);
    await person.client.put(`/api/applications/${id}/answers`, { answers, version: withPaper.body.version });
    expect((await person.client.delete(`/api/applications/${id}/sites/${siteId}`)).status).toBe(204);
    expect((await person.client.delete(`/api/applications/${id}/sites/${siteId}`)).status).toBe(404);
    expect((await read(token)).status).toBe(404);
    expect(codes(await handIn(person, id))).toEqual(['answer_missing']);
  });

  it('is written to where its address is known, by those alone who write the application, once there is something to confirm', async () => {
    const { person, id, version, answers } = await aDraft('四季桂社工');
    const stranger = await app.person();
    await found(app, stranger, { name: '过路社工', creditCode: aCreditCode() });
    for (const attempt of [ask(stranger, id, { name: '文昌社区' }), stranger.client.get(`/api/applications/${id}/sites`)]) expect((await attempt).status).toBe(404);
    expect((await ask(person, id, { name: '文昌社区', email: 'not an address' })).status).toBe(400);
    const { body: { token } } = await ask(person, id, { name: '文昌社区', email: 'wenchang@example.org' });
    await app.drain();
    const { rows } = await app.db.query<{ text: string }>(`select m::text as text from kept_mail m where m::text like '%wenchang@example.org%'`);
    expect(rows.map(({ text }) => text.includes(`/site-confirmation#${token}`))).toEqual([true]);
    expect(await ask(person, id, { name: '文昌社区' })).toMatchObject({ status: 409, body: { code: 'site_asked_already' } });
    await person.client.put(`/api/applications/${id}/answers`, { answers: { ...answers, proposal: { ...answers.proposal, place: '' } }, version });
    expect(await ask(person, id, { name: '双桥社区' })).toMatchObject({ status: 409, body: { code: 'site_nothing_to_confirm' } });
    expect(await sitesOf(person, id)).toMatchObject({ mayAsk: false, refusal: { zh: expect.stringContaining('实施地点') } });
  });

  it('is answered alike whether its link never was, is withdrawn, or is over with the call; who tries many is slowed down', async () => {
    const own = await anOpenCall(app);
    const { person, id } = await aDraft('月桂社工', own);
    const { body: { token } } = await ask(person, id, { name: '文昌社区' });
    expect((await read(token)).status).toBe(200);
    app.clock.set(new Date(own.closesAt.getTime() + 86_400_000));
    const told = async (link: string) => {
      const { status, body: { instance: _, ...body } } = await read(link);
      return { status, body };
    };
    expect(await told(token)).toMatchObject({ status: 404, body: { code: 'site_link_absent' } });
    expect(await told('x'.repeat(43))).toEqual(await told(token));
    expect(await ask(person, id, { name: '双桥社区' })).toMatchObject({ status: 409, body: { code: 'not_editable' } });
    let last = 0;
    for (let tries = 0; tries < 310 && last !== 429; tries += 1) last = (await read(`guess-${tries}`)).status;
    expect(last).toBe(429);
  });

  it('is not asked where the rulebook does not ask for its word', async () => {
    const own = await anOpenCall(app, undefined, (book: Rulebook): Rulebook => ({ ...book, form: { ...book.form, seal: { ...book.form.seal, site: false } } }));
    const { person, id } = await aDraft('岩桂社工', own);
    expect(await sitesOf(person, id)).toMatchObject({ needed: false, mayAsk: false });
    expect(await ask(person, id, { name: '文昌社区' })).toMatchObject({ status: 409, body: { code: 'site_not_needed' } });
  });

  it('costs an application that asks none nothing: the table of sites is not looked at from its beginning to its receipt', async () => {
    await app.db.query('alter table application_site rename to application_site_away');
    try {
      const { person, id, version, answers, paper } = await aDraft('木芙蓉社工');
      await person.client.put(`/api/applications/${id}/answers`, { answers: { ...answers, attachments: { ...answers.attachments, 'site-letter': paper } }, version });
      expect((await person.client.get(`/api/applications/${id}`)).status).toBe(200);
      expect((await handIn(person, id)).status).toBe(201);
    } finally {
      await app.db.query('alter table application_site_away rename to application_site');
    }
  });
});
