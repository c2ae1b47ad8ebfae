/**
 * Plays several rounds on one clock. Each is a generator that yields the instant at which its next acts happen; whatever is due at the
 * earliest instant is played, rounds that name the same one at the same time. The clock is never put back.
 * @param {AsyncGenerator<string | number, void>[]} rounds
 * @param {(instant: number) => Promise<unknown>} moveClock
 */
export async function inOrderOfTime(rounds, moveClock) {
  let open = await Promise.all(rounds.map((acts) => advance(acts)));
  let present = -Infinity;
  for (;;) {
    open = open.filter(({ done }) => !done);
    if (open.length === 0) return;
    present = Math.max(present, Math.min(...open.map(({ instant }) => instant)));
    await moveClock(present);
    open = await Promise.all(open.map((one) => (one.instant <= present ? advance(one.acts) : one)));
  }
}

async function advance(acts) {
  const { done, value } = await acts.next();
  const instant = done ? Infinity : new Date(value).getTime();
  if (Number.isNaN(instant)) throw new RangeError(`not an instant: ${String(value)}`);
  return { acts, done, instant };
}
