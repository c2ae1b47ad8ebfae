import fc from 'fast-check';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import type { DomainError } from '#libs/errors';
import type { Fen } from '#libs/money';
import { brokenInvariants, CLERK, openBooks, type Books } from './ledger.fixture.js';
import { commands, type Model } from './ledger-model.fixture.js';

/** `LEDGER_MODEL_RUNS=30000` makes the long run of a million operations. */
const RUNS = Number(process.env.LEDGER_MODEL_RUNS ?? 300);

describe('the ledger against a model', () => {
  let database: TestDatabase;
  let books: Books;

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

  it('holds what the model holds after any operations', async () => {
    let run = 0;
    let operations = 0;
    const property = fc.asyncProperty(fc.commands(commands, { maxCommands: 60, size: 'max' }), async (chosen) => {
      const prefix = `run${(run += 1)}:`;
      const model: Model = { balances: new Map(), floors: new Map(), journals: new Map() };
      await fc.asyncModelRun(() => ({ model, real: { books, prefix } }), chosen);
      operations += [...chosen].length;
    });
    await fc.assert(property, { numRuns: RUNS });
    expect(operations).toBeGreaterThan(RUNS * 10);
  }, RUNS * 1000);

  it('takes an amount exactly or refuses it', async () => {
    await books.tx.run(async () => {
      for (const code of ['fuzz:a', 'fuzz:b']) await books.ledger.openAccount({ code, name: code, kind: 'asset' });
    });
    const hostile = fc.constantFrom<unknown>({ toString: false }, 0.1 + 0.2, 1e21, -0, NaN, Infinity, '1,000.00', '１２３', 2 ** 53, -(2 ** 53), '5', 5n, null, [7]);
    const any = fc.oneof(hostile, fc.maxSafeInteger(), fc.double(), fc.string(), fc.anything());
    let n = 0;
    await fc.assert(fc.asyncProperty(any, async (value) => {
      const key = `fuzz${(n += 1)}`;
      const amount = value as Fen;
      const before = await books.ledger.balance('fuzz:b');
      const postings = [{ account: 'fuzz:a', amount: (typeof value === 'number' ? -value : value) as Fen }, { account: 'fuzz:b', amount }];
      const refusal = await books.tx
        .run(() => books.ledger.post({ key, memo: '', actorId: CLERK, postings }))
        .then(() => undefined, (error: DomainError) => error.code);
      const after = await books.ledger.balance('fuzz:b');
      const exact = Number.isSafeInteger(value) && value !== 0;
      expect(after).toBe(refusal === undefined ? before + amount : before);
      if (!exact) expect(refusal).toMatch(/^(money\.not-whole-fen|ledger_journal_incomplete)$/);
      else expect([undefined, 'ledger_out_of_range']).toContain(refusal);
    }), { numRuns: 300 });
  });
});
