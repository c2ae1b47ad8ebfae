import { PDF } from '../../support/a-call.js';
import { aProject, signContract, type RunningCall } from '../../support/a-project.js';
import { bootApp, type TestApp } from '../../support/app.js';

describe('the rules that are tested again before signing', () => {
  let app: TestApp;
  let round: RunningCall;
  beforeAll(async () => {
    app = await bootApp();
    round = await aProject(app);
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  async function lookUp(entries: object[]): Promise<void> {
    const { client } = round.call.officer;
    const { body } = await client.upload('/api/documents', { name: '查询.pdf', content: PDF });
    const answer = await client.post(`/api/organisations/${round.organisationId}/lookups`, { register: 'dishonest_list', lookedUpOn: app.clock.now().toISOString().slice(0, 10), entries, documentId: body.id });
    expect(answer.status).toBe(201);
  }
  const rules = async () => (await round.call.officer.client.get(`/api/projects/${round.projectId}/signing-rules`)).body as { id: string; verdict: string; ground: { zh: string } }[];

  it('are judged by the facts of the day: what was found since the award keeps the contract from being signed', async () => {
    expect((await rules()).map(({ id }) => id)).toEqual(['E1', 'E5', 'E6', 'E7']);
    await lookUp([{ fromDay: '2024-04-01', what: '列入严重违法失信名单' }]);
    expect((await rules()).find(({ id }) => id === 'E6')).toMatchObject({ verdict: 'failed', ground: { zh: expect.stringContaining('2024-04-01 列入') } });
    await expect(signContract(app, round)).rejects.toThrow(/signing_rules_failed.*E6/);
    expect((await round.call.officer.client.get(`/api/projects/${round.projectId}`)).body).toMatchObject({ status: 'opened', contract: null });
    expect((await round.founder.client.get(`/api/projects/${round.projectId}/signing-rules`)).status).toBe(403);
  });

  it('hold up nothing once they pass; a stop does, and its end lets the project go on', async () => {
    await lookUp([]);
    const { officer } = round.call;
    await officer.client.post(`/api/organisations/${round.organisationId}/stop`, { reason: '收到举报，正在核实' });
    const [contract] = (await officer.client.get(`/api/projects/${round.projectId}/contracts`)).body;
    const { key } = contract.parties.find(({ acceptedAt, role }: { acceptedAt: unknown; role: string }) => acceptedAt === null && role !== 'grantee');
    const { body } = await officer.client.upload('/api/documents', { name: '签章页.pdf', content: PDF });
    const accept = () => officer.client.post(`/api/contracts/${contract.id}/acceptances`, { partyKey: key, signatory: '王官员', evidenceId: body.id });
    await app.people.giveFactor(officer);
    expect(await accept()).toMatchObject({ status: 409, body: { code: 'organisation_stopped' } });
    expect((await officer.client.post(`/api/projects/${round.projectId}/moves`, { move: 'suspend', reason: '核实期间暂停' })).status).toBe(200);
    expect((await officer.client.get(`/api/projects/${round.projectId}`)).body.moves).toContainEqual(expect.objectContaining({ move: 'resume', allowed: false, reason: expect.objectContaining({ zh: expect.stringContaining('收到举报') }) }));
    expect(await officer.client.post(`/api/projects/${round.projectId}/moves`, { move: 'resume', reason: '继续实施' })).toMatchObject({ status: 409, body: { code: 'organisation_stopped' } });
    await officer.client.post(`/api/organisations/${round.organisationId}/resume`, { reason: '举报不实' });
    expect((await officer.client.post(`/api/projects/${round.projectId}/moves`, { move: 'resume', reason: '继续实施' })).status).toBe(200);
    expect(await accept()).toMatchObject({ status: 200, body: { status: 'signed' } });
    const { rows } = await app.db.query('select project_status from application where organisation_id = $1', [round.organisationId]);
    expect(rows).toEqual([{ project_status: 'contracted' }]);
  });
});
