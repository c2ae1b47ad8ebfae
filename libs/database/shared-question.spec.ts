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
