import { setTimeout as sleep } from 'node:timers/promises';
import { together } from './together.mjs';

describe('acting together', () => {
  it('answers in the order of the items, whoever was first', async () => {
    expect(await together([30, 1, 10], async (pause, at) => sleep(pause).then(() => at), 3)).toEqual([0, 1, 2]);
  });

  it('lets no more act at once than it was told', async () => {
    let [acting, most] = [0, 0];
    await together(Array.from({ length: 9 }), async () => {
      most = Math.max(most, (acting += 1));
      await sleep(2);
      acting -= 1;
    }, 2);
    expect(most).toBe(2);
  });

  it('throws the first refusal after those under way are done, and begins no other', async () => {
    const done: number[] = [];
    const acts = together([0, 1, 2, 3], async (item) => {
      if (item === 1) throw new Error('no');
      await sleep(5);
      done.push(item);
    }, 2);
    await expect(acts).rejects.toThrow('no');
    expect(done).toEqual([0]);
  });
});
