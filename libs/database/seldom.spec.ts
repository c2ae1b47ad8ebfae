import { arrived } from './arrival.js';
import { LastHeard } from './last-heard.js';
import { Seldom } from './seldom.js';

describe('what seldom changes', () => {
  const heard = new LastHeard();
  const seldom = new Seldom<string>(heard, 2);
  const tell = (changes: string) => heard.asking(() => Promise.resolve([{ told: 0, changes }]));
  let present: string;
  let reads: number;
  const read = () => {
    reads += 1;
    return Promise.resolve(present);
  };

  beforeEach(() => {
    present = 'first';
    reads = 0;
  });

  it('is read once while the database counts no change, and anew after one', async () => {
    await arrived(async () => {
      await tell('1');
      expect([await seldom.of('a', read), await seldom.of('a', read), reads]).toEqual(['first', 'first', 1]);
    });
    present = 'second';
    await arrived(async () => {
      await tell('2');
      expect(await seldom.of('a', read)).toBe('second');
    });
  });

  it('is read where nothing was asked since the request was here, and where no request asks', async () => {
    await tell('7');
    await arrived(async () => {
      expect([await seldom.of('b', read), await seldom.of('b', read), reads]).toEqual(['first', 'first', 2]);
    });
    expect([await seldom.of('b', read), reads]).toEqual(['first', 3]);
  });

  it('does not take an answer that was asked for earlier for a newer one', async () => {
    await arrived(async () => {
      let answer: (rows: { told: number; changes: string }[]) => void = () => undefined;
      const slow = heard.asking(() => new Promise<{ told: number; changes: string }[]>((resolve) => (answer = resolve)));
      await new Promise((resolve) => setTimeout(resolve, 2));
      await tell('9');
      answer([{ told: 0, changes: '8' }]);
      await slow;
      expect(heard.sinceArrival()?.changes).toBe('9');
    });
  });

  it('remembers no failure, and no more than it may', async () => {
    await arrived(async () => {
      await tell('10');
      await expect(seldom.of('c', () => Promise.reject(new Error('absent')))).rejects.toThrow('absent');
      expect(await seldom.of('c', read)).toBe('first');
      for (const key of ['d', 'e', 'c']) await seldom.of(key, read);
      expect(reads).toBe(4);
    });
  });
});
