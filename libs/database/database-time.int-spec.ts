import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import type { AppConfig } from '#libs/config';
import { arrived } from './arrival.js';
import { DatabaseTime } from './database-time.js';
import { HEARD, LastHeard } from './last-heard.js';
import { PreparingClient } from './preparing-client.js';
import { Transaction } from './transaction.js';

describe('the time at which a request arrived', () => {
  const WAIT_MS = 40;
  let database: TestDatabase;
  let source: DataSource;
  let tx: Transaction;
  let heard: LastHeard;
  let time: DatabaseTime;

  beforeAll(async () => {
    database = await createTestDatabase();
    source = await new DataSource({ type: 'postgres', url: database.ownerUrl, extra: { Client: PreparingClient, max: 4 } }).initialize();
    tx = new Transaction(source);
  });
  beforeEach(() => {
    heard = new LastHeard();
    time = new DatabaseTime(tx, heard, { sandbox: false } as AppConfig);
  });
  afterAll(async () => {
    await source?.destroy();
    await database?.drop();
  });

  const present = async () => (await tx.sql<{ told: number }>(`select ${HEARD}`, []))[0]!.told;
  const aWhile = () => new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  const session = () => heard.asking(() => tx.sql<{ told: number; changes: string }>(`select ${HEARD}`, []));

  it('is told with the session, and not that of the session', async () => {
    const [before, at, after] = await arrived(async () => {
      const early = await present();
      await aWhile();
      await session();
      return [early, (await time.arrival()).getTime(), await present()];
    });
    expect(at).toBeLessThanOrEqual(before + 1);
    expect(after - at).toBeGreaterThanOrEqual(WAIT_MS - 2);
  });

  it('is the same where nothing was told with a session since, however old what was told before is', async () => {
    await session();
    await aWhile();
    const [before, at] = await arrived(async () => [await present(), (await time.arrival()).getTime()] as const);
    expect(at).toBeLessThanOrEqual(before + 1);
    expect(before - at).toBeLessThan(10_000);
  });

  it('is the present where no request asks', async () => {
    const before = await present();
    await aWhile();
    expect((await time.arrival()).getTime() - before).toBeGreaterThanOrEqual(WAIT_MS - 2);
  });
});
