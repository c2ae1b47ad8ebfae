import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { SharedQuestion } from './shared-question.js';

/** Answers each question when it is told to. */
function aQuestion(most = 10) {
  const asked: string[][] = [];
  const answers: ((answer: ReadonlyMap<string, string> | Error) => void)[] = [];
  const shared = new SharedQuestion<string>((keys) => {
    asked.push([...keys]);
    return new Promise((resolve, reject) => answers.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer))));
  }, most);
  /** It is asked at the end of a turn. */
  const until = async (count: number): Promise<void> => {
    while (asked.length < count) await sleep(0);
  };
  return { shared, asked, until, answer: (at: number, found: ReadonlyMap<string, string> | Error) => answers[at]!(found) };
}

describe('a question that is shared', () => {
  it('is asked at once where none is under way, and for all who came meanwhile in one when it is answered', async () => {
    const { shared, asked, until, answer } = aQuestion();
    const a = shared.of('a');
    await until(1);
    expect(asked).toEqual([['a']]);
    const [b, again, c] = ['b', 'b', 'c'].map((key) => shared.of(key));
    answer(0, new Map([['a', 'A']]));
    expect(await a).toBe('A');
    await until(2);
    expect(asked).toEqual([['a'], ['b', 'c']]);
    answer(1, new Map([['b', 'B']]));
    expect(await Promise.all([b, again, c])).toEqual(['B', 'B', undefined]);
  });

  it('is asked anew for whoever comes after it was asked, the same key too', async () => {
    const { shared, asked, until, answer } = aQuestion();
    const before = shared.of('a');
    await until(1);
    const after = shared.of('a');
    answer(0, new Map([['a', 'as it was']]));
    expect(await before).toBe('as it was');
    await until(2);
    expect(asked).toHaveLength(2);
    answer(1, new Map([['a', 'as it is']]));
    expect(await after).toBe('as it is');
  });

  /** Two ask together; then one, and in the next turn of the process another. What was asked, and how long after the first question the third of them came. */
  async function inARush(): Promise<{ asked: string[][]; answered: unknown; gap: number }> {
    const { shared, asked, until, answer } = aQuestion();
    const begun = performance.now();
    const both = ['a', 'b'].map((key) => shared.of(key));
    await until(1);
    answer(0, new Map([['a', 'A'], ['b', 'B']]));
    await Promise.all(both);
    const c = shared.of('c');
    const gap = performance.now() - begun;
    await new Promise((resolve) => setImmediate(resolve));
    const d = shared.of('d');
    await until(2);
    answer(1, new Map([['c', 'C'], ['d', 'D']]));
    return { asked: [...asked], answered: await Promise.all([c, asked[1]!.includes('d') ? d : 'D']), gap };
  }

  it('waits a little for company where others were asking just now, and not for long', async () => {
    let rush = await inARush();
    // Of a machine that stood still in between nothing can be learnt.
    while (rush.gap > 15) rush = await inARush();
    expect(rush).toMatchObject({ asked: [['a', 'b'], ['c', 'd']], answered: ['C', 'D'] });
    const { shared, asked } = aQuestion();
    void shared.of('e');
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    expect(asked).toEqual([['e']]);
  });

  it('fails for those who shared it, and goes on for the next', async () => {
    const { shared, until, answer } = aQuestion();
    const first = shared.of('a');
    await until(1);
    const second = shared.of('b');
    answer(0, new Error('no connection'));
    await expect(first).rejects.toThrow('no connection');
    await until(2);
    answer(1, new Map([['b', 'B']]));
    expect(await second).toBe('B');
    const third = shared.of('c');
    await until(3);
    answer(2, new Map([['c', 'C']]));
    expect(await third).toBe('C');
  });

  it('asks for no more than so many at once', async () => {
    const { shared, asked, until, answer } = aQuestion(2);
    const those = ['a', 'b', 'c', 'd'].map((key) => shared.of(key));
    for (const [at, found] of [['a', 'b'], ['c', 'd']].entries()) {
      await until(at + 1);
      answer(at, new Map(found.map((key) => [key, key.toUpperCase()])));
    }
    expect(asked).toEqual([['a', 'b'], ['c', 'd']]);
    expect(await Promise.all(those)).toEqual(['A', 'B', 'C', 'D']);
  });

  it('does not wait for an answer that does not come', async () => {
    const { shared, until, answer } = aQuestion();
    void shared.of('a');
    await until(1);
    const b = shared.of('b');
    await until(2);
    answer(1, new Map([['b', 'B']]));
    expect(await b).toBe('B');
  });
});
