import { Transaction } from '#libs/database';
import { say } from '#libs/errors';
import { Events } from '#libs/events';
import { PeopleToBeTold } from '#modules/identity';
import { forgetOwnLetters, until, Worker } from '../../support/a-worker.js';
import { bootApp, FixedClock, type Person, type TestApp } from '../../support/app.js';

const NEWS = 80;

/** Real processes, killed without warning: the relay and the workers live in them. */
describe('a worker that is killed', () => {
  let app: TestApp;
  let person: Person;
  let worker: Worker;

  beforeAll(async () => {
    app = await bootApp({ clock: new FixedClock(new Date()) });
    person = await app.person();
    await app.drain();
    worker = new Worker(app);
  });
  afterAll(async () => {
    worker?.end();
    await app?.close();
  });

  const open = async () => Number((await app.db.query('select count(*) from outbox where closed_at is null and failed_at is null')).rows[0].count);
  const closed = async () => Number((await app.db.query(`select count(*) from outbox where closed_at is not null and handler like 'PeopleToBeTold>When%'`)).rows[0].count);

  it('loses nothing and does nothing twice: one message and one letter for each event', async () => {
    const before = await closed();
    for (let at = 0; at < NEWS; at += 1) {
      await app.nest.get(Transaction).run(() => app.nest.get(Events).tell(PeopleToBeTold, {
        to: { accountIds: [person.id] }, kind: 'killed', title: say('消息 {at}', 'News {at}'), body: say('内容', 'Content'), facts: { at }, key: `killed:${at}`,
      }));
    }
    await forgetOwnLetters(app);
    for (const share of [0.1, 0.35, 0.6, 0.85]) {
      await worker.start();
      await until(async () => ({ closed: (await closed()) - before, open: await open() }), (seen) => seen.closed >= NEWS * share || seen.open === 0);
      await worker.kill();
    }
    await worker.start();
    await until(async () => (await app.db.query('select handler, attempts, sends, last_error, count(*) from outbox where closed_at is null and failed_at is null group by 1, 2, 3, 4')).rows, (left) => left.length === 0);
    const { rows } = await app.db.query(
      `select (select count(*) from notification where kind = 'killed') as messages, (select count(distinct key) from notification where kind = 'killed') as told,
        (select count(*) from outbox where handler = 'notifications.send-mail' and key like 'killed:%') as letters, (select count(*) from kept_mail where subject like '消息%') as sent`,
    );
    expect(rows).toEqual([{ messages: String(NEWS), told: String(NEWS), letters: String(NEWS), sent: String(NEWS) }]);
    await app.expectInvariants();
  }, 300_000);
});
