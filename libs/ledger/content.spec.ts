import fc from 'fast-check';
import { fen, type Fen } from '#libs/money';
import { contentHash, mirror, settleLines } from './content.js';

const line = (account: string, amount: number) => ({ account, amount: fen(amount) });

describe('the lines of a journal', () => {
  it('are added up for each account and put in the order of the codes', () => {
    expect(settleLines('k', [line('b', 30), line('a', -50), line('b', 20)])).toEqual([line('a', -50), line('b', 50)]);
  });

  it.each([
    ['a single account', [line('a', 5)], 'ledger_journal_incomplete'],
    ['no account', [], 'ledger_journal_incomplete'],
    ['an amount of zero', [line('a', 0), line('b', 0)], 'ledger_journal_incomplete'],
    ['lines that cancel out on one account', [line('a', 5), line('a', -5), line('b', 1), line('c', -1)], 'ledger_journal_incomplete'],
    ['lines that do not add up to zero', [line('a', 5), line('b', -4)], 'ledger_journal_unbalanced'],
  ])('are refused for %s', (_what, postings, code) => {
    expect(() => settleLines('k', postings)).toThrow(expect.objectContaining({ code, kind: 'invalid' }));
  });

  it.each([0.1 + 0.2, 1e21, -0, Number.NaN, Infinity, -Infinity, 2 ** 53, '1,000.00', '１００', null, undefined, 5n, [], {}, true])(
    'are refused for an amount of %p',
    (amount) => {
      const postings = [{ account: 'a', amount: amount as Fen }, line('b', -5)];
      expect(() => settleLines('k', postings)).toThrow(expect.objectContaining({ code: 'money.not-whole-fen' }));
    },
  );

  it('are undone by their mirror', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 1_000_000_000 }), { minLength: 1, maxLength: 8 });
    fc.assert(fc.property(amounts, (out) => {
      const lines = settleLines('k', [...out.map((amount, at) => line(`a${at}`, -amount)), line('b', out.reduce((a, b) => a + b, 0))]);
      expect(mirror(mirror(lines))).toEqual(lines);
      expect(settleLines('k', mirror(lines))).toEqual(mirror(lines));
    }));
  });
});

describe('the content of a journal', () => {
  const journal = { key: 'k', memo: 'm', postings: [line('a', -5), line('b', 5)] };

  it.each([
    { memo: 'other' },
    { postings: [line('a', -6), line('b', 6)] },
    { postings: [line('a', -5), line('c', 5)] },
    { occurredAt: new Date(0) },
  ])('differs for %p', (change) => {
    expect(contentHash({ ...journal, ...change }, null)).not.toEqual(contentHash(journal, null));
  });

  it('differs for a reversal', () => {
    expect(contentHash(journal, 'x')).not.toEqual(contentHash(journal, null));
  });
});
