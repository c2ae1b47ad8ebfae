import { SYSTEM } from '#libs/access';
import { ApplicationsFacade } from '#modules/applications';
import { admit, anOpenCall, answersOf, handIn, type OpenCall, PDF, submitted } from '../../support/a-call.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

interface Rule {
  id: string;
  verdict: string;
  ground: { zh: string };
  evidenceOn: string | null;
}

describe('eligibility', () => {
  let app: TestApp;
  let call: OpenCall;
  let officer: Person;
  let made = 0;

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app);
    officer = call.officer;
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  async function organisation(changes: object = {}): Promise<{ founder: Person; id: string }> {
    made += 1;
    const founder = await app.person();
    return { founder, id: await found(app, founder, { name: `第${made}家庭服务中心`, creditCode: aCreditCode(), ...changes }) };
  }
  const selfCheck = async (person: Person, id: string, of = call) => (await person.client.get(`/api/calls/${of.id}/self-check?organisationId=${id}`)).body;
  const rule = (rules: Rule[], id: string): Rule => rules.find((one) => one.id === id)!;
  async function lookUp(id: string, register: string, entries: object[] = []): Promise<void> {
    const { body } = await officer.client.upload('/api/documents', { name: '查询.pdf', content: PDF });
    const lookedUpOn = app.clock.now().toISOString().slice(0, 10);
    const answer = await officer.client.post(`/api/organisations/${id}/lookups`, { register, lookedUpOn, entries, documentId: body.id });
    expect(answer.status).toBe(201);
  }

  it('answers before the form whether the organisation may apply, rule by rule with what was looked at', async () => {
    const { founder, id } = await organisation();
    const check = await selfCheck(founder, id);
    expect(check).toMatchObject({ mayApply: true, bars: [], organisationName: expect.stringContaining('家庭服务中心') });
    expect(rule(check.rules, 'E2')).toMatchObject({ verdict: 'passed', ground: { zh: '登记级别：区县级' } });
    expect(rule(check.rules, 'E5')).toMatchObject({ verdict: 'unknown', ground: { zh: '尚未查询社会组织活动异常名录' } });
    const stranger = await app.person();
    await found(app, stranger, { name: '旁人的中心', creditCode: aCreditCode() });
    expect((await stranger.client.get(`/api/calls/${call.id}/self-check?organisationId=${id}`)).status).toBe(404);
  });

  it('lists every reason against at once: the kind, the place, the level and the inspection', async () => {
    const { founder, id } = await organisation({ kind: 'enterprise', territoryCode: '110000', registrationLevel: 'province', inspections: [{ year: 2020, verdict: 'failed' }] });
    const check = await selfCheck(founder, id);
    expect(check.mayApply).toBe(false);
    expect(check.bars.map(({ code }: { code: string }) => code)).toEqual(['applicant_type_not_admitted', 'registered_elsewhere']);
    expect(check.rules.filter(({ verdict }: Rule) => verdict === 'failed').map(({ id: failed }: Rule) => failed)).toEqual(['E2', 'E4']);
  });

  it('is judged again at the submission by what was found since, and says rule, reason and day', async () => {
    const { founder, id } = await organisation();
    const started = await founder.client.post('/api/applications', { callId: call.id, organisationId: id });
    const answers = await answersOf(founder, call.rulebook);
    await founder.client.put(`/api/applications/${started.body.id}/answers`, { answers, version: started.body.version });
    await lookUp(id, 'abnormal_list', [{ fromDay: '2021-01-05', what: '未按时报送年报' }]);
    const submit = () => handIn(founder, started.body.id);
    const refused = await submit();
    expect(refused).toMatchObject({ status: 400, body: { code: 'application_incomplete' } });
    const [problem] = refused.body.problems;
    expect(problem.path).toBe('eligibility.E5');
    expect(JSON.stringify(problem)).toMatch(/2021-01-05 列入，尚未移出（未按时报送年报）；依据日期 \d{4}-\d\d-\d\d/);
    await lookUp(id, 'abnormal_list');
    expect((await submit()).status).toBe(201);
    expect(rule((await founder.client.get(`/api/applications/${started.body.id}`)).body.rules, 'E5').verdict).toBe('passed');
  });

  it('is refused at the submission while a ban with an end date holds, and open to it the day after', async () => {
    const { founder, id } = await organisation();
    const started = await founder.client.post('/api/applications', { callId: call.id, organisationId: id });
    await founder.client.put(`/api/applications/${started.body.id}/answers`, { answers: await answersOf(founder, call.rulebook), version: started.body.version });
    const today = new Date(app.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
    await officer.client.post(`/api/organisations/${id}/debarments`, { fromDay: '2020-01-01', untilDay: today, basis: '违约，三年不得申报' });
    const submit = () => handIn(founder, started.body.id);
    const refused = await submit();
    expect(refused.status).toBe(400);
    expect(JSON.stringify(refused.body.problems)).toContain(today);
    app.clock.set(new Date(`${today}T16:00:01Z`));
    expect((await submit()).status).toBe(201);
  });

  it('holds up every step of an organisation that is stopped, but those that end', async () => {
    const { founder, id } = await organisation();
    const screener = await app.person({ roles: [{ role: 'screener', node: 'js.yz.' }] });
    const application = await submitted(founder, call, id);
    const draft = await founder.client.post('/api/applications', { callId: call.id, organisationId: id });
    await officer.client.post(`/api/organisations/${id}/stop`, { reason: '资金使用被审计' });
    const checks = call.rulebook.eligibility.filter(({ moments }) => moments.includes('screening')).map((one) => ({ ruleId: one.id, verdict: 'passed' }));
    await screener.client.post(`/api/applications/${application.id}/checks`, { checks });
    const screen = (decision: object) => screener.client.post(`/api/applications/${application.id}/screening`, decision);
    expect(await screen({ move: 'admit' })).toMatchObject({ status: 409, body: { code: 'organisation_stopped', detail: expect.stringContaining('资金使用被审计') } });
    const dueAt = new Date(app.clock.now().getTime() + 86_400_000).toISOString();
    expect(await screen({ move: 'return', reason: '补一项', sections: ['proposal'], dueAt })).toMatchObject({ status: 409, body: { code: 'organisation_stopped' } });
    expect((await screener.client.get(`/api/applications/${application.id}`)).body.moves).toContainEqual(expect.objectContaining({ move: 'admit', allowed: false, reason: expect.objectContaining({ zh: expect.stringContaining('资金使用被审计') }) }));
    for (const move of ['amend']) expect(await founder.client.post(`/api/applications/${application.id}/own-moves`, { move })).toMatchObject({ status: 409, body: { code: 'organisation_stopped' } });
    expect((await handIn(founder, draft.body.id)).status).toBeGreaterThanOrEqual(400);
    expect((await founder.client.post(`/api/applications/${draft.body.id}/own-moves`, { move: 'withdraw' })).status).toBe(201);
    await officer.client.post(`/api/organisations/${id}/resume`, { reason: '审计结束，无问题' });
    expect(await screen({ move: 'admit' })).toMatchObject({ status: 200, body: { status: 'eligible' } });
  });

  it('tells whoever applies together with an organisation that is stopped or barred that it is so, and never why', async () => {
    const own = await anOpenCall(app, undefined, (rulebook) => ({ ...rulebook, applicants: { ...rulebook.applicants, joint: { ...rulebook.applicants.joint, mode: 'allowed' as const } } }));
    const [leader, partner, barred] = [await organisation(), await organisation(), await organisation()];
    const application = await submitted(leader.founder, own, leader.id);
    await app.db.query('update application set co_organisation_ids = array[$2::uuid] where id = $1', [application.id, partner.id]);
    await officer.client.post(`/api/organisations/${partner.id}/stop`, { reason: '负责人涉嫌挪用捐款' });
    expect((await officer.client.post(`/api/organisations/${barred.id}/debarments`, { fromDay: '2020-01-01', untilDay: '2031-12-31', basis: '虚报发票' })).status).toBe(201);
    const tried = await leader.founder.client.post('/api/applications', { callId: own.id, organisationId: leader.id, coOrganisationIds: [partner.id, barred.id] });
    expect(tried.body.problems.map(({ code }: { code: string }) => code)).toEqual(expect.arrayContaining(['partner_barred', 'partner_barred']));
    const amended = await leader.founder.client.post(`/api/applications/${application.id}/own-moves`, { move: 'amend' });
    expect(amended).toMatchObject({ status: 409, body: { code: 'partner_stopped' } });
    const read = await leader.founder.client.get(`/api/applications/${application.id}`);
    expect(read.status).toBe(200);
    for (const { raw } of [tried, amended, read]) expect(raw.toString('utf8')).not.toMatch(/挪用捐款|2031-12-31|虚报发票/);
    // The organisation itself, and staff of the place, are told.
    expect((await partner.founder.client.get(`/api/applications/${application.id}`)).raw.toString('utf8')).toContain('挪用捐款');
    expect((await own.officer.client.get(`/api/applications/${application.id}`)).raw.toString('utf8')).toContain('挪用捐款');
  });

  it('leaves a stopped organisation behind when the round comes under review, and takes the others along', async () => {
    const own = await anOpenCall(app);
    const [one, two] = [await organisation(), await organisation()];
    const [first, second] = [await submitted(one.founder, own, one.id), await submitted(two.founder, own, two.id)];
    await admit(own.officer, own, first.id);
    await admit(own.officer, own, second.id);
    await own.officer.client.post(`/api/organisations/${one.id}/stop`, { reason: '资金使用被审计' });
    expect(await app.nest.get(ApplicationsFacade, { strict: false }).bringToReview(own.id, 'written', SYSTEM)).toEqual([second.id]);
    expect((await own.officer.client.get(`/api/applications/${first.id}`)).body.status).toBe('eligible');
  });
});
