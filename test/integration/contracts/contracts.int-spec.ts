import { createHash } from 'node:crypto';
import { ContractsFacade } from '#modules/contracts';
import { PDF } from '../../support/a-call.js';
import { aProject, type RunningCall } from '../../support/a-project.js';
import { bootApp, type TestApp } from '../../support/app.js';

describe('a contract', () => {
  let app: TestApp;
  let round: RunningCall;
  beforeAll(async () => {
    app = await bootApp();
    round = await aProject(app);
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const drawUp = (term: object) => round.call.officer.client.post(`/api/projects/${round.projectId}/contracts`, term);
  const accept = (person: RunningCall['founder'], id: string, body: object) => person.client.post(`/api/contracts/${id}/acceptances`, body);
  const TERM = { startsOn: '2024-05-20', endsOn: '2024-11-30' };
  /** What still asks the grantee for a contract. */
  const asked = async (): Promise<{ kind: string; title: { zh: string } }[]> => {
    await app.drain();
    return (await round.founder.client.get('/api/inbox?show=unread')).body.items.filter(({ kind }: { kind: string }) => kind === 'contract-issued');
  };
  let contractId: string;

  it('is drawn up from the rulebook as a PDF that has the hash it says', async () => {
    expect(await drawUp({ startsOn: '2024-11-30', endsOn: '2024-05-20' })).toMatchObject({ status: 400, body: { code: 'days_reversed' } });
    const { status, body } = await drawUp(TERM);
    expect(status).toBe(201);
    expect(body).toMatchObject({ status: 'issued', amountFen: 5_000_000, parties: [{ key: 'funder' }, { key: 'grantee' }, { key: 'operator' }] });
    const pdf = await round.founder.client.get(`/api/documents/${body.documentId}/content`);
    expect(pdf.raw.subarray(0, 5).toString()).toBe('%PDF-');
    expect(createHash('sha256').update(pdf.raw).digest('hex')).toBe(body.sha256);
    contractId = body.id;
  });

  it('can be read over before it is issued, and stands in the tasks of those who are to act', async () => {
    const tasks = async (person: RunningCall['founder']) => (await person.client.get('/api/contracts/tasks')).body;
    const preview = await round.call.officer.client.get(`/api/projects/${round.projectId}/contracts/preview?startsOn=2024-05-20&endsOn=2024-10-31`);
    expect(preview.raw.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await round.founder.client.get(`/api/projects/${round.projectId}/contracts/preview?startsOn=2024-05-20&endsOn=2024-10-31`)).status).toBe(403);
    expect(await tasks(round.founder)).toEqual([expect.objectContaining({ task: 'accept', projectId: round.projectId, party: { zh: expect.stringContaining('乙方'), en: expect.any(String) } })]);
    expect((await tasks(round.call.officer)).map(({ task }: { task: string }) => task)).toEqual(['accept', 'accept']);
    const [seen] = (await round.founder.client.get(`/api/projects/${round.projectId}/contracts`)).body;
    expect(seen).toMatchObject({ amountInWords: '人民币伍万元整', mayDecline: true, parties: [{ key: 'funder', yours: false }, { key: 'grantee', yours: true, onPaper: false }, { key: 'operator', yours: false, onPaper: true }] });
  });

  it('can be sent back with a reason, and a new version takes its place', async () => {
    const declined = await round.founder.client.post(`/api/contracts/${contractId}/decline`, { reason: '实施期限需顺延一个月' });
    expect(declined).toMatchObject({ status: 200, body: { status: 'declined', reason: '实施期限需顺延一个月' } });
    expect((await round.call.officer.client.get('/api/contracts/tasks')).body).toEqual([expect.objectContaining({ task: 'redraw', reason: '实施期限需顺延一个月' })]);
    expect((await round.founder.client.get('/api/contracts/tasks')).body).toEqual([]);
    expect(await asked()).toEqual([]);
    const next = await drawUp({ ...TERM, endsOn: '2024-12-31' });
    expect(next.body).toMatchObject({ status: 'issued', number: expect.stringMatching(/-C2$/) });
    expect((await round.founder.client.get(`/api/projects/${round.projectId}/contracts`)).body.map(({ status }: { status: string }) => status)).toEqual(['issued', 'superseded']);
    contractId = next.body.id;
  });

  it('is accepted by each party with a fresh second factor, by nobody for another, and once', async () => {
    const { founder, call } = round;
    expect(await accept(founder, contractId, { partyKey: 'grantee', signatory: '李梅' })).toMatchObject({ status: 403, body: { code: 'second_factor_needed' } });
    await app.people.enrol(founder);
    expect(await accept(founder, contractId, { partyKey: 'funder', signatory: '李梅' })).toMatchObject({ status: 404, body: { code: 'party_absent' } });
    expect(await asked()).toMatchObject([{ title: { zh: expect.stringMatching(/-C2$/) } }]);
    expect(await accept(founder, contractId, { partyKey: 'grantee', signatory: '李梅' })).toMatchObject({ status: 200, body: { status: 'issued' } });
    expect(await asked()).toEqual([]);
    expect(await accept(founder, contractId, { partyKey: 'grantee', signatory: '李梅' })).toMatchObject({ status: 409, body: { code: 'already_accepted' } });
    await app.people.giveFactor(call.officer);
    expect((await accept(call.officer, contractId, { partyKey: 'grantee', signatory: '王' })).status).toBe(404);
    expect((await accept(call.officer, contractId, { partyKey: 'funder', signatory: '王主任' })).status).toBe(200);
    expect(await accept(call.officer, contractId, { partyKey: 'operator', signatory: '孵化中心' })).toMatchObject({ status: 400, body: { code: 'evidence_needed' } });
    const { body: page } = await call.officer.client.upload('/api/documents', { name: '签章页.pdf', content: PDF });
    const signed = await accept(call.officer, contractId, { partyKey: 'operator', signatory: '孵化中心', evidenceId: page.id });
    expect(signed.body).toMatchObject({ status: 'signed', signedAt: expect.any(String), mayDecline: false });
    expect(signed.body.parties[2]).toMatchObject({ signatory: '孵化中心', page: { name: '签章页.pdf' }, yours: false });
    expect((await call.officer.client.get('/api/contracts/tasks')).body).toEqual([]);
    const { body: project } = await call.officer.client.get(`/api/projects/${round.projectId}`);
    expect(project).toMatchObject({ status: 'contracted', contract: { contractId, sha256: signed.body.sha256, startsOn: '2024-05-20', endsOn: '2024-12-31' } });
    expect(await app.nest.get(ContractsFacade, { strict: false }).byHash(signed.body.sha256)).toMatchObject({ number: signed.body.number });
    expect(await drawUp(TERM)).toMatchObject({ status: 409, body: { code: 'not_to_be_contracted' } });
  });

  it('is nobody else’s', async () => {
    const elsewhere = await app.person({ roles: [{ role: 'officer', node: 'js.nj.' }] });
    expect((await elsewhere.client.get(`/api/contracts/${contractId}`)).status).toBe(404);
    expect((await elsewhere.client.post(`/api/projects/${round.projectId}/contracts`, TERM)).status).toBe(404);
  });
});
