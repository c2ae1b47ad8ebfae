import type { Rulebook } from '#modules/calls';
import { anOpenCall, submitted, type OpenCall } from '../../support/a-call.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, FixedClock, type Person, type TestApp } from '../../support/app.js';

/** Three days before the deadline nobody may ask any more. */
const askedUntil = (book: Rulebook): Rulebook => ({
  ...book, deadline: { ...book.deadline, questionsUntil: new Date(Date.parse(book.deadline.at) - 3 * 86_400_000).toISOString() },
  basis: { ...book.basis, '/deadline/questionsUntil': { kind: 'assumption', why: { zh: '为测试设定', en: 'Set for a test' } } },
});

describe('questions about a call', () => {
  let app: TestApp;
  let call: OpenCall;

  beforeAll(async () => {
    app = await bootApp({ clock: new FixedClock('2021-06-01T01:00:00Z') });
  });
  beforeEach(async () => {
    call = await anOpenCall(app);
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const ask = (client: Person['client'], text: string, more: object = {}) => client.post(`/api/public/calls/${call.id}/questions`, { text, ...more });
  const seen = async () => (await app.http.anonymous.get(`/api/public/calls/${call.id}`)).body;
  const waiting = async () => (await call.officer.client.get(`/api/calls/${call.id}/questions`)).body.items as { id: string; asked: string; asker: string | null }[];
  const answer = (id: string, body: object) => call.officer.client.post(`/api/calls/${call.id}/questions/${id}/answer`, body);

  it('are put by anybody, answered once for all, and published without a name', async () => {
    const person = await app.person({ name: '陈思远' });
    expect((await ask(person.client, '我是陈思远，社区工作者可以担任项目负责人吗？')).status).toBe(201);
    expect((await seen()).answers).toEqual([]);
    const [question] = await waiting();
    expect(question).toMatchObject({ status: 'waiting', asker: '陈思远' });
    const answered = await answer(question!.id, { question: '社区工作者可以担任项目负责人吗？', answer: '可以，但同一人只能负责一个项目。' });
    expect(answered).toMatchObject({ status: 200, body: { items: [{ status: 'answered' }] } });
    const page = await seen();
    expect(page.answers).toMatchObject([{ question: '社区工作者可以担任项目负责人吗？', answer: '可以，但同一人只能负责一个项目。' }]);
    expect(JSON.stringify(page.answers)).not.toContain('陈思远');
    expect(await answer(question!.id, { answer: '改口了' })).toMatchObject({ status: 409, body: { code: 'wrong_state' } });
  });

  it('of a visitor need an address for the answer, which goes there in her language and to nobody else’s eyes', async () => {
    expect(await ask(app.http.anonymous, '可以联合申报吗？')).toMatchObject({ status: 400, body: { code: 'email_needed' } });
    expect((await ask(app.http.anonymous, 'May two organisations apply together?', { email: 'visitor@example.org', language: 'en' })).status).toBe(201);
    const [question] = await waiting();
    await answer(question!.id, { answer: 'Yes, two at most.' });
    await app.drain();
    const letters = app.letters.told.filter(({ kind }) => kind === 'question-answered');
    expect(letters.at(-1)).toMatchObject({ to: { address: { email: 'visitor@example.org', language: 'en' } }, facts: { answer: 'Yes, two at most.' } });
    expect(JSON.stringify(await seen())).not.toContain('visitor@example.org');
  });

  it('reach the officers, and answers reach whoever has a draft or an application', async () => {
    const [drafting, applying, asker] = await Promise.all([app.person(), app.person(), app.person()]);
    await drafting.client.post('/api/applications', { callId: call.id, organisationId: await found(app, drafting, { creditCode: aCreditCode() }) });
    await submitted(applying, call, await found(app, applying, { creditCode: aCreditCode() }));
    await ask(asker.client, '预算可以用于购买电脑吗？');
    await app.drain();
    expect((await call.officer.client.get('/api/inbox')).body.items[0]).toMatchObject({ kind: 'call-question', link: `/desk/calls/${call.id}?tab=questions` });
    await answer((await waiting())[0]!.id, { answer: '不可以，设备购置不在支出范围。' });
    await app.drain();
    const kinds = async (person: Person) => (await person.client.get('/api/inbox')).body.items.map(({ kind }: { kind: string }) => kind);
    expect(await kinds(drafting)).toContain('call-answered');
    expect(await kinds(applying)).toContain('call-answered');
    expect(await kinds(asker)).toEqual(['question-answered']);
  });

  it('that concern the asker alone are replied to alone, and leave no trace on the page', async () => {
    const person = await app.person();
    await ask(person.client, '我们机构上一年度年检不合格，怎么办？');
    const [question] = await waiting();
    const replied = await call.officer.client.post(`/api/calls/${call.id}/questions/${question!.id}/private-reply`, { reply: '请先向登记机关申请复核。' });
    expect(replied).toMatchObject({ status: 200, body: { items: [{ status: 'set_aside', told: null }] } });
    await app.drain();
    expect((await person.client.get('/api/inbox')).body.items[0]).toMatchObject({ kind: 'question-set-aside', body: { zh: expect.stringContaining('请先向登记机关申请复核。') } });
    expect((await seen()).answers).toEqual([]);
  });

  it('may be answered before anybody asks', async () => {
    const clarified = await call.officer.client.post(`/api/calls/${call.id}/questions`, { question: '盖章用电子章可以吗？', answer: '可以。' });
    expect(clarified).toMatchObject({ status: 201, body: { items: [{ status: 'answered', asked: null, asker: null }] } });
    expect((await seen()).answers).toMatchObject([{ question: '盖章用电子章可以吗？', answer: '可以。' }]);
  });

  it('are taken until the day of the rulebook where it names one, and else until the deadline', async () => {
    const early = await anOpenCall(app, 'yangzhou-2021', askedUntil);
    const asked = (id: string) => app.http.anonymous.post(`/api/public/calls/${id}/questions`, { text: '提问还来得及吗？', email: 'late@example.org' });
    expect((await asked(early.id)).status).toBe(201);
    app.clock.set(new Date(early.closesAt.getTime() - 86_400_000));
    expect(await asked(early.id)).toMatchObject({ status: 409, body: { code: 'questions_over' } });
    expect((await app.http.anonymous.get(`/api/public/calls/${early.id}`)).body.asking).toMatchObject({ allowed: false, reason: { zh: expect.stringContaining('提问已于') } });
    expect((await asked(call.id)).status).toBe(201);
    app.clock.set(new Date(call.closesAt.getTime() + 1));
    expect((await asked(call.id)).status).toBe(409);
  });

  it('cannot be taken beyond the deadline by a rulebook', async () => {
    const { body } = await call.officer.client.get('/api/rulebooks/templates/yangzhou-2021');
    const judged = await call.officer.client.post('/api/rulebooks/examination', { rulebook: { ...body, deadline: { ...body.deadline, questionsUntil: '2031-01-01T00:00:00+08:00' } } });
    expect(judged.body.problems).toContainEqual(expect.objectContaining({ code: 'questions_after_deadline', path: 'deadline.questionsUntil' }));
  });

  it('are few from one address, and answered by the organiser’s officers alone', async () => {
    for (let at = 0; at < 5; at += 1) await ask(app.http.anonymous, `第 ${at} 个问题是什么`, { email: 'flood@example.org' });
    expect((await ask(app.http.anonymous, '再来一个问题', { email: 'flood@example.org' })).status).toBe(429);
    const [question] = await waiting();
    const [elsewhere, auditor] = [await app.person({ roles: [{ role: 'officer', node: 'js.nj.' }] }), await app.person({ roles: [{ role: 'auditor', node: 'js.' }] })];
    expect((await elsewhere.client.post(`/api/calls/${call.id}/questions/${question!.id}/answer`, { answer: '不该由我答' })).status).toBe(404);
    expect((await auditor.client.post(`/api/calls/${call.id}/questions/${question!.id}/answer`, { answer: '不该由我答' })).status).toBe(403);
    expect((await auditor.client.get(`/api/calls/${call.id}/questions`)).body.answering).toMatchObject({ allowed: false });
    await expect(app.db.query(`update call_question set status = 'answered', told = asked, answer = 'x', decided_by = asked_by where id = $1`, [question!.id])).rejects.toThrow();
  });
});
