import { scoreEvaluation } from '../../../scripts/cycle/score-evaluation.mjs';
import { PDF } from '../../support/a-call.js';
import { aProject, signContract, type RunningCall } from '../../support/a-project.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

describe('milestones', () => {
  let app: TestApp;
  let round: RunningCall;
  let evaluator: Person;
  beforeAll(async () => {
    app = await bootApp();
    round = await aProject(app);
    await signContract(app, round);
    app.clock.set(new Date(`${(await ofProject()).find(({ key }) => key === 'plan')!.dueOn}T01:00:00Z`));
    await app.drain();
    app.clock.set('2024-05-21T01:00:00Z');
    await app.repeat('milestones.start-projects');
    evaluator = await app.person({ roles: [{ role: 'evaluator', node: 'js.yz.' }] });
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const ofProject = async () => (await round.founder.client.get(`/api/projects/${round.projectId}/milestones`)).body as { id: string; key: string; status: string; dueOn: string; version: number }[];
  const one = async (key: string) => (await round.founder.client.get(`/api/milestones/${(await ofProject()).find((milestone) => milestone.key === key)!.id}`)).body;
  const file = async () => (await round.founder.client.upload('/api/documents', { name: '材料.pdf', content: PDF })).body.id as string;

  /** A report with one file for every kind of evidence that it owes. */
  async function reportFor(key: string, spentFen = 0): Promise<{ id: string; body: object }> {
    const { id, version, evidenceKinds } = await one(key);
    const evidence = Object.fromEntries(await Promise.all((evidenceKinds as string[]).filter((kind) => kind !== 'narrative').map(async (kind) => [kind, [await file()]])));
    return { id, body: { version, report: { narrative: '按计划开展活动 12 场，服务 800 人次。', evidence, spending: spentFen > 0 ? [{ category: 'activity', amountFen: spentFen }] : [] } } };
  }

  it('has a plan from the contract on, runs from its first day, and reminds before each due day', async () => {
    const plan = await ofProject();
    expect(plan.map(({ key }) => key)).toEqual(expect.arrayContaining(['plan', 'monthly', 'midterm-report', 'final-report']));
    expect((await round.call.officer.client.get(`/api/projects/${round.projectId}`)).body.status).toBe('running');
    const { rows } = await app.db.query(`select count(*) from outbox where handler = 'milestones.remind-of-report' and closed_at is null`);
    expect(Number(rows[0].count)).toBeGreaterThan(0);
    expect((await round.founder.client.get('/api/inbox')).body.items).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'report-due', title: { zh: expect.stringContaining('实施计划'), en: expect.any(String) } })]));
  });

  it('takes a report once its evidence is there, returns it with a reason, and accepts it by the side that the rules name', async () => {
    const { id, version } = await one('plan');
    const empty = { version, report: { narrative: '', evidence: {}, spending: [] } };
    expect(await round.founder.client.post(`/api/milestones/${id}/submission`, empty)).toMatchObject({ status: 409, body: { code: 'evidence_lacking' } });
    const report = await reportFor('plan');
    expect(await round.founder.client.post(`/api/milestones/${id}/submission`, report.body)).toMatchObject({ status: 200, body: { status: 'submitted', lacking: [] } });
    expect(await round.founder.client.put(`/api/milestones/${id}/report`, report.body)).toMatchObject({ status: 409, body: { code: 'milestone_not_editable' } });
    const decide = (person: Person, body: object) => person.client.post(`/api/milestones/${id}/decision`, body);
    expect(await decide(evaluator, { move: 'accept' })).toMatchObject({ status: 403, body: { code: 'not_the_acceptor' } });
    expect(await decide(round.call.officer, { move: 'return' })).toMatchObject({ status: 409, body: { code: 'reason_needed' } });
    expect((await decide(round.call.officer, { move: 'return', reason: '请补充时间表' })).body.status).toBe('returned');
    await app.drain();
    const again = await reportFor('plan');
    // It arrived before midnight of its day; that the server reached it a day later makes it no later.
    const arrivedAt = app.clock.now();
    app.arrive(arrivedAt);
    app.clock.advance(86_400_000);
    expect((await round.founder.client.post(`/api/milestones/${id}/submission`, again.body)).body.submittedAt).toBe(arrivedAt.toISOString());
    app.arrive(null);
    expect((await decide(round.call.officer, { move: 'accept' })).body.status).toBe('accepted');
    expect((await decide(round.founder, { move: 'accept' })).status).toBe(403);
  });

  it('counts what asked for a report no longer once that was handed in, and speaks of none that is not owed or whose day has passed', async () => {
    const said = async () => ((await round.founder.client.get('/api/inbox?limit=100')).body.items as { kind: string; link: string; readAt: string | null }[]).filter(({ kind }) => kind === 'report-due' || kind === 'report-returned');
    const planId = (await one('plan')).id;
    await app.drain();
    const ofPlan = (await said()).filter(({ link }) => link === `/desk/milestones/${planId}`);
    expect(ofPlan.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['report-due', 'report-returned']));
    expect(ofPlan.filter(({ readAt }) => readAt === null)).toEqual([]);
    const [first, second, third] = (await ofProject()).filter(({ key }) => key === 'monthly');
    const { id, body } = await reportFor('monthly');
    expect(id).toBe(first!.id);
    expect((await round.founder.client.post(`/api/milestones/${id}/submission`, body)).status).toBe(200);
    const links = async () => (await said()).map(({ link }) => link.split('/').at(-1));
    app.clock.set(new Date(`${second!.dueOn}T01:00:00Z`));
    await app.drain();
    expect(await links()).not.toContain(first!.id);
    expect(await links()).toContain(second!.id);
    // The reminders were held up until after the day of the third.
    app.clock.set(new Date(new Date(`${third!.dueOn}T01:00:00Z`).getTime() + 2 * 86_400_000));
    await app.drain();
    expect(await links()).not.toContain(third!.id);
  });

  it('shows what was planned and reported before beside what is reported, and who may decide', async () => {
    const { id, body } = await reportFor('midterm-report', 2_000_000);
    const told = { ...body, report: { ...(body as { report: object }).report, reached: { direct: 60, personTimes: 480 } } };
    const saved = await round.founder.client.put(`/api/milestones/${id}/report`, told);
    expect(saved).toMatchObject({ status: 200, body: { writable: true, projectNumber: expect.any(String), lacking: [], moves: [{ move: 'submit', allowed: true }] } });
    expect(saved.body.reach).toEqual(expect.arrayContaining([expect.objectContaining({ key: 'direct', planned: expect.any(Number), reached: 60 }), expect.objectContaining({ key: 'women', reached: null })]));
    expect(saved.body.spending).toEqual(expect.arrayContaining([expect.objectContaining({ category: 'activity', amountFen: 2_000_000, budgetFen: expect.any(Number), beforeFen: null })]));
    expect(saved.body.evidence).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'vouchers', required: true, files: [expect.objectContaining({ name: '材料.pdf' })] })]));
    const seen = await round.call.officer.client.get(`/api/milestones/${id}`);
    expect(seen.body).toMatchObject({ writable: false, moves: [] });
  });

  it('lists what is owed with its project, and narrows to what is late or to be accepted', async () => {
    const { body: all } = await round.call.officer.client.get(`/api/milestones?callId=${round.call.id}`);
    expect(all.items[0]).toMatchObject({ organisationName: '木兰服务中心', projectNumber: expect.stringContaining('-X001') });
    expect(all.counts.accepted).toBe(1);
    expect(all.items.at(-1)).toMatchObject({ status: 'accepted', owed: false });
    const first = (await round.call.officer.client.get('/api/milestones?limit=2')).body;
    expect((await round.call.officer.client.get(`/api/milestones?limit=2&after=${encodeURIComponent(first.next)}`)).body.items[0].id).toBe(all.items[2].id);
    app.clock.set('2024-08-01T01:00:00Z');
    const { body: late } = await round.call.officer.client.get('/api/milestones?late=true');
    expect(late.items.length).toBeGreaterThan(0);
    expect(late.items.every((row: { late: boolean }) => row.late)).toBe(true);
    expect((await evaluator.client.get('/api/milestones?acceptor=evaluator&status=submitted')).body.items).toEqual([]);
    expect((await round.call.officer.client.get('/api/milestones?words=没有这个')).body.items).toEqual([]);
  });

  it('asks for what is late by inbox and letter, once a day, and leaves what the grantee is writing as it was', async () => {
    const { body: late } = await round.call.officer.client.get('/api/milestones?late=true');
    const { id, title } = late.items[0];
    const before = (await round.founder.client.get(`/api/milestones/${id}`)).body;
    const remind = (person: Person, of: string = id) => person.client.post(`/api/milestones/${of}/reminder`);
    expect(before.reminder).toBeNull();
    expect((await round.call.officer.client.get(`/api/milestones/${id}`)).body.reminder).toEqual({ sentAt: null, refusal: null });
    expect(await remind(round.call.officer)).toMatchObject({ status: 200, body: { reminder: { sentAt: expect.any(String), refusal: { zh: '今天已经催交过，明天可以再次催交' } } } });
    expect(await remind(evaluator)).toMatchObject({ status: 409, body: { code: 'reminded_today' } });
    await app.drain();
    const asked = async () => (await round.founder.client.get('/api/inbox?limit=100')).body.items.filter(({ kind, link }: { kind: string; link: string }) => kind === 'report-late' && link === `/desk/milestones/${id}`);
    expect(await asked()).toMatchObject([{ title: { zh: `请尽快提交“${title.zh}”` } }]);
    expect((await round.founder.client.get(`/api/milestones/${id}`)).body.version).toBe(before.version);
    app.clock.advance(86_400_000);
    expect((await remind(evaluator)).status).toBe(200);
    await app.drain();
    expect(await asked()).toHaveLength(2);
    const ahead = (await ofProject()).find(({ status, dueOn }) => status === 'planned' && dueOn > '2024-09')!;
    expect(await remind(round.call.officer, ahead.id)).toMatchObject({ status: 409, body: { code: 'report_not_late' } });
    expect((await remind(round.founder)).status).toBe(403);
    const elsewhere = await app.person({ roles: [{ role: 'officer', node: 'js.nj.' }] });
    expect((await remind(elsewhere)).status).toBe(404);
  });

  it('refuses spending outside the budget’s categories and a stale version', async () => {
    const { id, body } = await reportFor('midterm-report', 2_000_000);
    const wrong = { ...body, report: { ...(body as { report: object }).report, spending: [{ category: 'nothing', amountFen: 1 }] } };
    expect(await round.founder.client.put(`/api/milestones/${id}/report`, wrong)).toMatchObject({ status: 400, body: { code: 'cost_unknown' } });
    expect((await round.founder.client.put(`/api/milestones/${id}/report`, body)).status).toBe(200);
    expect(await round.founder.client.put(`/api/milestones/${id}/report`, body)).toMatchObject({ status: 412, body: { code: 'milestone_changed' } });
  });

  it('evaluates after the report, once, by an evaluator; the final evaluation brings the project to its settlement', async () => {
    const evaluateWith = (key: string, percent: number, person = evaluator) => {
      const grid = round.call.rulebook.evaluations.find((one) => one.key === key)!;
      return person.client.post(`/api/projects/${round.projectId}/evaluations`, { key, scores: scoreEvaluation(grid, percent), opinion: '总体达到预期' });
    };
    expect(await evaluateWith('midterm', 85)).toMatchObject({ status: 409, body: { code: 'report_first' } });
    const due = await evaluator.client.get(`/api/projects/${round.projectId}/evaluations/due`);
    expect(due.body).toEqual(expect.arrayContaining([expect.objectContaining({ key: 'midterm', allowed: false, reason: { zh: '相应报告尚未验收', en: expect.any(String) } })]));
    for (const key of ['midterm-report', 'final-report']) {
      const { id, body } = await reportFor(key, key === 'final-report' ? 4_800_000 : 2_000_000);
      expect((await round.founder.client.post(`/api/milestones/${id}/submission`, body)).status).toBe(200);
      expect((await evaluator.client.post(`/api/milestones/${id}/decision`, { move: 'accept' })).status).toBe(200);
    }
    expect((await evaluateWith('midterm', 85, round.call.officer)).status).toBe(403);
    expect((await evaluator.client.get('/api/evaluations/waiting')).body).toEqual([expect.objectContaining({ key: 'midterm', projectId: round.projectId, allowed: true }), expect.objectContaining({ key: 'final' })]);
    const trial = await evaluator.client.post(`/api/projects/${round.projectId}/evaluations/trial`, { key: 'midterm', scores: { points: { inputs: '12' }, quantities: { 'implementation.progress': { planned: 10, actual: 8 } } } });
    expect(trial).toMatchObject({ status: 200, body: { score: '25.33', complete: false, passed: false, grade: { zh: '不合格' } } });
    expect(trial.body.lines).toEqual(expect.arrayContaining([expect.objectContaining({ path: 'implementation.progress', points: '13.33', planned: 10, actual: 8 }), expect.objectContaining({ path: 'finance', points: null })]));
    expect((await round.founder.client.post(`/api/projects/${round.projectId}/evaluations/trial`, { key: 'midterm', scores: {} })).status).toBe(403);
    expect(await evaluateWith('midterm', 85)).toMatchObject({ status: 201, body: { score: '85.00', passed: true } });
    expect((await round.founder.client.get(`/api/projects/${round.projectId}/evaluations`)).body[0]).toMatchObject({ kind: 'midterm', grade: { zh: '合格' }, opinion: '总体达到预期', lines: expect.arrayContaining([expect.objectContaining({ path: 'finance', weight: 25, points: '21.25' })]) });
    expect(await evaluateWith('midterm', 90)).toMatchObject({ status: 409, body: { code: 'evaluation_recorded' } });
    expect(await evaluateWith('final', 92)).toMatchObject({ status: 201, body: { passed: true } });
    expect((await round.call.officer.client.get(`/api/projects/${round.projectId}`)).body.status).toBe('evaluating');
    expect((await evaluator.client.get('/api/evaluations/waiting')).body).toEqual([]);
    const elsewhere = await app.person({ roles: [{ role: 'evaluator', node: 'js.nj.' }] });
    expect((await evaluateWith('final', 92, elsewhere)).status).toBe(404);
  });
});
