import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from './database.js';

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the database of a suite', () => {
  const made: TestDatabase[] = [];
  const make = async () => {
    const database = await createTestDatabase();
    made.push(database);
    return database;
  };
  afterAll(async () => {
    for (const database of made) await database.drop();
  });

  it('is its own: what one suite writes, another does not see', async () => {
    const [first, second] = [await make(), await make()];
    await ask(first.ownerUrl, 'CREATE TABLE seen (n int)');
    await expect(ask(second.ownerUrl, 'SELECT * FROM seen')).rejects.toMatchObject({ code: '42P01' });
  });

  it('gives the application a role without any power over the server or the schema', async () => {
    const { appUrl } = await make();
    const [role] = await ask(appUrl, 'SELECT rolsuper, rolcreatedb, rolcreaterole, rolbypassrls FROM pg_roles WHERE rolname = current_user');
    expect(role).toEqual({ rolsuper: false, rolcreatedb: false, rolcreaterole: false, rolbypassrls: false });
    await expect(ask(appUrl, 'CREATE TABLE public.mine (n int)')).rejects.toMatchObject({ code: '42501' });
  });

  it('is cloned while other suites clone too', async () => {
    const names = await Promise.all([make(), make(), make(), make()]);
    expect(new Set(names.map((database) => database.name)).size).toBe(4);
  });
});
