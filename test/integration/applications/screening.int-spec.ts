import { ApplicationsFacade } from '#modules/applications';
import { SYSTEM } from '#libs/access';
import { admit, anOpenCall, handIn, type OpenCall, submitted } from '../../support/a-call.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

describe('screening', () => {
  let app: TestApp;
  let call: OpenCall;
  let screener: Person;
  let made = 0;

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app);
    screener = await app.person({ roles: [{ role: 'screener', node: 'js.yz.' }] });
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  async function application(): Promise<{ id: string; number: string; founder: Person; organisationId: string }> {
    made += 1;
    const founder = await app.person();
    const organisationId = await found(app, founder, { name: `第${made}社工中心`, creditCode: aCreditCode() });
    return { ...(await submitted(founder, call, organisationId, { name: `项目${made}` })), founder, organisationId };
  }

  const screen = (id: string, decision: object, person = screener) => person.client.post(`/api/applications/${id}/screening`, decision);
  const check = (id: string, checks: object[], person = screener) => person.client.post(`/api/applications/${id}/checks`, { checks });

  it('admits once every rule has been judged, and never against a failed one', async () => {
    const { id, founder } = await application();
    expect(await screen(id, { move: 'admit' })).toMatchObject({ status: 409, body: { code: 'rules_unjudged' } });
    expect(await check(id, [{ ruleId: 'E4', verdict: 'failed' }])).toMatchObject({ status: 400, body: { code: 'note_needed' } });
    expect(await check(id, [{ ruleId: 'E99', verdict: 'passed' }])).toMatchObject({ status: 400, body: { code: 'rule_unknown' } });
    const rules = call.rulebook.eligibility.filter(({ moments }) => moments.includes('screening')).map((rule) => ({ ruleId: rule.id, verdict: 'passed' }));
    await check(id, [...rules, { ruleId: 'E5', verdict: 'failed', note: '2021年3月列入异常名录' }]);
    expect(await screen(id, { move: 'admit' })).toMatchObject({ status: 409, body: { code: 'rules_failed' } });
    expect(await screen(id, { move: 'exclude' })).toMatchObject({ status: 409, body: { code: 'reason_needed' } });
    expect(await screen(id, { move: 'exclude', reason: '不符合第五条：列入异常名录' })).toMatchObject({ status: 200, body: { status: 'ineligible' } });
    expect((await founder.client.get(`/api/applications/${id}`)).body).toMatchObject({ status: 'ineligible', reason: '不符合第五条：列入异常名录' });
    await check(id, rules);
    expect(await screen(id, { move: 'reconsider', reason: '申诉成立' })).toMatchObject({ status: 200, body: { status: 'submitted' } });
    await check(id, rules);
    expect(await screen(id, { move: 'admit' })).toMatchObject({ status: 200, body: { status: 'eligible' } });
  });

  it('returns named sections for correction on a clock of their own, also after the deadline, and shows what was changed in answer', async () => {
    const { id, founder } = await application();
    const before = app.clock.now();
    expect(await screen(id, { move: 'return', reason: '预算说明不清' })).toMatchObject({ status: 400, body: { code: 'sections_needed' } });
    app.clock.set(new Date(call.closesAt.getTime() + 86_400_000));
    const dueAt = new Date(app.clock.now().getTime() + 86_400_000).toISOString();
    expect(await screen(id, { move: 'return', reason: '预算说明不清', sections: ['proposal'], dueAt })).toMatchObject({ status: 200, body: { status: 'returned' } });
    const { body } = await founder.client.get(`/api/applications/${id}`);
    const save = (answers: object) => founder.client.put(`/api/applications/${id}/answers`, { answers, version: body.version });
    expect(await save({ ...body.answers, scheme: { ...body.answers.scheme, 'project-name': '改名' } })).toMatchObject({ status: 409, body: { code: 'section_closed' } });
    expect((await save({ ...body.answers, proposal: { ...body.answers.proposal, summary: '说明更清楚的摘要。' } })).status).toBe(200);
    expect(await handIn(founder, id)).toMatchObject({ status: 201, body: { ordinal: 2 } });
    const seen = (await screener.client.get(`/api/applications/${id}`)).body;
    expect(seen.correction).toMatchObject({ reason: '预算说明不清', before: { proposal: { summary: body.answers.proposal.summary } }, after: { proposal: { summary: '说明更清楚的摘要。' } } });
    expect([Object.keys(seen.correction.after), Object.keys(seen.correction.after.proposal)]).toEqual([['proposal'], ['summary']]);
    expect((await founder.client.get(`/api/applications/${id}`)).body.correction).toBeNull();
    await screen(id, { move: 'return', reason: '再补一项', sections: ['proposal'], dueAt });
    app.clock.set(new Date(Date.parse(dueAt) + 1));
    expect(await handIn(founder, id)).toMatchObject({ status: 409, body: { code: 'correction_overdue' } });
    app.clock.set(before);
  });

  it('is for screeners of the place who do not belong to the applicant', async () => {
    const { id, organisationId, founder } = await application();
    const member = await app.person({ roles: [{ role: 'screener', node: 'js.yz.' }, { role: 'applicant', subjectId: organisationId }] });
    const elsewhere = await app.person({ roles: [{ role: 'screener', node: 'js.nj.' }] });
    const finance = await app.person({ roles: [{ role: 'finance_maker', node: 'js.yz.' }] });
    expect(await screen(id, { move: 'exclude', reason: '不行' }, member)).toMatchObject({ status: 403, body: { code: 'own_organisation' } });
    expect((await screen(id, { move: 'exclude', reason: '不行' }, elsewhere)).status).toBe(404);
    expect((await screen(id, { move: 'exclude', reason: '不行' }, finance)).status).toBe(403);
    expect((await screen(id, { move: 'exclude', reason: '不行' }, founder)).status).toBe(403);
  });

  it('lists, counts, filters, pages and exports what was submitted', async () => {
    const { id, number } = await application();
    const { body } = await screener.client.get(`/api/applications?callId=${call.id}&limit=2`);
    expect(body.items).toHaveLength(2);
    expect(Object.values(body.counts as Record<string, number>).reduce((sum, count) => sum + count, 0)).toBe(made);
    const next = await screener.client.get(`/api/applications?callId=${call.id}&limit=2&after=${body.next}`);
    expect(next.body.items[0].id).not.toBe(body.items[0].id);
    expect((await screener.client.get(`/api/applications?words=${number}`)).body.items).toMatchObject([{ id }]);
    const csv = await screener.client.get(`/api/applications-export?format=csv&words=${number}`);
    expect(csv.raw.toString()).toContain(number);
    expect(csv.headers['content-disposition']).toContain('.csv');
    const xlsx = await screener.client.get('/api/applications-export?format=xlsx');
    expect(xlsx.raw.subarray(0, 2).toString()).toBe('PK');
  });

  it('hides an outcome from the applicant until all are announced', async () => {
    const { id, founder } = await application();
    await admit(screener, call, id);
    const facade = app.nest.get(ApplicationsFacade, { strict: false });
    expect(await facade.bringToReview(call.id, 'written', SYSTEM)).toContain(id);
    const rankingId = '0199b2c0-0000-7000-8000-000000000001';
    await app.db.query(`insert into score_ranking (id, call_id, manifest, hash, sealed_by, sealed_at) values ($1, $2, '{}', $3, $1, now())`, [rankingId, call.id, 'a'.repeat(64)]);
    await facade.recordRanking(call.id, { rankingId, manifestHash: 'a'.repeat(64), rows: [{ applicationId: id, rank: 1, score: '91.50' }] }, SYSTEM);
    await facade.recordOutcome(id, { kind: 'awarded', amountFen: 3_000_000 }, SYSTEM);
    const seen = async (person: Person) => (await person.client.get(`/api/applications/${id}`)).body;
    expect(await seen(screener)).toMatchObject({ status: 'awarded', score: '91.50', rank: 1 });
    const own = await seen(founder);
    expect(own).toMatchObject({ status: 'in_review', label: { zh: '评审中' }, score: null, rank: null, outcome: null });
    expect(JSON.stringify(own)).not.toMatch(/"awarded"|拟立项|91\.50|3000000/);
    await facade.announceOutcomes(call.id, SYSTEM);
    expect(await seen(founder)).toMatchObject({ status: 'awarded', score: '91.50', outcome: { kind: 'awarded', amountFen: 3_000_000 } });
  });
});
