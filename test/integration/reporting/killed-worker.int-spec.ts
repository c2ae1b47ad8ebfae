import { anOpenCall, type OpenCall } from '../../support/a-call.js';
import { forgetOwnLetters, until, Worker } from '../../support/a-worker.js';
import { bootApp, type TestApp } from '../../support/app.js';

/** Real worker processes, killed without warning while they make a report. */
describe('a report whose worker is killed', () => {
  let app: TestApp;
  let call: OpenCall;
  let worker: Worker;

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app);
    await app.drain();
    await forgetOwnLetters(app);
    worker = new Worker(app);
  });
  afterAll(async () => {
    worker?.end();
    await app?.close();
  });

  const report = async (id: string): Promise<{ status: string; progress: number }> => (await call.officer.client.get(`/api/reports/${id}`)).body;
  const open = async () => Number((await app.db.query('select count(*) from outbox where closed_at is null and failed_at is null')).rows[0].count);

  it('is made once all the same, and its asker is told once', async () => {
    const { body: { id } } = await call.officer.client.post(`/api/calls/${call.id}/reports`, { format: 'pdf', kind: 'round_report' });
    for (const share of [1, 45]) {
      await worker.start();
      await until(() => report(id), ({ status, progress }) => status === 'ready' || progress >= share);
      await worker.kill();
    }
    await worker.start();
    await until(() => report(id), ({ status }) => status === 'ready');
    await until(open, (left) => left === 0);
    const { rows } = await app.db.query(
      `select (select count(*)::int from document where owner_kind = 'report' and owner_id = $1) as documents,
         (select count(*)::int from notification where kind = 'report-ready') as messages, (select sum(attempts)::int > 1 from outbox where handler = 'reporting.make-report') as "triedAgain"`,
      [id],
    );
    expect(rows).toEqual([{ documents: 1, messages: 1, triedAgain: true }]);
    await app.expectInvariants();
  }, 300_000);
});
