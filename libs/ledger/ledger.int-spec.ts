import { randomUUID } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { fen, type Fen } from '#libs/money';
import { brokenInvariants, CLERK, openBooks, transfer, type Books } from './ledger.fixture.js';

describe('the ledger', () => {
  let database: TestDatabase;
  let books: Books;
  const run = <T>(work: () => Promise<T>) => books.tx.run(work);
  const post = (...journal: Parameters<typeof transfer>) => run(() => books.ledger.post(transfer(...journal)));
  const code = (word: string) => `${word}:${randomUUID()}`;

  /** A source without a floor and a fund that may not go below zero, holding the amount. */
  async function fund(amount: number): Promise<{ source: string; fund: string; paid: string }> {
    const names = { source: code('source'), fund: code('fund'), paid: code('paid') };
    await run(async () => {
      await books.ledger.openAccount({ code: names.source, name: '财政拨入', kind: 'income' });
      await books.ledger.openAccount({ code: names.fund, name: '公益创投资金', kind: 'asset', floor: fen(0) });
      await books.ledger.openAccount({ code: names.paid, name: '已拨付', kind: 'expense' });
      if (amount > 0) await books.ledger.post(transfer(code('grant'), names.source, names.fund, amount));
    });
    return names;
  }

  beforeAll(async () => {
    database = await createTestDatabase();
    books = await openBooks(database.appUrl);
  });
  afterAll(async () => {
    await books?.source.destroy();
    await database?.drop();
  });
  afterEach(async () => {
    expect(await brokenInvariants((sql) => books.source.query(sql))).toEqual([]);
  });

  it('opens an account once, and refuses another kind or floor under the same code', async () => {
    const account = { code: code('fund'), name: '资金', kind: 'asset' as const, floor: fen(0) };
    const first = await run(() => books.ledger.openAccount(account));
    expect(await run(() => books.ledger.openAccount({ ...account, name: '新名' }))).toEqual(first);
    expect(first).toMatchObject({ ...account, balance: 0 });
    await expect(run(() => books.ledger.openAccount({ ...account, kind: 'expense' }))).rejects.toMatchObject({ code: 'ledger_account_differs' });
    await expect(run(() => books.ledger.openAccount({ ...account, floor: fen(-1) }))).rejects.toMatchObject({ code: 'ledger_account_differs' });
  });

  it('writes nothing without an open transaction', async () => {
    await expect(books.ledger.post(transfer('x', 'a', 'b', 1))).rejects.toThrow(/open transaction/);
  });

  it('moves the balances by what is posted', async () => {
    const { source, fund: from, paid } = await fund(3_000_000);
    await post(code('pay'), from, paid, 1_200_050);
    expect(await books.ledger.balance(from)).toBe(1_799_950);
    expect(await books.ledger.balance(paid)).toBe(1_200_050);
    expect(await books.ledger.balance(source)).toBe(-3_000_000);
    const { accounts, debit, credit } = await books.ledger.trialBalance();
    expect(debit).toBe(credit);
    expect(accounts).toContainEqual({ code: source, name: '财政拨入', kind: 'income', debit: 0, credit: 3_000_000 });
  });

  it('refuses what would take an account below its floor, and says what is left', async () => {
    const { fund: from, paid } = await fund(10_000);
    await expect(post(code('pay'), from, paid, 10_001)).rejects.toMatchObject({
      kind: 'refused',
      code: 'insufficient_balance',
      facts: { name: '公益创投资金', account: from, remaining: '¥100.00', needed: '¥100.01', remainingFen: 10_000, neededFen: 10_001 },
    });
    expect(await books.ledger.balance(from)).toBe(10_000);
    await post(code('pay'), from, paid, 10_000);
    expect(await books.ledger.balance(from)).toBe(0);
  });

  it('refuses an account that is not there, and a balance that cannot be held exactly', async () => {
    const { source, paid } = await fund(0);
    await expect(post(code('pay'), source, 'fund:none', 1)).rejects.toMatchObject({ code: 'ledger_account_absent', facts: { code: 'fund:none' } });
    await expect(books.ledger.balance('fund:none')).rejects.toMatchObject({ kind: 'absent' });
    await post(code('pay'), source, paid, Number.MAX_SAFE_INTEGER);
    await expect(post(code('pay'), source, paid, 1)).rejects.toMatchObject({ code: 'ledger_out_of_range' });
  });

  it('posts once for one key, also when asked at the same moment, and refuses other content', async () => {
    const { fund: from, paid } = await fund(10_000);
    const key = code('pay');
    const ids = await Promise.all(Array.from({ length: 12 }, () => post(key, from, paid, 7_000)));
    expect(new Set(ids).size).toBe(1);
    expect(await books.ledger.balance(from)).toBe(3_000);
    await expect(post(key, from, paid, 7_001)).rejects.toMatchObject({ code: 'ledger_key_reused' });
    await expect(post(key, paid, from, 7_000)).rejects.toMatchObject({ code: 'ledger_key_reused' });
  });

  it('lets exactly as many of fifty withdrawals through as the floor allows', async () => {
    const { fund: from, paid } = await fund(2_999);
    const outcomes = await Promise.allSettled(Array.from({ length: 50 }, () => post(code('pay'), from, paid, 100)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(29);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'insufficient_balance' });
    }
    expect(await books.ledger.balance(from)).toBe(99);
  });

  it('does not deadlock when journals cross', async () => {
    const [one, two] = [await fund(100_000), await fund(100_000)];
    const crossing = Array.from({ length: 40 }, (_, at) =>
      at % 2 ? post(code('x'), one.fund, two.fund, 10) : post(code('x'), two.fund, one.fund, 10));
    await Promise.all(crossing);
    expect(await books.ledger.balance(one.fund)).toBe(100_000);
  });

  it('reverses a journal once, as its mirror', async () => {
    const { fund: from, paid } = await fund(10_000);
    const [key, undo] = [code('pay'), code('undo')];
    const original = await post(key, from, paid, 4_000);
    const words = { key: undo, memo: '账号有误，退回', actorId: CLERK };
    const reversal = await run(() => books.ledger.reverse(key, words));
    expect(await run(() => books.ledger.reverse(key, words))).toBe(reversal);
    expect(await books.ledger.balance(from)).toBe(10_000);
    await expect(run(() => books.ledger.reverse(key, { ...words, key: code('undo') }))).rejects.toMatchObject({ code: 'ledger_already_reversed', facts: { key } });
    await expect(run(() => books.ledger.reverse(undo, { ...words, key: code('undo') }))).rejects.toMatchObject({ code: 'ledger_reversal_final' });
    await expect(run(() => books.ledger.reverse('none', words))).rejects.toMatchObject({ code: 'ledger_journal_absent' });
    const { items } = await books.ledger.statement(paid, { limit: 10 });
    expect(items.map(({ amount, balanceAfter, reversalOf }) => [amount, balanceAfter, reversalOf])).toEqual([
      [4_000, 4_000, undefined],
      [-4_000, 0, original],
    ]);
  });

  it('refuses a reversal that would take an account below its floor', async () => {
    const { source, fund: from, paid } = await fund(0);
    const key = code('grant');
    await post(key, source, from, 500);
    await post(code('pay'), from, paid, 1);
    await expect(run(() => books.ledger.reverse(key, { key: code('undo'), memo: '', actorId: CLERK }))).rejects.toMatchObject({ code: 'insufficient_balance' });
  });

  it('gives the statement of an account, and of everything below a prefix, page by page', async () => {
    const prefix = `p${Date.now()}:`;
    await run(async () => {
      for (const name of ['a', 'b', 'c']) await books.ledger.openAccount({ code: prefix + name, name, kind: 'asset' });
    });
    for (const amount of [1, 2, 3]) await post(code('x'), `${prefix}a`, `${prefix}b`, amount);
    await post(code('x'), `${prefix}c`, `${prefix}b`, 4);
    const seen: [string, Fen, Fen][] = [];
    for (let after: string | undefined, more = true; more; more = after !== undefined) {
      const page = await books.ledger.statement(prefix, { limit: 3, ...(after ? { after } : {}) });
      seen.push(...page.items.map((line): [string, Fen, Fen] => [line.account.slice(-1), line.amount, line.balanceAfter]));
      after = page.next;
    }
    expect(seen.filter(([account]) => account === 'b').map(([, , balance]) => balance)).toEqual([1, 3, 6, 10]);
    expect(seen).toHaveLength(8);
    expect((await books.ledger.statement(`${prefix}c`, { limit: 3 })).items).toHaveLength(1);
    expect((await books.ledger.statement(prefix.slice(0, -1), { limit: 3 })).items).toEqual([]);
  });
});
