import { anOpenCall, answersOf, handIn, type OpenCall, submitted } from '../../support/a-call.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

describe('writing an application together', () => {
  let app: TestApp;
  let call: OpenCall;
  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app);
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const anApplicant = async (name: string) => {
    const person = await app.person({ name });
    const organisationId = await found(app, person, { name: `${name}的组织${person.id}`, creditCode: aCreditCode() });
    return { person, organisationId };
  };
  const aDraft = async (name = '周敏') => {
    const { person: owner, organisationId } = await anApplicant(name);
    const { body } = await owner.client.post('/api/applications', { callId: call.id, organisationId });
    const path = `/api/applications/${body.id}`;
    return { owner, organisationId, id: body.id as string, version: body.version as number, path };
  };
  const join = async (owner: Person, organisationId: string, person: Person) => {
    const added = await owner.client.post(`/api/organisations/${organisationId}/members`, { email: person.email });
    if (added.status >= 300) throw new Error(`answered ${added.status}`);
    await app.people.signIn(person);
  };

  it('lets whoever was asked in view, comment or edit, and the one in charge alone submit', async () => {
    const { owner, id, path, version } = await aDraft();
    const { person: guest } = await anApplicant('吴芳');
    expect((await guest.client.get(path)).status).toBe(404);
    const invite = (part: string) => owner.client.post(`${path}/writers`, { email: guest.email, part });
    expect((await invite('view')).body.people).toEqual(expect.arrayContaining([expect.objectContaining({ name: '吴芳', part: 'view', member: false }), expect.objectContaining({ name: '周敏', part: 'own', self: true })]));
    expect((await guest.client.get(path)).body).toMatchObject({ part: 'view', moves: [] });
    expect((await guest.client.get('/api/applications/mine')).body).toEqual(expect.arrayContaining([expect.objectContaining({ id, leads: false })]));
    const answers = await answersOf(owner, call.rulebook);
    const save = (person: Person, at: number) => person.client.put(`${path}/answers`, { answers, version: at });
    expect(await save(guest, version)).toMatchObject({ status: 409, body: { code: 'beyond_part', detail: expect.stringContaining('查看') } });
    const remark = (person: Person) => person.client.post(`${path}/comments`, { section: 'proposal', question: 'summary', text: '这里请补充去年的数据' });
    expect(await remark(guest)).toMatchObject({ status: 409, body: { code: 'beyond_part' } });
    await invite('comment');
    expect(await remark(guest)).toMatchObject({ status: 201, body: { mayComment: true, comments: [{ author: '吴芳', own: true, section: 'proposal', question: 'summary', resolvedAt: null }] } });
    expect((await save(guest, version)).body.code).toBe('beyond_part');
    await invite('edit');
    const kept = await save(owner, version);
    expect(kept.status).toBe(200);
    const changed = { ...answers, proposal: { ...answers['proposal'], goals: '同事补充的目标' } };
    expect((await guest.client.put(`${path}/answers`, { answers: changed, version: kept.body.version })).status).toBe(200);
    const submit = (person: Person) => handIn(person, path.split('/').at(-1)!);
    expect((await submit(guest)).status).toBe(404);
    expect((await submit(owner)).status).toBe(201);
  });

  it('lets members edit and not submit, tells them why, and lets the one in charge hand over', async () => {
    const { owner, organisationId, path, version } = await aDraft('钱蓉');
    const colleague = await app.person({ name: '孙倩' });
    await join(owner, organisationId, colleague);
    const answers = await answersOf(owner, call.rulebook);
    await owner.client.put(`${path}/answers`, { answers, version });
    const seen = (await colleague.client.get(path)).body;
    expect(seen.part).toBe('edit');
    expect(seen.moves.find((move: { move: string }) => move.move === 'submit')).toMatchObject({ allowed: false, reason: { zh: expect.stringContaining('只有申报负责人可以办理') } });
    const submit = (person: Person) => handIn(person, path.split('/').at(-1)!);
    expect(await submit(colleague)).toMatchObject({ status: 409, body: { code: 'not_the_owner' } });
    expect(await colleague.client.post(`${path}/own-moves`, { move: 'withdraw' })).toMatchObject({ status: 409, body: { code: 'not_the_owner' } });
    expect(await colleague.client.post(`${path}/owner`, { accountId: colleague.id })).toMatchObject({ status: 409, body: { code: 'not_the_owner' } });
    expect(await colleague.client.post(`${path}/writers`, { email: colleague.email, part: 'edit' })).toMatchObject({ status: 409, body: { code: 'not_the_owner' } });
    expect((await owner.client.put(`${path}/writers/${colleague.id}`, { part: 'view' })).status).toBe(200);
    expect((await colleague.client.get(path)).body.part).toBe('view');
    expect((await owner.client.delete(`${path}/writers/${colleague.id}`)).status).toBe(204);
    expect(await owner.client.put(`${path}/writers/${owner.id}`, { part: 'view' })).toMatchObject({ status: 409, body: { code: 'owner_keeps_all' } });
    expect((await owner.client.post(`${path}/owner`, { accountId: colleague.id })).body.people).toEqual(expect.arrayContaining([expect.objectContaining({ accountId: colleague.id, part: 'own' }), expect.objectContaining({ accountId: owner.id, part: 'edit' })]));
    expect(await submit(owner)).toMatchObject({ status: 409, body: { code: 'not_the_owner' } });
    expect((await submit(colleague)).status).toBe(201);
  });

  it('lets a member take over once the one in charge has left', async () => {
    const { owner, organisationId, path } = await aDraft('李娟');
    const colleague = await app.person({ name: '郑岚' });
    await join(owner, organisationId, colleague);
    expect((await colleague.client.get(`${path}/writers`)).body).toMatchObject({ mayGive: false, mayTakeOver: false });
    expect((await colleague.client.delete(`/api/organisations/${organisationId}/members/${owner.id}`)).status).toBe(204);
    expect((await colleague.client.get(`${path}/writers`)).body.mayTakeOver).toBe(true);
    expect((await colleague.client.post(`${path}/owner`, { accountId: colleague.id })).body).toMatchObject({ part: 'own', mayGive: true, mayTakeOver: false });
  });

  it('asks in nobody who has no account or no organisation', async () => {
    const { owner, path } = await aDraft('王琳');
    const loner = await app.person({ name: '冯雨' });
    expect(await owner.client.post(`${path}/writers`, { email: 'nobody@example.org', part: 'view' })).toMatchObject({ status: 409, body: { code: 'person_unknown' } });
    expect(await owner.client.post(`${path}/writers`, { email: loner.email, part: 'view' })).toMatchObject({ status: 409, body: { code: 'person_without_organisation', detail: expect.stringContaining('冯雨') } });
  });

  it('shows who is in the form and where, until half a minute after the last sign of life', async () => {
    const { owner, organisationId, path, version } = await aDraft('陈洁');
    const colleague = await app.person({ name: '褚然' });
    await join(owner, organisationId, colleague);
    const beat = (person: Person, question?: string) => person.client.put(`${path}/presence`, { section: 'proposal', ...(question ? { question } : {}), activeSeconds: 10 });
    expect((await beat(owner, 'summary')).body).toEqual({ others: [], version, openComments: 0 });
    expect((await beat(colleague, 'needs')).body.others).toEqual([{ accountId: owner.id, name: '陈洁', section: 'proposal', question: 'summary' }]);
    app.clock.set(new Date(app.clock.now().getTime() + 31_000));
    expect((await beat(colleague)).body.others).toEqual([]);
    const stranger = await anApplicant('路人');
    expect((await beat(stranger.person)).status).toBe(404);
  });

  it('settles a comment once, and names the question that there is not', async () => {
    const { owner, path } = await aDraft('卫青');
    expect(await owner.client.post(`${path}/comments`, { section: 'proposal', question: 'nowhere', text: '？' })).toMatchObject({ status: 400, body: { code: 'question_unknown' } });
    const { body } = await owner.client.post(`${path}/comments`, { section: 'proposal', text: '整体再精简' });
    const resolve = () => owner.client.post(`${path}/comments/${body.comments[0].id}/resolution`, {});
    expect((await resolve()).body.comments).toMatchObject([{ resolvedBy: '卫青' }]);
    expect((await resolve()).status).toBe(201);
    expect(await owner.client.post(`${path}/comments/${owner.id}/resolution`, {})).toMatchObject({ status: 404, body: { code: 'comment_absent' } });
  });

  it('keeps what stood there before another went on, and what was submitted, each to be read again', async () => {
    const { owner, organisationId, path, version } = await aDraft('蒋文');
    const colleague = await app.person({ name: '沈晴' });
    await join(owner, organisationId, colleague);
    const answers = await answersOf(owner, call.rulebook, { name: '第一稿' });
    const first = await owner.client.put(`${path}/answers`, { answers, version });
    const again = { ...answers, proposal: { ...answers['proposal'], summary: '沈晴改写的概述' } };
    const second = await colleague.client.put(`${path}/answers`, { answers: again, version: first.body.version });
    const { revisions } = (await owner.client.get(`${path}/revisions`)).body;
    expect(revisions).toMatchObject([{ version: second.body.version, by: '沈晴', current: true }, { version: first.body.version, by: '蒋文', current: false, submission: null }]);
    expect((await owner.client.get(`${path}/revisions/${first.body.version}`)).body).toMatchObject({ by: '蒋文', answers: { proposal: { summary: answers['proposal']!['summary'] } } });
    await handIn(owner, path.split('/').at(-1)!);
    expect((await owner.client.get(`${path}/revisions`)).body.revisions).toEqual(expect.arrayContaining([expect.objectContaining({ submission: 1, version: -1 })]));
    expect((await owner.client.get(`${path}/revisions/-1`)).body.answers.proposal.summary).toBe('沈晴改写的概述');
    expect(await owner.client.get(`${path}/revisions/999`)).toMatchObject({ status: 404, body: { code: 'revision_absent' } });
    const stranger = await anApplicant('外人');
    expect((await stranger.person.client.get(`${path}/revisions`)).status).toBe(404);
  });

  it('sets the same person’s work aside every ten minutes, not at every pause', async () => {
    const { owner, path, version } = await aDraft('韩梅');
    let at = version;
    const save = async (summary: string) => {
      at = (await owner.client.put(`${path}/answers`, { answers: { proposal: { summary } }, version: at })).body.version;
    };
    const count = async () => (await owner.client.get(`${path}/revisions`)).body.revisions.length;
    await save('一');
    await save('一二');
    expect(await count()).toBe(1);
    app.clock.set(new Date(app.clock.now().getTime() + 601_000));
    await save('一二三');
    await save('一二三四');
    expect(await count()).toBe(2);
  });

  it('takes over what fits from an earlier application and says where each answer came from', async () => {
    const { person: owner, organisationId } = await anApplicant('杨柳');
    const earlier = await submitted(owner, call, organisationId, { name: '去年的项目' });
    const { body } = await owner.client.post('/api/applications', { callId: call.id, organisationId, fromApplicationId: earlier.id });
    expect(body.answers.scheme).toMatchObject({ 'project-name': '去年的项目' });
    expect(body.answers.money.budget.length).toBeGreaterThan(0);
    const kinds = new Map(call.rulebook.form.sections.flatMap(({ key, questions }) => questions.map((question) => [`${key}.${question.key}`, question.kind] as const)));
    const taken = Object.entries(body.answers as Record<string, Record<string, unknown>>).flatMap(([section, given]) => Object.keys(given).map((question) => kinds.get(`${section}.${question}`)));
    expect(taken).not.toContain('file');
    expect(Object.keys(body.answers.scheme)).not.toContain('starts-on');
    expect(body.origins).toEqual(expect.arrayContaining([
      expect.objectContaining({ path: 'scheme.project-name', kind: 'earlier', applicationId: earlier.id, projectName: '去年的项目' }),
      expect.objectContaining({ path: 'organisation.organisation-name', kind: 'profile', at: expect.any(String) }),
    ]));
    await owner.client.put(`/api/applications/${body.id}/answers`, { answers: { ...body.answers, scheme: { ...body.answers.scheme, 'project-name': '今年的项目' } }, version: body.version });
    const paths = (await owner.client.get(`/api/applications/${body.id}`)).body.origins.map(({ path }: { path: string }) => path);
    expect(paths).not.toContain('scheme.project-name');
    expect(paths).toContain('organisation.organisation-name');
    const { person: stranger, organisationId: other } = await anApplicant('秦岭');
    expect((await stranger.client.post('/api/applications', { callId: call.id, organisationId: other, fromApplicationId: earlier.id })).status).toBe(404);
  });

  it('measures the time in use, never more than has passed, and asks at the end', async () => {
    const { owner, path, version } = await aDraft('许诺');
    const beat = (activeSeconds: number) => owner.client.put(`${path}/presence`, { activeSeconds });
    const pass = (seconds: number) => app.clock.set(new Date(app.clock.now().getTime() + seconds * 1000));
    await beat(60);
    for (let minute = 0; minute < 4; minute += 1) {
      pass(60);
      await beat(60);
    }
    await beat(60);
    expect((await owner.client.get(`${path}/effort`)).body).toMatchObject({ minutes: 4, ease: null });
    const answer = () => owner.client.put(`${path}/effort`, { ease: 4, hours: 12, hardest: 'money', remark: '预算表说明可以再多些例子' });
    expect(await answer()).toMatchObject({ status: 409, body: { code: 'not_submitted' } });
    await owner.client.put(`${path}/answers`, { answers: await answersOf(owner, call.rulebook), version });
    await handIn(owner, path.split('/').at(-1)!);
    expect((await answer()).body).toEqual({ minutes: 4, ease: 4, hours: 12, hardest: 'money', remark: '预算表说明可以再多些例子' });
    const told = async () => (await call.officer.client.get(`/api/application-effort?callId=${call.id}`)).body;
    // One answer carries no name and would yet tell whose it is.
    expect(await told()).toMatchObject({ surveys: 1, medianMinutes: null, ease: null, medianHours: null, hardest: [], remarks: [] });
    for (const [name, ease] of [['言若', 1], ['沈知', 1]] as const) {
      const other = await aDraft(name);
      await other.owner.client.put(`${other.path}/answers`, { answers: await answersOf(other.owner, call.rulebook), version: other.version });
      await handIn(other.owner, other.path.split('/').at(-1)!);
      expect((await other.owner.client.put(`${other.path}/effort`, { ease, hours: 12, hardest: 'money', remark: '步骤太多' })).status).toBe(200);
    }
    expect(await told()).toMatchObject({ surveys: 3, ease: 2, medianHours: 12, hardest: [{ section: 'money', count: 3 }], remarks: ['步骤太多', '步骤太多', '预算表说明可以再多些例子'] });
    expect((await told()).measured).toBeGreaterThanOrEqual(1);
    expect((await owner.client.get(`/api/application-effort?callId=${call.id}`)).status).toBe(403);
  });
});
