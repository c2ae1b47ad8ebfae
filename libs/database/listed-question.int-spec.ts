import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { ListedQuestion } from './listed-question.js';
import { PreparingClient } from './preparing-client.js';
import { Transaction } from './transaction.js';

interface Row {
  readonly owner: string;
  readonly n: number;
}

describe('what many read at one moment', () => {
  let database: TestDatabase;
  let source: DataSource;
  let tx: Transaction;

  beforeAll(async () => {
    database = await createTestDatabase();
    source = await new DataSource({ type: 'postgres', url: database.ownerUrl, extra: { Client: PreparingClient, max: 4 } }).initialize();
    tx = new Transaction(source);
    await source.query("create table owned (owner text not null, n int not null); insert into owned select chr(96 + o), n from generate_series(1, 20) o, generate_series(1, o % 3) n");
  });
  afterAll(async () => {
    await source?.destroy();
    await database?.drop();
  });

  const backend = async (): Promise<number> => (await tx.readTogether<{ pid: number }>('select pg_backend_pid() as pid', []))[0]!.pid;

  it('is asked over one connection, which is given back', async () => {
    for (let time = 0; time < 20; time += 1) expect(new Set(await Promise.all([backend(), backend(), backend()])).size).toBe(1);
  });

  it('fails for whoever asks what cannot be answered, and for nobody else', async () => {
    for (let time = 0; time < 8; time += 1) {
      const [good, bad, next] = await Promise.allSettled([backend(), tx.readTogether('select 1 / $1::int', [0]), backend()]);
      expect([good.status, bad.status, next.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    }
  });

  it('goes on after the connection was lost under it', async () => {
    const lost = Promise.allSettled([tx.readTogether('select pg_sleep(5)', []), tx.readTogether('select 1', [])]);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await source.query("select pg_terminate_backend(pid) from pg_stat_activity where query like 'select pg_sleep%' and pid <> pg_backend_pid()");
    expect((await lost)[0]!.status).toBe('rejected');
    expect(await backend()).toBeGreaterThan(0);
  });

  it('is one list of whatever length, with all rows of each key in their order and none for a key that has none', async () => {
    const texts: string[] = [];
    const listed = new ListedQuestion<Row>({
      text: 'select owner, n from owned where owner in', after: 'order by n desc', keyOf: ({ owner }) => owner,
      ask: (text, values) => {
        texts.push(text);
        return tx.readTogether<Row>(text, values);
      },
    });
    const keys = Array.from({ length: 20 }, (_, at) => String.fromCharCode(97 + at));
    const answers = await Promise.all(keys.map((key) => listed.of(key)));
    expect(answers.map((rows) => rows.map(({ n }) => n))).toEqual(keys.map((_, at) => [[], [1], [2, 1]][(at + 1) % 3]));
    expect(texts.map((text) => text.match(/\$/g)!.length)).toEqual([16, 4]);
  });
});
