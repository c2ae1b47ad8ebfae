import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { PreparingClient } from './preparing-client.js';
import { together } from './together.js';
import { Transaction } from './transaction.js';

describe('a transaction whose writes travel with its commit', () => {
  let database: TestDatabase;
  let source: DataSource;
  let tx: Transaction;

  beforeAll(async () => {
    database = await createTestDatabase();
    source = await new DataSource({ type: 'postgres', url: database.ownerUrl, extra: { Client: PreparingClient, max: 4 } }).initialize();
    tx = new Transaction(source);
    await source.query('create table kept (n int primary key check (n > 0)); create table noted (n int references kept (n))');
  });
  afterAll(async () => {
    await source?.destroy();
    await database?.drop();
  });

  const add = (n: number) => tx.insert('insert into kept (n) values ($1)', [n]);
  const note = (n: number) => tx.insert('insert into noted (n) values ($1)', [n]);
  const kept = async () => (await tx.sql<{ n: number }>('select n from kept order by n', [])).map(({ n }) => n);

  it('keeps what was added, of several tables at once', async () => {
    await tx.run(async () => {
      add(1);
      note(1);
      add(2);
    });
    expect(await kept()).toEqual([1, 2]);
  });

  it('shows what was added to whatever is asked next', async () => {
    await tx.run(async () => {
      add(3);
      expect(await tx.reader.query('select n from kept where n = 3')).toEqual([{ n: 3 }]);
      add(4);
      expect(await kept()).toContain(4);
    });
  });

  it('keeps nothing when the last write fails, although the commit was on its way, and tells that failure', async () => {
    const failing = tx.run(async () => {
      add(5);
      await tx.sql('select 1', []);
      add(-5);
    });
    await expect(failing).rejects.toMatchObject({ code: '23514', constraint: 'kept_n_check' });
    expect(await kept()).not.toContain(5);
  });

  it('tells the first failure, not the refusals that follow from it', async () => {
    const failing = tx.run(async () => {
      add(-6);
      await kept();
    });
    await expect(failing).rejects.toMatchObject({ code: '23514' });
  });

  it('says what a failure means in the words of whoever asked', async () => {
    await expect(tx.run(async () => {
      add(7);
      tx.send('select 1 / $1::int', [0], () => new Error('somebody else was here'));
    })).rejects.toThrow('somebody else was here');
    expect(await kept()).not.toContain(7);
  });

  it('keeps nothing of what was refused after it was added', async () => {
    await expect(tx.run(async () => {
      add(8);
      await kept();
      throw new Error('no');
    })).rejects.toThrow('no');
    expect(await kept()).not.toContain(8);
    expect(() => add(9)).toThrow('open transaction');
  });

  it('numbers the values of each statement anew', () => {
    expect(together([{ text: 'insert into a values ($1, $2)', values: [1, 2] }, { text: 'insert into b values ($1)', values: [3] }]))
      .toEqual({ text: 'with w0 as (insert into a values ($1, $2)), w1 as (insert into b values ($3)) select', values: [1, 2, 3] });
  });

  it('changes a row together with what is added, and keeps nothing where it finds none', async () => {
    const change = (n: number, to: number) => tx.change('update kept set n = $2 where n = $1 returning n', [n, to], () => new Error('not there'));
    await tx.run(async () => {
      add(70);
    });
    await tx.run(async () => {
      change(70, 71);
      add(72);
      // The same row again: one statement would change it once.
      change(71, 73);
    });
    expect(await kept()).toEqual(expect.arrayContaining([72, 73]));
    expect(await kept()).not.toContain(71);
    await expect(tx.run(async () => {
      add(74);
      change(70, 75);
    })).rejects.toThrow('not there');
    expect(await kept()).not.toContain(74);
  });
});
