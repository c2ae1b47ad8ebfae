import { rmSync } from 'node:fs';
import { Injectable, type INestApplicationContext } from '@nestjs/common';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { Transaction } from '#libs/database';
import { Events } from '#libs/events';
import { defineJob, Drain, Handles, JobWorkers, Outbox, QueueGateway, Relay, RunEffect, type QueueConnection } from '#libs/jobs';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { boot, Count, DoCount, DoReach, HANDLERS, Rang, Reach, startRedis, Stumble, until } from './jobs.fixture.js';

describe.each(['postgres', 'redis'] as const)('effects through the %s queue', (kind) => {
  let database: TestDatabase;
  let owner: Client;
  let app: INestApplicationContext;
  let redis: Awaited<ReturnType<typeof startRedis>> | undefined;
  let connection: QueueConnection;

  const effects = async (name: string) => Number((await owner.query('select count(*) from effect where name = $1', [name])).rows[0].count);
  const open = async () => Number((await owner.query('select count(*) from outbox where closed_at is null and failed_at is null')).rows[0].count);
  const inTransaction = (work: () => Promise<unknown>) => app.get(Transaction).run(async () => void (await work()));

  beforeAll(async () => {
    database = await createTestDatabase();
    owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await owner.query('create table effect (name text not null); grant select, insert on effect to qiongxiang_app');
    redis = kind === 'redis' ? await startRedis() : undefined;
    connection = redis ? { kind: 'redis', url: redis.url, prefix: 'test' } : { kind: 'postgres', url: database.appUrl, schema: 'bullmq' };
    app = await boot(database.appUrl, connection);
    await app.get(JobWorkers).start();
  });

  afterAll(async () => {
    await app?.get(JobWorkers).stop();
    await app?.close();
    await owner?.end();
    await database?.drop();
    // Killed, for asked to stop it would first write to its folder.
    redis?.process.kill('SIGKILL');
    if (redis) rmSync(redis.folder, { recursive: true, force: true });
  });

  it('makes an effect once for every commit and none for a rollback', async () => {
    for (let i = 0; i < 20; i += 1) await inTransaction(() => app.get(Outbox).enqueue(Count, { by: 1 }));
    await expect(
      inTransaction(async () => {
        await app.get(Outbox).enqueue(Count, { by: 1000 });
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    await until(async () => (await open()) === 0);
    expect(await effects('count')).toBe(20);
  });

  it('asks once where two ask with one key', async () => {
    const before = await effects('count');
    for (let i = 0; i < 5; i += 1) await inTransaction(() => app.get(Outbox).enqueue(Count, { by: 1 }, { key: 'just one' }));
    await until(async () => (await open()) === 0);
    expect(await effects('count')).toBe(before + 1);
  });

  it('tells every listener of an event', async () => {
    await inTransaction(() => app.get(Events).tell(Rang, { bell: 'noon' }));
    await until(async () => (await open()) === 0);
    expect(await effects('heard noon')).toBe(1);
  });

  it('tries again after a failure, which leaves nothing behind', async () => {
    await inTransaction(() => app.get(Outbox).enqueue(Stumble, { times: 1 }));
    await until(async () => (await open()) === 0);
    expect(await effects('stumble')).toBe(1);
    const { rows } = await owner.query(`select attempts, last_error from outbox where handler = 'test.stumble'`);
    expect(rows).toEqual([{ attempts: 2, last_error: null }]);
  });

  it('gives work outside the database a key that stays', async () => {
    await inTransaction(() => app.get(Outbox).enqueue(Reach, { to: 'somebody' }, { key: `reach ${kind}` }));
    await until(async () => (await open()) === 0);
    const { rows } = await owner.query(`select id, progress from outbox where handler = 'test.reach'`);
    expect(rows).toEqual([{ id: DoReach.keys.at(-1), progress: 100 }]);
  });

  it('waits until an effect is due and lets it be taken back', async () => {
    const before = await effects('count');
    await inTransaction(() => app.get(Outbox).enqueue(Count, { by: 1 }, { key: 'later', dueAt: new Date(Date.now() + 3_600_000) }));
    expect(await app.get(Relay).pass()).toBe(0);
    await inTransaction(() => app.get(Outbox).withdraw(Count as never, 'later'));
    expect(await open()).toBe(0);
    expect(await effects('count')).toBe(before);
  });

  it('makes one effect although the queue delivers it twice', async () => {
    const before = await effects('count');
    let id = '';
    await inTransaction(async () => {
      id = await app.get(Outbox).enqueue(Count, { by: 1 });
    });
    await app.get(QueueGateway).send([{ id, queue: 'default', sends: 98 }, { id, queue: 'default', sends: 99 }]);
    await Promise.all([app.get(RunEffect).run(id), app.get(RunEffect).run(id)]);
    await until(async () => (await open()) === 0);
    expect(await effects('count')).toBe(before + 1);
  });

  if (kind === 'redis') {
    it('loses nothing when Redis is wiped with effects pending', async () => {
      const before = await effects('count');
      await app.get(JobWorkers).stop();
      for (let i = 0; i < 10; i += 1) await inTransaction(() => app.get(Outbox).enqueue(Count, { by: 1 }));
      await app.get(Relay).pass();
      const client = new Redis(redis!.url);
      await client.flushall();
      await client.quit();
      // Stands in for the minute after which a row that was handed over and never closed is handed over again.
      await owner.query(`update outbox set sent_at = sent_at - interval '2 minutes' where closed_at is null`);
      await app.get(JobWorkers).start();
      await until(async () => (await open()) === 0);
      expect(await effects('count')).toBe(before + 10);
    });
  }
});

describe('the register of effects', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await createTestDatabase()));
  afterAll(() => database.drop());

  const connection = (): QueueConnection => ({ kind: 'postgres', url: database.appUrl, schema: 'bullmq' });
  const refusal = (handlers: (new (...needs: never[]) => unknown)[]) =>
    boot(database.appUrl, connection(), handlers).then((app) => app.close().then(() => 'booted'), (error: Error) => error.message);

  it('refuses to boot with a job that nobody handles', async () => {
    expect(await refusal(HANDLERS.filter((handler) => handler !== DoCount))).toBe('Nobody handles the job "test.count".');
  });

  it('refuses to boot with two handlers of one job', async () => {
    @Injectable()
    @Handles(Count)
    class AlsoCount extends DoCount {}
    expect(await refusal([...HANDLERS, AlsoCount])).toBe('Two handlers want "test.count".');
  });

  it('refuses two jobs of one name', () => {
    expect(() => defineJob('test.count')).toThrow('There is a job "test.count" already.');
  });

  it('drains without a queue', async () => {
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await owner.query('create table effect (name text not null); grant select, insert on effect to qiongxiang_app');
    const app = await boot(database.appUrl, connection());
    await app.get(Transaction).run(async () => void (await app.get(Outbox).enqueue(Count, { by: 3 })));
    expect(await app.get(Drain).run()).toBe(1);
    expect((await owner.query('select count(*) from effect')).rows).toEqual([{ count: '3' }]);
    await app.close();
    await owner.end();
  });
});
