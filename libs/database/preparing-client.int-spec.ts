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

  describe('in a transaction', () => {
    const ask = <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => client.query(text, values) as unknown as Promise<pg.QueryResult<Row>>;
    const begin = () => ask('START TRANSACTION');
    const end = (word: 'COMMIT' | 'ROLLBACK') => ask(word);
    const add = (n: number) => ask('insert into kept values ($1) returning n', [n]);
    const count = async () => (await ask<{ n: number }>('select count(*)::int as n from kept', [])).rows[0]?.n;
    beforeEach(async () => {
      await ask('create temporary table kept (n int check (n > 0))');
      for (const n of [1, 2, 3]) await add(n);
    });

    it('answers each of one breath, each seeing what came before it, and keeps all of it', async () => {
      await begin();
      const [first, seen, , committed] = await Promise.all([add(4), count(), add(5), end('COMMIT')]);
      expect([first.rows, seen, committed.command, client.getTransactionStatus()]).toEqual([[{ n: 4 }], 4, 'COMMIT', 'I']);
      expect(await count()).toBe(5);
    });

    it('tells those behind a fault that they were passed over, keeps nothing and goes on', async () => {
      await begin();
      const outcomes = await Promise.allSettled([add(4), add(-1), add(6), end('COMMIT')]);
      expect(outcomes.map((outcome) => (outcome.status === 'rejected' ? (outcome.reason as pg.DatabaseError).code : 'done'))).toEqual(['done', '23514', '25P02', '25P02']);
      expect(client.getTransactionStatus()).toBe('E');
      await end('ROLLBACK');
      expect(await count()).toBe(3);
    });

    it('prepares a statement again that was passed over when it came first', async () => {
      const late = (n: number) => ask<{ late: number }>('select $1::int * 7 as late', [n]);
      for (const n of [1, 2]) await late(n);
      await begin();
      await Promise.allSettled([add(-1), late(3)]);
      await end('ROLLBACK');
      await begin();
      expect((await late(4)).rows).toEqual([{ late: 28 }]);
      await end('COMMIT');
    });

    it('answers what is not prepared between what is', async () => {
      await begin();
      const [, plain, , status] = await Promise.all([add(4), ask<{ once: number }>('select 43 as once'), add(5), ask('select $1::json as unprepared', ['{}'])]);
      expect([plain.rows, status.rows]).toEqual([[{ once: 43 }], [{ unprepared: {} }]]);
      await end('COMMIT');
      expect(await count()).toBe(5);
    });

    it('tells everybody who waits when the connection is lost', async () => {
      client.on('error', () => undefined);
      await begin();
      const outcomes = await Promise.allSettled([add(4), ask('select pg_terminate_backend(pg_backend_pid()) as ended', []), add(5), add(6)]);
      expect(outcomes.slice(1).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    });
  });
});
