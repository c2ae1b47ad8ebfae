import { SandboxClock } from './sandbox-clock.js';

describe('the clock of a rehearsal', () => {
  it('runs with the machine, moved by its offset', () => {
    const clock = new SandboxClock();
    clock.shift(86_400_000);
    expect(Math.abs(clock.now().getTime() - Date.now() - 86_400_000)).toBeLessThan(1000);
  });

  it('refuses an offset that is not a number', () => {
    expect(() => new SandboxClock().shift(Number.NaN)).toThrow(RangeError);
  });
});
