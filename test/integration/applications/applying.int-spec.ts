import { anOpenCall, answersOf, handIn, type OpenCall, submitted } from '../../support/a-call.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

/** The address of the text on which a cost rule rests. */
function sourceOf({ rulebook: { budget, sources } }: OpenCall, rule: string): string | null {
  const key = budget.rules.find(({ text }) => text.zh === rule)!.source;
  return sources.find((source) => source.key === key)?.url ?? null;
}

describe('applying', () => {
  let app: TestApp;
  let call: OpenCall;
  let founder: Person;
  let organisationId: string;

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app);
    founder = await app.person();
    organisationId = await found(app, founder);
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  /** A new organisation each time: the number of applications is limited. */
  async function draft(): Promise<{ person: Person; id: string; version: number; organisationId: string; answers: Record<string, Record<string, unknown>> }> {
    const person = await app.person();
    const organisation = await found(app, person, { creditCode: aCreditCode(), name: `组织${person.id}`, kind: 'social_association' });
    const { body } = await person.client.post('/api/applications', { callId: call.id, organisationId: organisation });
    return { person, id: body.id, version: body.version, organisationId: organisation, answers: body.answers };
  }

  it('begins with what the profile knows, saves, submits once complete and gives a receipt that anybody can check', async () => {
    const started = await founder.client.post('/api/applications', { callId: call.id, organisationId });
    expect(started).toMatchObject({ status: 201, body: { status: 'draft', answers: { organisation: { 'organisation-name': '扬州市邗江区彩虹社会工作服务中心', uscc: '52321003MJ5600001X' } } } });
    const { id } = started.body;
    const early = await handIn(founder, id);
    expect(early).toMatchObject({ status: 400, body: { code: 'application_incomplete' } });
    expect(early.body.problems.map((problem: { path: string }) => problem.path)).toEqual(expect.arrayContaining(['scheme.project-name', 'money.budget']));
    const answers = await answersOf(founder, call.rulebook);
    const saved = await founder.client.put(`/api/applications/${id}/answers`, { answers, version: started.body.version });
    expect(saved).toMatchObject({ status: 200, body: { version: 2, faults: [] } });
    expect(await founder.client.post(`/api/applications/${id}/submission`, { declared: false })).toMatchObject({ status: 409, body: { code: 'declaration_needed' } });
    const receipt = await handIn(founder, id);
    expect(receipt).toMatchObject({ status: 201, body: { number: expect.stringMatching(/-0001$/), ordinal: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) } });
    const checked = await app.http.anonymous.get(`/api/public/receipts/${receipt.body.hash}`);
    expect(checked.body).toEqual({ number: receipt.body.number, ordinal: 1, hash: receipt.body.hash, submittedAt: receipt.body.submittedAt, rulebookVersion: 1 });
    expect((await app.http.anonymous.get(`/api/public/receipts/${'0'.repeat(64)}`)).status).toBe(404);
  });

  it('tells the members that it was received', async () => {
    await app.drain();
    expect(app.letters.told).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'application-submitted', to: { role: 'applicant', subjectId: organisationId } })]));
  });

  it('keeps whatever was typed and names what is wrong with it, with the rule in its own words', async () => {
    const { person, id, version } = await draft();
    const answers = await answersOf(person, call.rulebook);
    const budget = answers['money']!['budget'] as Record<string, unknown>[];
    budget[0] = { ...budget[0], category: 'fixed-assets', item: '电脑' };
    const { status, body } = await person.client.put(`/api/applications/${id}/answers`, { answers, version });
    expect(status).toBe(200);
    expect(body.faults).toEqual(expect.arrayContaining([expect.objectContaining({ path: 'money.budget.0', code: 'budget_rule_broken', sentence: { zh: '原则上不得购置固定资产', en: 'No fixed assets in principle' }, source: { title: expect.objectContaining({ zh: expect.any(String) }), url: sourceOf(call, '原则上不得购置固定资产') } })]));
    expect((await person.client.get(`/api/applications/${id}`)).body.answers).toEqual(answers);
  });

  it('refuses to lose what was saved elsewhere', async () => {
    const { person, id, version, answers } = await draft();
    const save = () => person.client.put(`/api/applications/${id}/answers`, { answers, version });
    const both = await Promise.all([save(), save()]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('takes one of two submissions that arrive together', async () => {
    const { person, id, version } = await draft();
    await person.client.put(`/api/applications/${id}/answers`, { answers: await answersOf(person, call.rulebook), version });
    const submit = () => handIn(person, id);
    const both = await Promise.all([submit(), submit()]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await person.client.get(`/api/applications/${id}/receipts`)).body).toHaveLength(1);
  });

  it('is submitted only by whoever has seen the preview as it stands', async () => {
    const { person, id, version } = await draft();
    const answers = await answersOf(person, call.rulebook);
    await person.client.put(`/api/applications/${id}/answers`, { answers, version });
    const post = (previewed?: string) => person.client.post(`/api/applications/${id}/submission`, { declared: true, ...(previewed ? { previewed } : {}) });
    expect(await post()).toMatchObject({ status: 409, body: { code: 'preview_needed' } });
    const { body: earlier } = await person.client.get(`/api/applications/${id}/preview`);
    expect(earlier).toMatchObject({ hash: expect.stringMatching(/^[0-9a-f]{64}$/), rulebookVersion: 1, sections: expect.arrayContaining([expect.objectContaining({ title: call.rulebook.form.sections[0]!.title })]) });
    const changed = { ...answers, scheme: { ...answers.scheme, 'project-name': '木兰妈妈课堂二期' } };
    await person.client.put(`/api/applications/${id}/answers`, { answers: changed, version: version + 1 });
    expect(await post(earlier.hash)).toMatchObject({ status: 409, body: { code: 'preview_outdated' } });
    expect((await person.client.get(`/api/applications/${id}`)).body.status).toBe('draft');
    const { body: now } = await person.client.get(`/api/applications/${id}/preview`);
    expect((await post(now.hash)).status).toBe(201);
    const stranger = await draft();
    expect((await stranger.person.client.get(`/api/applications/${id}/preview`)).status).toBe(404);
  });

  it('lists every bar against an organisation that may not apply', async () => {
    const person = await app.person();
    const elsewhere = await found(app, person, { name: '外地中心', creditCode: aCreditCode(), kind: 'enterprise', territoryCode: '320102' });
    const refused = await person.client.post('/api/applications', { callId: call.id, organisationId: elsewhere });
    expect(refused).toMatchObject({ status: 400, body: { code: 'may_not_apply' } });
    expect(refused.body.problems.map((problem: { code: string }) => problem.code)).toEqual(['applicant_type_not_admitted', 'registered_elsewhere']);
  });

  it('lets an organisation apply as often as the call allows, and not while it is stopped or debarred', async () => {
    const again = () => founder.client.post('/api/applications', { callId: call.id, organisationId });
    expect((await again()).status).toBe(201);
    expect((await again()).body.problems).toMatchObject([{ code: 'too_many_applications' }]);
    const other = await draft();
    expect((await call.officer.client.post(`/api/organisations/${other.organisationId}/debarments`, { fromDay: '2021-01-01', untilDay: '2023-12-31', basis: '违反资助协议' })).status).toBe(201);
    expect((await other.person.client.post('/api/applications', { callId: call.id, organisationId: other.organisationId })).body.problems).toMatchObject([{ code: 'organisation_debarred' }]);
  });

  it('is nobody else’s business while it is a draft, and the staff’s of the place afterwards', async () => {
    const { id } = await draft();
    const stranger = await app.person();
    const strangers = await found(app, stranger, { name: '路过的组织', creditCode: aCreditCode() });
    expect(strangers).toBeTruthy();
    expect((await stranger.client.get(`/api/applications/${id}`)).status).toBe(404);
    expect((await stranger.client.put(`/api/applications/${id}/answers`, { answers: {}, version: 1 })).status).toBe(404);
    expect((await call.officer.client.get(`/api/applications/${id}`)).status).toBe(404);
    expect((await app.http.anonymous.get(`/api/applications/${id}`)).status).toBe(401);
  });

  it('may be amended, withdrawn and revived until the deadline, to the second, and not after', async () => {
    const one = await app.person();
    const organisation = await found(app, one, { name: '准时中心', creditCode: aCreditCode() });
    const { id, number } = await submitted(one, call, organisation);
    const move = (name: string) => one.client.post(`/api/applications/${id}/own-moves`, { move: name });
    expect(await move('amend')).toMatchObject({ status: 201, body: { status: 'draft', number } });
    const again = await handIn(one, id);
    expect(again.body).toMatchObject({ number, ordinal: 2 });
    expect(await move('withdraw')).toMatchObject({ status: 201, body: { status: 'withdrawn' } });
    expect(await move('revive')).toMatchObject({ status: 201, body: { status: 'draft' } });
    const last = call.closesAt.getTime() + call.rulebook.deadline.graceSeconds * 1000;
    app.clock.set(new Date(last + 1));
    expect(await handIn(one, id)).toMatchObject({ status: 409, body: { code: 'deadline_passed' } });
    app.clock.set(new Date(last));
    expect((await handIn(one, id)).status).toBe(201);
    app.clock.set(new Date(last + 1));
    expect(await move('amend')).toMatchObject({ status: 409, body: { code: 'deadline_passed' } });
  });

  it('tells whoever checks a receipt what has become of it since', async () => {
    app.clock.set(new Date(call.closesAt.getTime() - 86_400_000));
    const one = await app.person();
    const { id } = await submitted(one, call, await found(app, one, { name: '反复中心', creditCode: aCreditCode() }));
    const hash = async () => (await one.client.get(`/api/applications/${id}/receipts`)).body.at(-1).hash as string;
    const since = async (receipt: string) => (await app.http.anonymous.get(`/api/public/verifications/${receipt}`)).body.findings[0].remark?.zh ?? null;
    const first = await hash();
    expect(await since(first)).toBeNull();
    await one.client.post(`/api/applications/${id}/own-moves`, { move: 'amend' });
    expect(await since(first)).toContain('尚未重新提交');
    const { version } = (await one.client.get(`/api/applications/${id}`)).body;
    await one.client.patch(`/api/applications/${id}/answers`, { changes: { scheme: { 'project-name': '改过的项目' } }, version });
    expect((await handIn(one, id)).status).toBe(201);
    const second = await hash();
    expect([await since(first), await since(second)]).toEqual([expect.stringContaining('以最后一次提交为准'), null]);
    await one.client.post(`/api/applications/${id}/own-moves`, { move: 'withdraw' });
    expect([await since(first), await since(second)]).toEqual(Array.from({ length: 2 }, () => expect.stringContaining('已撤回')));
  });

  it('shows her own applications with the time left, and a submission word for word with its questions', async () => {
    app.clock.set(new Date(call.closesAt.getTime() - 86_400_000));
    const person = await app.person();
    const organisation = await found(app, person, { name: '回看中心', creditCode: aCreditCode() });
    const { id } = await submitted(person, call, organisation, { name: '回看项目' });
    const [row] = (await person.client.get('/api/applications/mine')).body;
    expect(row).toMatchObject({ id, callTitle: call.rulebook.title, closesAt: call.closesAt.toISOString(), leads: true, toMend: null, returned: null });
    expect(row.stages.map((stage: { key: string }) => stage.key)).toEqual(call.rulebook.stages.map(({ key }) => key));
    const { body } = await person.client.get(`/api/applications/${id}/receipts/1`);
    expect(body).toMatchObject({ ordinal: 1, projectName: '回看项目', parties: [{ id: organisation, name: '回看中心' }], rulebook: { code: call.rulebook.code } });
    expect(body.files.length).toBeGreaterThan(0);
    expect(body.files[0]).toMatchObject({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await person.client.get(`/api/applications/${id}/receipts/2`)).toMatchObject({ status: 404, body: { code: 'submission_absent' } });
    const stranger = await app.person();
    await found(app, stranger, { name: '旁观中心', creditCode: aCreditCode() });
    expect((await stranger.client.get(`/api/applications/${id}/receipts/1`)).status).toBe(404);
  });

  it('changes the partners of a draft, within what the call allows', async () => {
    const { person, id, version } = await draft();
    const others = [await app.person(), await app.person(), await app.person()];
    const partners = await Promise.all(others.map((other, at) => found(app, other, { name: `伙伴${at}`, creditCode: aCreditCode() })));
    const change = (partnerIds: string[], of = version) => person.client.put(`/api/applications/${id}/partners`, { partnerIds, version: of });
    expect(await change(partners)).toMatchObject({ status: 400, body: { code: 'may_not_apply', problems: [{ code: 'too_many_parties' }] } });
    const changed = await change(partners.slice(0, 2));
    expect(changed).toMatchObject({ status: 200, body: { version: version + 1, partners: expect.arrayContaining([expect.objectContaining({ name: '伙伴0' })]) } });
    expect(await change([])).toMatchObject({ status: 412, body: { code: 'application_changed' } });
    expect((await others[0]!.client.get('/api/applications/mine')).body).toMatchObject([{ id, leads: false }]);
    expect((await others[0]!.client.put(`/api/applications/${id}/partners`, { partnerIds: [], version: version + 1 })).status).toBe(404);
  });

  it('says the bounds of a sum in yuan', async () => {
    const { person, id, version } = await draft();
    const { body } = await person.client.put(`/api/applications/${id}/answers`, { answers: { scheme: { requested: 600_000_000 } }, version });
    expect(body.faults).toEqual(expect.arrayContaining([expect.objectContaining({ path: 'scheme.requested', sentence: { zh: '不能大于 ¥50,000.00', en: 'It must be at most ¥50,000.00' } })]));
  });
});
