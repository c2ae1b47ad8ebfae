import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { Transaction } from '#libs/database';
import { say } from '#libs/errors';
import { Events } from '#libs/events';
import { PeopleToBeTold } from '#modules/identity';
import { bootApp, FixedClock, type Person, type TestApp } from '../../support/app.js';

const NEWS = 80;

/** Real processes, killed without warning: the relay and the workers live in them. */
describe('a worker that is killed', () => {
  let app: TestApp;
  let person: Person;
  let worker: ChildProcess | undefined;

  beforeAll(async () => {
    app = await bootApp({ clock: new FixedClock(new Date()) });
    person = await app.person();
    await app.drain();
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

  async function kill(child: ChildProcess): Promise<void> {
    child.kill('SIGKILL');
    await once(child, 'exit');
    // Stands in for the minute after which what was handed over and never closed is handed over again.
    await app.db.query(`update outbox set sent_at = sent_at - interval '2 minutes' where closed_at is null`);
  }

  const open = async () => Number((await app.db.query('select count(*) from outbox where closed_at is null and failed_at is null')).rows[0].count);
  const closed = async () => Number((await app.db.query(`select count(*) from outbox where closed_at is not null and handler like 'PeopleToBeTold>When%'`)).rows[0].count);

  async function until(condition: () => Promise<boolean>): Promise<void> {
    for (const end = Date.now() + 60_000; !(await condition()); ) {
      if (Date.now() > end) throw new Error(`It did not happen within a minute: ${JSON.stringify((await app.db.query('select handler, attempts, sends, last_error, count(*) from outbox where closed_at is null group by 1, 2, 3, 4')).rows)}`);
      await new Promise((done) => setTimeout(done, 5));
    }
  }

  it('loses nothing and does nothing twice: one message and one letter for each event', async () => {
    const before = await closed();
    for (let at = 0; at < NEWS; at += 1) {
      await app.nest.get(Transaction).run(() => app.nest.get(Events).tell(PeopleToBeTold, {
        to: { accountIds: [person.id] }, kind: 'killed', title: say('消息 {at}', 'News {at}'), body: say('内容', 'Content'), facts: { at }, key: `killed:${at}`,
      }));
    }
    // The suite's own listener lives in this process alone.
    await app.db.query(`delete from outbox where handler like '%>CollectLetters'`);
    for (const share of [0.1, 0.35, 0.6, 0.85]) {
      worker = await start();
      await until(async () => (await closed()) - before >= NEWS * share || (await open()) === 0);
      await kill(worker);
    }
    worker = await start();
    await until(async () => (await open()) === 0);
    const { rows } = await app.db.query(
      `select (select count(*) from notification where kind = 'killed') as messages, (select count(distinct key) from notification where kind = 'killed') as told,
        (select count(*) from outbox where handler = 'notifications.send-mail' and key like 'killed:%') as letters, (select count(*) from kept_mail where subject like '消息%') as sent`,
    );
    expect(rows).toEqual([{ messages: String(NEWS), told: String(NEWS), letters: String(NEWS), sent: String(NEWS) }]);
    await app.expectInvariants();
  }, 180_000);
});
