import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { fen } from '#libs/money';
import { brokenInvariants, CLERK, openBooks, transfer, type Books } from './ledger.fixture.js';

const HASH = `decode(repeat('00', 32), 'hex')`;

describe('what the database itself guards in the books', () => {
  let database: TestDatabase;
  let books: Books;
  let app: Client;
  let owner: Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    books = await openBooks(database.appUrl);
    app = new Client({ connectionString: database.appUrl });
    owner = new Client({ connectionString: database.ownerUrl });
    await Promise.all([app.connect(), owner.connect()]);
    await books.tx.run(async () => {
      await books.ledger.openAccount({ code: 'source:a', name: '来源', kind: 'income' });
      await books.ledger.openAccount({ code: 'fund:a', name: '资金', kind: 'asset', floor: fen(0) });
      await books.ledger.post(transfer('grant', 'source:a', 'fund:a', 500));
      await books.ledger.post(transfer('other', 'source:a', 'fund:a', 70));
    });
  });
  afterAll(async () => {
    await app?.end();
    await owner?.end();
    await books?.source.destroy();
    await database?.drop();
  });

  /** Runs raw SQL as the application's role in one transaction, up to and including the commit. */
  async function inOneTransaction(...steps: string[]): Promise<void> {
    await app.query('begin');
    try {
      for (const step of steps) await app.query(step);
      await app.query('commit');
    } catch (error) {
      await app.query('rollback');
      throw error;
    }
  }
  const journal = (id: string, reversalOf = 'null') =>
    `insert into ledger_journal (id, key, occurred_at, memo, actor_id, reversal_of, content_hash)
     values ('${id}', '${id}', now(), '', '${CLERK}', ${reversalOf}, ${HASH})`;
  const posting = (id: string, account: string, amount: number) =>
    `insert into ledger_posting (journal_id, account_id, amount) select '${id}', id, ${amount} from ledger_account where code = '${account}'`;

  it.each([
    'update ledger_account set balance = 1000000',
    `update ledger_account set floor = null`,
    'delete from ledger_account',
    'truncate ledger_account cascade',
    `update ledger_journal set memo = ''`,
    'delete from ledger_journal',
    'truncate ledger_journal cascade',
    'update ledger_posting set amount = amount + 1',
    'delete from ledger_posting',
    'truncate ledger_posting',
    `insert into ledger_account (id, code, name, kind, balance) values (gen_random_uuid(), 'a:b', 'x', 'asset', 5)`,
    `insert into ledger_posting (journal_id, account_id, amount, balance_after, seq) values (gen_random_uuid(), gen_random_uuid(), 1, 1, 1)`,
    'alter table ledger_posting disable trigger all',
    'select ledger_apply_posting()',
    `select setval('ledger_posting_seq', 1)`,
  ])('denies the application: %s', async (sql) => {
    await expect(app.query(sql)).rejects.toMatchObject({ code: '42501' });
  });

  it.each([
    ['without postings', []],
    ['with one posting', [['fund:a', 5]]],
    ['that does not add up to zero', [['fund:a', 5], ['source:a', -4]]],
  ] as [string, [string, number][]][])('refuses the commit of a journal %s', async (_what, lines) => {
    const id = randomUUID();
    await expect(inOneTransaction(journal(id), ...lines.map(([account, amount]) => posting(id, account, amount)))).rejects.toMatchObject({ code: 'LG002' });
  });

  it('refuses a line that is added to a journal later', async () => {
    const [{ id }] = (await app.query(`select id from ledger_journal where key = 'grant'`)).rows as [{ id: string }];
    await app.query(`insert into ledger_account (id, code, name, kind) values (gen_random_uuid(), 'late:' || gen_random_uuid(), '迟到', 'asset')`);
    const late = `insert into ledger_posting (journal_id, account_id, amount) select '${id}', id, 5 from ledger_account where name = '迟到'`;
    await expect(inOneTransaction(late)).rejects.toMatchObject({ code: 'LG002' });
  });

  it('refuses a reversal with other amounts than its original', async () => {
    const id = randomUUID();
    const original = `(select id from ledger_journal where key = 'grant')`;
    const steps = [journal(id, original), posting(id, 'fund:a', -499), posting(id, 'source:a', 499)];
    await expect(inOneTransaction(...steps)).rejects.toMatchObject({ code: 'LG003' });
  });

  it('refuses to pass a floor with raw statements too', async () => {
    const id = randomUUID();
    const steps = [journal(id), posting(id, 'fund:a', -571), posting(id, 'source:a', 571)];
    await expect(inOneTransaction(...steps)).rejects.toMatchObject({ code: 'LG001' });
  });

  it('finds broken books, one invariant for each way of breaking them', async () => {
    const broken = async (sql: string): Promise<string[]> => {
      await owner.query('begin');
      try {
        await owner.query(sql);
        return await brokenInvariants(async (text) => (await owner.query(text)).rows as unknown[]);
      } finally {
        await owner.query('rollback');
      }
    };
    expect(await broken(`update ledger_account set balance = balance + 1 where code = 'fund:a'`)).toEqual(['a balance is the sum of its postings']);
    expect(await broken(`update ledger_posting set amount = amount + 1 where amount = 500`)).toEqual(
      expect.arrayContaining(['every journal adds up to zero over at least two accounts', 'all postings of a currency add up to zero']),
    );
    expect(await broken(`update ledger_posting set balance_after = -1 where amount = 500`)).toEqual([
      'a line says the balance that its account had after it', 'no account is below its floor, now or after any line',
    ]);
    expect(await broken(`update ledger_journal set reversal_of = (select id from ledger_journal where key = 'grant') where key = 'other'`)).toEqual([
      'a reversal mirrors what it reverses and is not itself reversed',
    ]);
  });
});
