import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { anOpenCall, type OpenCall } from '../../support/a-call.js';
import { bootApp, type TestApp } from '../../support/app.js';

/** Real worker processes, killed without warning while they make a report. */
describe('a report whose worker is killed', () => {
  let app: TestApp;
  let call: OpenCall;
  let worker: ChildProcess | undefined;

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app);
    await app.drain();
    // The suite's own listener lives in this process alone.
    await app.db.query(`delete from outbox where handler like '%>CollectLetters'`);
  });
  afterAll(async () => {
    worker?.kill('SIGKILL');
    await app?.close();
  });

  async function start(): Promise<ChildProcess> {
    const child = spawn(process.execPath, [resolve('dist/src/main.worker.js')], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_ENV: 'test', DATABASE_URL: app.databaseUrl, DATA_DIR: app.dataDir, SECRET_KEY: '5e'.repeat(32), RELAXED_DURABILITY: 'yes', PUBLIC_URL: 'http://127.0.0.1:1' },
    });
    for await (const text of child.stdout!) if (String(text).includes('ready')) return child;
    throw new Error('The worker ended before it was ready.');
  }

  const report = async (id: string) => (await call.officer.client.get(`/api/reports/${id}`)).body;

  async function until(id: string, condition: (seen: { status: string; progress: number }) => boolean): Promise<void> {
    for (const end = Date.now() + 60_000; ; ) {
      const seen = await report(id);
      if (condition(seen)) return;
      if (Date.now() > end) throw new Error(`It did not happen within a minute: ${JSON.stringify(seen)}`);
      await new Promise((done) => setTimeout(done, 5));
    }
  }

  it('is made once all the same, and its asker is told once', async () => {
    const { body: { id } } = await call.officer.client.post(`/api/calls/${call.id}/reports`, { format: 'pdf', kind: 'round_report' });
    for (const share of [1, 45]) {
      worker = await start();
      await until(id, ({ status, progress }) => status === 'ready' || progress >= share);
      worker.kill('SIGKILL');
      await once(worker, 'exit');
      // Stands in for the minute after which what was handed over and never closed is handed over again.
      await app.db.query(`update outbox set sent_at = sent_at - interval '2 minutes' where closed_at is null`);
    }
    worker = await start();
    await until(id, ({ status }) => status === 'ready');
    for (const end = Date.now() + 30_000; Date.now() < end; ) {
      if (Number((await app.db.query('select count(*) from outbox where closed_at is null and failed_at is null')).rows[0].count) === 0) break;
      await new Promise((done) => setTimeout(done, 50));
    }
    const { rows } = await app.db.query(
      `select (select count(*)::int from document where owner_kind = 'report' and owner_id = $1) as documents,
         (select count(*)::int from notification where kind = 'report-ready') as messages, (select sum(attempts)::int > 1 from outbox where handler = 'reporting.make-report') as "triedAgain"`,
      [id],
    );
    expect(rows).toEqual([{ documents: 1, messages: 1, triedAgain: true }]);
    await app.expectInvariants();
  }, 180_000);
});
