import pg from 'pg';
import { PreparingClient } from './preparing-client.js';

describe('a connection that prepares and sends in one packet', () => {
  let client: PreparingClient;

  beforeEach(async () => {
    client = new PreparingClient({ connectionString: process.env['TEST_POSTGRES_URL'] });
    await client.connect();
  });
  afterEach(() => client.end());

  const prepared = async (text: string) => (await client.query('select from pg_prepared_statements where statement = $1', [text]) as unknown as pg.QueryResult).rowCount;

  it('prepares what comes again and again, and answers the same', async () => {
    const text = 'select $1::int + 1 as next';
    for (const n of [1, 2, 3, 4]) expect((await client.query(text, [n]) as unknown as pg.QueryResult).rows).toEqual([{ next: n + 1 }]);
    expect(await prepared(text)).toBe(1);
  });

  it('does not prepare what is asked once', async () => {
    const text = 'select $1::int + 41 as once';
    await client.query(text, [1]);
    expect(await prepared(text)).toBe(0);
  });

  it('answers each of many questions asked together, in order, and a fault only to the one who made it', async () => {
    const ask = (divisor: number) => client.query('select 12 / $1::int as share', [divisor]) as unknown as Promise<pg.QueryResult<{ share: number }>>;
    const answers = await Promise.allSettled([ask(3), ask(0), ask(4)]);
    expect(answers.map((answer) => (answer.status === 'fulfilled' ? answer.value.rows[0]?.share : 'fault'))).toEqual([4, 'fault', 3]);
  });

  it('undoes everything of a transaction in which one of those asked together failed', async () => {
    await client.query('create temporary table kept (n int check (n > 0))');
    await client.query('begin');
    const add = (n: number) => client.query('insert into kept values ($1)', [n]) as unknown as Promise<unknown>;
    await expect(Promise.all([add(1), add(-1), add(2)])).rejects.toThrow('kept_n_check');
    await client.query('rollback');
    expect((await client.query('select count(*)::int as n from kept') as unknown as pg.QueryResult<{ n: number }>).rows[0]?.n).toBe(0);
  });
});
