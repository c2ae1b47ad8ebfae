import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { Overtaken } from './overtaken.js';
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
      tx.whole('select 1 / $1::int', [0], () => new Error('somebody else was here'));
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

  describe('with changes', () => {
    beforeAll(() => source.query('create table changed (n int primary key, m int not null); insert into changed values (1, 0), (2, 0); create table other (n int primary key, m int not null); insert into other values (1, 0)'));

    const change = (n: number, to: number, from: number, unchanged: () => unknown = () => new Error('not there')) => tx.change('changed', 'update changed set m = $2 where n = $1 and m = $3 returning n', [n, to, from], unchanged);
    const changeOther = (to: number, from: number, unchanged: () => unknown) => tx.change('other', 'update other set m = $1 where m = $2 returning n', [to, from], unchanged);
    const m = async () => (await tx.sql<{ m: number }>('select m from changed order by n', [])).map((row) => row.m);

    it('changes rows together with what is added, one row more than once, and keeps nothing where it finds none', async () => {
      await tx.run(async () => {
        change(1, 71, 0);
        change(2, 72, 0);
        add(70);
        // The same row again: one statement would change it once.
        change(1, 73, 71);
      });
      expect(await m()).toEqual([73, 72]);
      await expect(tx.run(async () => {
        add(74);
        change(1, 75, 71);
      })).rejects.toThrow('not there');
      expect(await kept()).not.toContain(74);
    });

    it('does work again, whole, that read before it wrote and was overtaken, and gives up after five times', async () => {
      let times = 0;
      const work = (late: number) => tx.repeated(async () => {
        const [, before] = await m();
        if ((times += 1) <= late) await source.query('update changed set m = m + 1 where n = 2');
        return tx.run(async () => {
          change(2, 100, before!, () => new Overtaken());
          return times;
        });
      });
      expect(await work(1)).toBe(2);
      expect((await m())[1]).toBe(100);
      times = 0;
      await expect(work(9)).rejects.toMatchObject({ code: 'busy' });
      expect(times).toBe(5);
    });

    it('does it again whole, too, where the transaction in it collided: what it read may have changed', async () => {
      const [read, begun] = [jest.fn(), jest.fn()];
      await tx.repeated(async () => {
        read(await m());
        return tx.run(async () => {
          begun();
          if (read.mock.calls.length < 3) await tx.sql(`do $$ begin raise exception using errcode = '40P01'; end $$`, []);
        });
      });
      expect([read.mock.calls.length, begun.mock.calls.length]).toEqual([3, 3]);
    });

    it('is overtaken where one of several rows is not there, whichever it is, and each of them hears of it', async () => {
      const heard: string[] = [];
      const hear = (name: string) => () => heard.push(name);
      await expect(tx.run(async () => {
        change(1, 0, 73, hear('one'));
        changeOther(5, 9, hear('other'));
      })).rejects.toBeInstanceOf(Overtaken);
      expect(heard).toEqual(['one', 'other']);
      expect((await m())[0]).toBe(73);
    });
  });

  describe('that needs none', () => {
    beforeAll(() => source.query("create table alone (n int primary key check (n > 0), is_alone boolean not null default current_setting('test.around', true) is distinct from 'yes')"));

    const write = (n: number) => tx.insert('insert into alone (n) values ($1)', [n]);
    const isAlone = async (n: number) => (await tx.sql<{ is_alone: boolean }>('select is_alone from alone where n = $1', [n]))[0]?.is_alone;
    /** Leaves a mark that lasts as long as the transaction in which it is read. */
    const READ = "select set_config('test.around', 'yes', true)";

    it('writes one statement without a transaction around it, with what was read before', async () => {
      await tx.run(async () => {
        await Promise.all([tx.read(READ, []), tx.read(READ, [])]);
        write(1);
      });
      expect(await isAlone(1)).toBe(true);
    });

    it('begins one for whatever is asked otherwise, and then for all that follows', async () => {
      await tx.run(async () => {
        await tx.read(READ, []);
        await tx.sql('select 1', []);
        await tx.read(READ, []);
        write(2);
      });
      expect(await isAlone(2)).toBe(false);
      await tx.run(async () => {
        await tx.manager.query(READ);
        write(3);
      });
      expect(await isAlone(3)).toBe(false);
    });

    it('begins one for two statements that do not go together, and keeps neither where one fails', async () => {
      const both = (n: number) => tx.run(async () => {
        tx.whole(`insert into alone (n) select $1::int from (${READ}) mark`, [4], (error) => error);
        tx.whole('insert into alone (n) values ($1)', [n], () => new Error('not both'));
      });
      await expect(both(-4)).rejects.toThrow('not both');
      expect(await isAlone(4)).toBeUndefined();
      await both(5);
      expect(await isAlone(5)).toBe(false);
    });

    it('shows what was written to whoever reads after it', async () => {
      await tx.run(async () => {
        write(6);
        expect(await tx.read('select n from alone where n = 6', [])).toEqual([{ n: 6 }]);
        await tx.read(READ, []);
        write(7);
      });
      expect(await isAlone(7)).toBe(false);
    });

    it('tells the failure of the one statement, keeps nothing and goes on with the connection', async () => {
      for (let times = 0; times < 6; times += 1) {
        await expect(tx.run(async () => write(-1))).rejects.toMatchObject({ code: '23514' });
        await expect(tx.run(async () => {
          await tx.read('select 1 / $1::int', [0]);
        })).rejects.toMatchObject({ code: '22012' });
      }
      await tx.run(async () => {
        await tx.read(READ, []);
        write(8);
      });
      expect(await isAlone(8)).toBe(true);
    });

    it('keeps nothing of what was refused before it was written', async () => {
      await expect(tx.run(async () => {
        await tx.read(READ, []);
        write(9);
        throw new Error('refused');
      })).rejects.toThrow('refused');
      expect(await isAlone(9)).toBeUndefined();
    });
  });
});
