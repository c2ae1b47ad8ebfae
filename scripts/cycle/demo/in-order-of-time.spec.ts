import { inOrderOfTime } from './in-order-of-time.mjs';

/** A round that notes what it does at each of its instants, on a clock that the test reads. */
async function played(...rounds: Record<string, string>[]) {
  const seen: string[] = [];
  let clock = '';
  async function* round(acts: Record<string, string>): AsyncGenerator<string | number, void> {
    for (const [what, instant] of Object.entries(acts)) {
      yield instant;
      seen.push(`${clock} ${what}`);
    }
  }
  await inOrderOfTime(rounds.map(round), async (instant) => {
    clock = new Date(instant).toISOString().slice(0, 10);
  });
  return seen;
}

describe('rounds on one clock', () => {
  it('are played in the order of time, whichever round an act belongs to', async () => {
    expect(await played({ a1: '2026-01-01', a2: '2026-03-01' }, { b1: '2026-02-01', b2: '2026-04-01' })).toEqual([
      '2026-01-01 a1', '2026-02-01 b1', '2026-03-01 a2', '2026-04-01 b2',
    ]);
  });

  it('act at the same time where they name the same instant', async () => {
    expect(await played({ a1: '2026-01-01' }, { b1: '2026-01-01' })).toEqual(['2026-01-01 a1', '2026-01-01 b1']);
  });

  it('never put the clock back: what comes late is played in the present', async () => {
    expect(await played({ a1: '2026-02-01', a2: '2026-01-01' })).toEqual(['2026-02-01 a1', '2026-02-01 a2']);
  });

  it('refuse what is not an instant, and let a refusal through', async () => {
    await expect(played({ a1: 'soon' })).rejects.toThrow(RangeError);
  });
});
