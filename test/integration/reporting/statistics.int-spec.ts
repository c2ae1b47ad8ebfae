import { admit, anOpenCall, submitted, type OpenCall } from '../../support/a-call.js';
import { aPanel, blocOf, scoreAt } from '../../support/a-panel.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

interface Figure { key: string; count: number; of: number | null }
interface StageRow { key: string; kind: string; state: string; late: boolean; figures: Figure[] }

/** One round of four applications, looked at as it goes on. */
describe('the figures of a round', () => {
  let app: TestApp;
  let call: OpenCall;
  let founders: Person[];
  let ids: string[];
  let panel: Awaited<ReturnType<typeof aPanel>>;
  let auditor: Person;

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app, 'hubei-mulan-2024', (rulebook) => ({
      ...rulebook, applicants: { ...rulebook.applicants, registeredIn: [], joint: { ...rulebook.applicants.joint, mode: 'allowed', together: [] } },
    }));
    auditor = await app.person({ roles: [{ role: 'auditor', node: 'js.' }] });
    founders = [];
    ids = [];
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const statistics = async (who: Person = call.officer) => (await who.client.get(`/api/calls/${call.id}/statistics`)).body;
  const stage = async (kind: string): Promise<StageRow> => (await statistics()).line.find((one: StageRow) => one.kind === kind);
  const category = (at: number) => call.rulebook.categories.filter(({ open }) => open)[at]!.key;
  const counts = (rows: { status: string; count: number }[]) => Object.fromEntries(rows.map(({ status, count }) => [status, count]));

  async function apply(name: string, requestedFen: number, categoryKey: string): Promise<void> {
    const founder = await app.person();
    const organisationId = await found(app, founder, { name: `${name}服务中心`, creditCode: aCreditCode() });
    const { id } = await submitted(founder, call, organisationId, { name, requestedFen, matchingFen: 1_500_000, categoryKey });
    founders.push(founder);
    ids.push(id);
  }

  it('are empty and already have their line and next date', async () => {
    const empty = await statistics();
    expect(empty).toMatchObject({ status: 'open', counts: { applications: 0, awards: 0 }, money: { poolFen: call.rulebook.money.poolFen, requestedFen: 0 }, lateTotal: 0, scores: { count: 0, highest: null, buckets: [] } });
    expect(empty.line.map(({ kind, state }: StageRow) => [kind, state]).slice(0, 3)).toEqual([['application', 'current'], ['recommendation', 'current'], ['screening', 'ahead']]);
    expect(empty.next).toMatchObject({ at: call.closesAt.toISOString() });
  });

  it('count applications by status, category and day, with what they ask for', async () => {
    await apply('木兰课堂', 5_000_000, category(0));
    await apply('巧手工坊', 4_000_000, category(0));
    app.clock.set(new Date(app.clock.now().getTime() + 86_400_000));
    await apply('护苗行动', 3_000_000, category(1));
    await apply('银龄相伴', 2_000_000, category(1));
    const now = await statistics();
    expect(counts(now.applications)).toEqual({ submitted: 4 });
    expect(now.money.requestedFen).toBe(14_000_000);
    expect(now.categories.filter(({ applications }: { applications: number }) => applications > 0)).toEqual([
      expect.objectContaining({ key: category(0), applications: 2, requestedFen: 9_000_000, awards: 0, awardedFen: 0 }),
      expect.objectContaining({ key: category(1), applications: 2, requestedFen: 5_000_000 }),
    ]);
    expect(now.perDay.map(({ count }: { count: number }) => count)).toEqual([2, 2]);
    expect((await stage('application')).figures).toMatchObject([{ key: 'applications.submitted', count: 4 }]);
  });

  it('know a draft only as a number', async () => {
    const founder = await app.person();
    const organisationId = await found(app, founder, { name: '未完成服务中心', creditCode: aCreditCode() });
    await founder.client.post('/api/applications', { callId: call.id, organisationId });
    expect((await stage('application')).figures).toMatchObject([{ count: 4 }, { key: 'applications.draft', count: 1 }]);
    expect((await statistics()).money.requestedFen).toBe(14_000_000);
  });

  it('say by which rule applications were refused', async () => {
    for (const id of ids.slice(0, 3)) await admit(call.officer, call, id);
    const rules = call.rulebook.eligibility.filter(({ moments }) => moments.includes('screening'));
    const checks = rules.map(({ id }, at) => (at === 0 ? { ruleId: id, verdict: 'failed', note: '登记证书已过期' } : { ruleId: id, verdict: 'passed' }));
    await call.officer.client.post(`/api/applications/${ids[3]}/checks`, { checks });
    await call.officer.client.post(`/api/applications/${ids[3]}/screening`, { move: 'exclude', reason: '登记证书已过期' });
    const now = await statistics();
    expect(now.refusals).toEqual([{ ruleId: rules[0]!.id, text: rules[0]!.text, failed: 1, excluded: 1 }]);
    expect(now.counts).toMatchObject({ applications: 4, admitted: 3 });
    expect((await stage('screening')).figures).toMatchObject([{ count: 4, of: 4 }, { key: 'applications.ineligible', count: 1 }]);
  });

  it('say whose sheets are late once the end of the stage has passed, and tell no score before it is sealed', async () => {
    app.clock.set(new Date(call.closesAt.getTime() + 3_600_000));
    await app.repeat('calls.open-and-close');
    panel = await aPanel(app, call, 'written', 4);
    await call.officer.client.post(`/api/calls/${call.id}/scoring/written/beginning`);
    for (const seat of panel.slice(0, 3)) for (const [at, id] of ids.slice(0, 3).entries()) await scoreAt(seat, id, blocOf(call, 'written'), 90 - at * 10);
    expect((await stage('written_review'))).toMatchObject({ state: 'current', late: false, figures: [{ key: 'sheets', count: 9, of: 12 }] });
    const { closesAt } = call.rulebook.stages.find(({ kind }) => kind === 'written_review')!;
    app.clock.set(new Date(Date.parse(closesAt!) + 60_000));
    const now = await statistics();
    expect(now.scores).toMatchObject({ count: 0, buckets: [], mean: null });
    expect(now.late).toMatchObject([{ kind: 'sheets', count: 3 }]);
    expect(now.lateThings).toMatchObject([{ kind: 'sheets', title: '评委4', count: 3, subjectId: null, dueAt: new Date(closesAt!).toISOString() }]);
    expect((await stage('written_review')).late).toBe(true);
    const { body } = await call.officer.client.get('/api/statistics');
    expect(body.items[0]).toMatchObject({ callId: call.id, lateTotal: 3, late: [{ kind: 'sheets', count: 3 }] });
  });

  it('owe no sheet of a recused judge', async () => {
    await panel[3]!.judge.client.post(`/api/judging/${panel[3]!.seatId}/${ids[2]}/conflict`, { verdict: 'has', note: '曾任该单位理事' });
    expect((await statistics()).late).toMatchObject([{ kind: 'sheets', count: 2 }]);
    expect((await stage('written_review')).figures).toMatchObject([{ count: 9, of: 11 }]);
  });

  it('show how the final scores are spread', async () => {
    for (const id of ids.slice(0, 2)) await scoreAt(panel[3]!, id, blocOf(call, 'written'), 85);
    expect((await call.officer.client.post(`/api/calls/${call.id}/scoring/written/sealing`)).status).toBeLessThan(300);
    const now = await statistics();
    expect(now.scores.count).toBe(3);
    expect(now.scores.buckets.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(3);
    const { rows } = await app.db.query<{ score: string }>('select score from application where call_id = $1 and score is not null', [call.id]);
    const scores = rows.map(({ score }) => Number(score));
    expect([Number(now.scores.lowest), Number(now.scores.highest)]).toEqual([Math.min(...scores), Math.max(...scores)]);
    for (const { from, to, count } of now.scores.buckets) expect(scores.filter((score) => score >= from && score < to)).toHaveLength(count);
    expect((await stage('written_review')).state).toBe('done');
    expect(now.lateTotal).toBe(0);
  });

  it('count awards and their money by category, before they are announced too', async () => {
    expect((await call.officer.client.post(`/api/calls/${call.id}/awards/decision`)).status).toBeLessThan(300);
    const now = await statistics();
    const { rows: [sum] } = await app.db.query(`select count(*)::int as count, sum(amount_fen)::float8 as fen from award where status = 'proposed'`);
    expect(now.counts.awards).toBe(sum.count);
    expect(now.money.awardedFen).toBe(sum.fen);
    expect(now.categories.reduce((total: number, { awardedFen }: { awardedFen: number }) => total + awardedFen, 0)).toBe(sum.fen);
  });

  it('are for staff of the place alone', async () => {
    const elsewhere = await app.person({ roles: [{ role: 'officer', node: 'js.nj.' }] });
    const judge = await app.person({ roles: [{ role: 'expert', node: 'js.yz.' }] });
    expect((await elsewhere.client.get(`/api/calls/${call.id}/statistics`))).toMatchObject({ status: 404, body: { code: 'call_absent' } });
    expect((await elsewhere.client.get('/api/statistics')).body.items).toEqual([]);
    expect((await judge.client.get(`/api/calls/${call.id}/statistics`)).status).toBe(403);
    expect((await founders[0]!.client.get('/api/statistics')).status).toBe(403);
    expect((await app.http.anonymous.get('/api/statistics')).status).toBe(401);
    expect((await statistics(auditor)).counts).toEqual((await statistics()).counts);
    expect((await call.officer.client.get('/api/calls/not-an-id/statistics')).status).toBe(404);
  });

  it('come in pages, the most recently published round first', async () => {
    const other = await anOpenCall(app, 'yangzhou-2021');
    const first = await auditor.client.get('/api/statistics?limit=1');
    const second = await auditor.client.get(`/api/statistics?limit=1&after=${first.body.next}`);
    const published = [...first.body.items, ...second.body.items].map(({ callId }: { callId: string }) => callId);
    expect(published).toHaveLength(2);
    expect(new Set(published)).toEqual(new Set([call.id, other.id]));
    expect(second.body.next).toBeUndefined();
  });
});
