import { aProject, type RunningCall } from '../../support/a-project.js';
import { aCreditCode, anOrganisation } from '../../support/an-organisation.js';
import { bootApp, type TestApp } from '../../support/app.js';

describe('the track record', () => {
  let app: TestApp;
  let round: RunningCall;
  beforeAll(async () => {
    app = await bootApp();
    round = await aProject(app);
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  it('shows what an organisation applied for, was granted, how it was evaluated and what was wrong, at the reader’s own places', async () => {
    const { call, organisationId, projectId } = round;
    const [grid] = call.rulebook.evaluations;
    await app.db.query(
      `insert into evaluation (id, project_id, key, scores, score, grade_key, passed, opinion, recorded_by, recorded_at) values (gen_random_uuid(), $1, $2, '{}', '86.50', $3, true, '按计划实施', $4, $5)`,
      [projectId, grid!.key, grid!.grades[0]!.key, call.officer.id, app.clock.now()],
    );
    await call.officer.client.post(`/api/organisations/${organisationId}/issues`, { kind: 'audit', reason: '审计发现票据不全' });
    const { status, body } = await call.officer.client.get(`/api/organisations/${organisationId}/track-record`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      grantedFen: 5_000_000, applications: [{ requestedFen: 5_000_000, awardedFen: 5_000_000, callNumber: expect.any(String) }],
      projects: [{ id: projectId, awardedFen: 5_000_000, evaluations: [{ title: grid!.title, grade: grid!.grades[0]!.title, score: '86.50', passed: true }] }],
      issues: [{ kind: { zh: '审计发现' }, reason: '审计发现票据不全', resolution: null }],
    });
    const elsewhere = await app.person({ roles: [{ role: 'officer', node: 'js.nj.' }] });
    expect((await elsewhere.client.get(`/api/organisations/${organisationId}/track-record`)).status).toBe(404);
    expect((await round.founder.client.get(`/api/organisations/${organisationId}/track-record`)).status).toBe(403);
  });

  it('counts what was done under a double that was merged into it', async () => {
    const { call, founder, organisationId } = round;
    const made = await founder.client.post('/api/organisations', { ...anOrganisation({ name: '木兰中心', creditCode: aCreditCode() }), nodeId: await app.node('js.yz.') });
    await app.db.query('update organisation set credit_code = null, kind = $2 where id = $1', [organisationId, 'community_group']);
    const merged = await call.officer.client.post(`/api/organisations/${organisationId}/merge`, { intoId: made.body.id, reason: '同一家重复登记' });
    expect(merged.status).toBe(200);
    expect((await call.officer.client.get(`/api/organisations/${made.body.id}/track-record`)).body).toMatchObject({ grantedFen: 5_000_000, projects: [{}], issues: [{}] });
  });
});
