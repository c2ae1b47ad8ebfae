import { Client } from 'pg';
import { readConfig, type AppConfig } from '#libs/config';
import { guardBoot } from '#database/boot-guard';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';

describe('the guard at the door, on a real PostgreSQL', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database?.drop());

  const config = (url: string): AppConfig => readConfig({ DATABASE_URL: url, SECRET_KEY: '5e'.repeat(32) });
  const asSuperuser = async (sql: string): Promise<void> => {
    const client = new Client({ connectionString: process.env['TEST_POSTGRES_URL'] });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };

  it('starts under the application role, on a cluster of a test that may lose its data', async () => {
    const relaxed = readConfig({ DATABASE_URL: database.appUrl, SECRET_KEY: '5e'.repeat(32), NODE_ENV: 'test', RELAXED_DURABILITY: 'yes' });
    await expect(guardBoot(relaxed)).resolves.toBeUndefined();
  });

  it('refuses such a cluster otherwise: a power cut would cost data', async () => {
    await expect(guardBoot(config(database.appUrl))).rejects.toThrow(/fsync is off.*full_page_writes is off/);
  });

  it('says that it is Redis that cannot be reached', async () => {
    const beside = readConfig({ DATABASE_URL: database.appUrl, SECRET_KEY: '5e'.repeat(32), REDIS_URL: 'redis://127.0.0.1:1' });
    await expect(guardBoot(beside)).rejects.toThrow(/连不上 Redis.*ECONNREFUSED.* \/ Redis cannot be reached/);
  });

  it('refuses a session without synchronous commit', async () => {
    const url = `${database.appUrl}?options=${encodeURIComponent('-c synchronous_commit=off')}`;
    await expect(guardBoot(config(url))).rejects.toThrow(/synchronous_commit/);
  });

  it('refuses the role that owns the tables', async () => {
    await expect(guardBoot(config(database.ownerUrl))).rejects.toThrow(/owns tables/);
  });

  it('refuses a superuser', async () => {
    const url = new URL(process.env['TEST_POSTGRES_URL']!);
    url.pathname = `/${database.name}`;
    await expect(guardBoot(config(url.href))).rejects.toThrow(/superuser/);
  });

  it('refuses a role that passes by row rules', async () => {
    await asSuperuser(`create role passes_by login bypassrls password 'of a throw-away cluster'`);
    const url = new URL(database.appUrl);
    url.username = 'passes_by';
    url.password = 'of a throw-away cluster';
    await expect(guardBoot(config(url.href))).rejects.toThrow(/BYPASSRLS/);
    await asSuperuser('drop role passes_by');
  });
});
