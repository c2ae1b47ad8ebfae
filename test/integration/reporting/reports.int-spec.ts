import { createHash } from 'node:crypto';
import { PdfRenderer } from '#libs/documents';
import { Drain } from '#libs/jobs';
import { readXlsx } from '#libs/spreadsheets';
import { MakeReport } from '../../../src/modules/reporting/jobs/make-report.job.js';
import { aProject, type RunningCall } from '../../support/a-project.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

/** Fails as often as it is told to, and prints like the real one otherwise. */
class MoodyRenderer extends PdfRenderer {
  failures: Error[] = [];

  override async render(...given: Parameters<PdfRenderer['render']>): Promise<Buffer> {
    const failure = this.failures.shift();
    if (failure) throw failure;
    return super.render(...given);
  }
}

const NOBODY_RUNS = { key: 'a second worker', attempt: 1, progress: async () => undefined };

describe('a report of a round', () => {
  let app: TestApp;
  let round: RunningCall;
  let officer: Person;
  const renderer = new MoodyRenderer();

  beforeAll(async () => {
    app = await bootApp({ adjust: (builder) => builder.overrideProvider(PdfRenderer).useValue(renderer) });
    round = await aProject(app);
    ({ officer } = round.call);
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const ask = (format: string, who: Person = officer) => who.client.post(`/api/calls/${round.call.id}/reports`, { format, kind: 'round_report' });
  const report = async (id: string) => (await officer.client.get(`/api/reports/${id}`)).body;
  const content = (documentId: string, who: Person = officer) => who.client.get(`/api/documents/${documentId}/content`);
  const documentsOf = async (id: string) => Number((await app.db.query(`select count(*) from document where owner_kind = 'report' and owner_id = $1`, [id])).rows[0].count);
  const told = async (kind: string) => (await officer.client.get('/api/inbox?limit=200')).body.items.filter((one: { kind: string }) => one.kind === kind);
  /** Runs the tries that fail, however often, and the time between them. */
  async function drainPatiently(): Promise<void> {
    for (let tries = 0; tries < 6; tries += 1) {
      await app.nest.get(Drain, { strict: false }).run().catch(() => undefined);
      app.clock.advance(600_000);
    }
  }

  it('is accepted at once and says that it waits', async () => {
    const answer = await ask('xlsx');
    expect(answer).toMatchObject({ status: 202, body: { status: 'asked', label: { zh: '排队中' }, progress: 0, documentId: null, sha256: null, failure: null, moves: [], askedBy: officer.name } });
    await app.drain();
    expect(await report(answer.body.id)).toMatchObject({ status: 'ready', progress: 100, step: { zh: '已完成' } });
  });

  it('is a workbook whose sheets say what the tables say, without formulas', async () => {
    await app.db.query(`update application set project_name = '=HYPERLINK("http://evil")' where call_id = $1`, [round.call.id]);
    const { body: { id } } = await ask('xlsx');
    await app.drain();
    const { documentId, sha256 } = await report(id);
    const file = await content(documentId);
    expect(file.headers['content-type']).toContain('spreadsheetml');
    expect(createHash('sha256').update(file.raw).digest('hex')).toBe(sha256);
    const sheets = await readXlsx(file.raw);
    expect(sheets.map(({ name }) => name)).toEqual(['说明', '申报', '评分与排名', '立项', '拨款', '里程碑', '评估', '逾期事项']);
    const [cover, applications, , awards, payments] = sheets.map(({ rows }) => rows.map(({ cells }) => cells));
    expect(cover).toEqual(expect.arrayContaining([['立项金额(元)', 50_000], ['资金总额(元)', 1_250_000]]));
    expect(applications![1]).toEqual(expect.arrayContaining(['木兰服务中心', `'=HYPERLINK("http://evil")`, 50_000, 10_000]));
    expect(awards![1]).toEqual(expect.arrayContaining(['木兰服务中心', 50_000, '是']));
    expect(payments!.slice(1).map((cells) => cells[5])).toEqual([25_000, 20_000, 5_000]);
    await app.db.query(`update application set project_name = '木兰妈妈课堂' where call_id = $1`, [round.call.id]);
  });

  it('is a document to be filed, kept under its hash for staff of the place', async () => {
    const { body: { id } } = await ask('pdf');
    await app.drain();
    const { documentId, sha256 } = await report(id);
    const file = await content(documentId);
    expect(file.raw.subarray(0, 5).toString()).toBe('%PDF-');
    expect(createHash('sha256').update(file.raw).digest('hex')).toBe(sha256);
    expect(file.headers['content-disposition']).toContain('.pdf');
    expect((await content(documentId, round.founder)).status).toBe(404);
    expect((await app.http.anonymous.get(`/api/documents/${documentId}/content`)).status).toBe(404);
    expect((await app.http.anonymous.get(`/api/public/verifications/${sha256}`)).body.findings).toMatchObject([{ kind: 'report', round: expect.objectContaining({ zh: expect.any(String) }) }]);
  }, 60_000);

  it('tells whoever asked, once, with the way to it', async () => {
    const messages = await told('report-ready');
    expect(messages).toHaveLength(3);
    expect(messages[0]).toMatchObject({ link: `/desk/calls/${round.call.id}/reports`, title: { zh: expect.stringContaining('报告已生成') } });
  });

  it('has one document although two workers make it', async () => {
    const { body: { id } } = await ask('xlsx');
    const maker = app.nest.get(MakeReport, { strict: false });
    await Promise.all([maker.run({ reportId: id }, NOBODY_RUNS), maker.run({ reportId: id }, NOBODY_RUNS), app.drain()]);
    await maker.run({ reportId: id }, NOBODY_RUNS);
    await app.drain();
    expect(await documentsOf(id)).toBe(1);
    expect(await report(id)).toMatchObject({ status: 'ready' });
    expect(await told('report-ready')).toHaveLength(4);
  });

  it('goes on after something passing went wrong', async () => {
    renderer.failures = [new Error('The PDF process ended before its answer')];
    const { body: { id } } = await ask('pdf');
    await expect(app.drain()).rejects.toThrow('ended before its answer');
    expect(await report(id)).toMatchObject({ status: 'making', progress: 45, step: { zh: '排版 PDF' }, failure: null });
    await drainPatiently();
    expect(await report(id)).toMatchObject({ status: 'ready' });
    expect(await documentsOf(id)).toBe(1);
  }, 60_000);

  it('ends at once where the data forbid it, says why, and is made again on request', async () => {
    const { rows: [{ name }] } = await app.db.query('select organisation_name as name from application where call_id = $1 limit 1', [round.call.id]);
    await app.db.query(`update application set organisation_name = '𰻞面服务中心' where call_id = $1`, [round.call.id]);
    const { body: { id } } = await ask('pdf');
    await app.drain();
    expect(await report(id)).toMatchObject({
      status: 'failed', failure: { zh: '字体中没有这些字：𰻞', en: 'The fonts lack these characters: 𰻞' }, moves: [{ move: 'retry', allowed: true, label: { zh: '重新生成' } }],
    });
    expect(await told('report-failed')).toMatchObject([{ body: { zh: expect.stringContaining('𰻞') } }]);
    await app.db.query('update application set organisation_name = $2 where call_id = $1', [round.call.id, name]);
    expect(await officer.client.post(`/api/reports/${id}/retry`)).toMatchObject({ status: 202, body: { status: 'asked', failure: null, progress: 0 } });
    await app.drain();
    expect(await report(id)).toMatchObject({ status: 'ready', moves: [] });
    expect(await officer.client.post(`/api/reports/${id}/retry`)).toMatchObject({ status: 409, body: { code: 'wrong_state' } });
  }, 60_000);

  it('is given up after four attempts, with words for people', async () => {
    renderer.failures = Array.from({ length: 4 }, () => new Error('out of memory'));
    const { body: { id } } = await ask('pdf');
    await drainPatiently();
    const { status, failure } = await report(id);
    expect(status).toBe('failed');
    expect(failure.zh).toContain('请重新生成');
    expect(JSON.stringify(failure)).not.toContain('memory');
  }, 60_000);

  it('is ordered once by a button that was pressed twice', async () => {
    const key = { 'idempotency-key': 'pressed-twice-0001' };
    const press = () => officer.client.post(`/api/calls/${round.call.id}/reports`, { format: 'xlsx', kind: 'round_report' }, key);
    const [first, second] = await Promise.all([press(), press()]);
    expect(first.status).toBe(202);
    expect(second.body.id).toBe(first.body.id);
    await app.drain();
  });

  it('is listed with its siblings for those who answer for the round, and does not exist for others', async () => {
    const auditor = await app.person({ roles: [{ role: 'auditor', node: 'js.' }] });
    const elsewhere = await app.person({ roles: [{ role: 'officer', node: 'js.nj.' }] });
    const evaluator = await app.person({ roles: [{ role: 'evaluator', node: 'js.yz.' }] });
    const { body } = await auditor.client.get(`/api/calls/${round.call.id}/reports?limit=2`);
    expect(body.items).toHaveLength(2);
    const rest = await auditor.client.get(`/api/calls/${round.call.id}/reports?after=${body.next}`);
    expect([...body.items, ...rest.body.items].map(({ askedAt }: { askedAt: string }) => askedAt)).toEqual([...body.items, ...rest.body.items].map(({ askedAt }: { askedAt: string }) => askedAt).sort().reverse());
    const [{ id }] = body.items;
    expect((await elsewhere.client.get(`/api/reports/${id}`))).toMatchObject({ status: 404, body: { code: 'report_absent' } });
    expect((await elsewhere.client.get(`/api/calls/${round.call.id}/reports`)).status).toBe(404);
    expect((await ask('pdf', elsewhere)).status).toBe(404);
    expect((await elsewhere.client.post(`/api/reports/${id}/retry`)).status).toBe(404);
    expect((await ask('pdf', evaluator)).status).toBe(403);
    expect((await round.founder.client.get(`/api/reports/${id}`)).status).toBe(403);
    expect((await ask('docx')).status).toBe(400);
    expect((await officer.client.get('/api/reports/nothing')).status).toBe(404);
  });
});
