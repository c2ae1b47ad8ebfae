import { Clock, FixedClock, SystemClock } from '#libs/clock';

describe('SystemClock', () => {
  it('tells the time of the machine', () => {
    const before = Date.now();
    const told = new SystemClock().now().getTime();
    expect(told).toBeGreaterThanOrEqual(before);
    expect(told).toBeLessThanOrEqual(Date.now());
  });
});

describe('FixedClock', () => {
  it('stands still', () => {
    const clock: Clock = new FixedClock('2026-09-01T18:00:00+08:00');
    expect(clock.now()).toEqual(new Date('2026-09-01T10:00:00Z'));
    expect(clock.now()).toEqual(clock.now());
  });

  it('is set and advanced', () => {
    const clock = new FixedClock(new Date('2026-01-01T00:00:00Z'));
    clock.advance(1500);
    expect(clock.now().toISOString()).toBe('2026-01-01T00:00:01.500Z');
    clock.set('2025-01-01T00:00:00Z');
    expect(clock.now().toISOString()).toBe('2025-01-01T00:00:00.000Z');
  });

  it('is not moved by whoever changes the date it gave', () => {
    const clock = new FixedClock('2026-01-01T00:00:00Z');
    clock.now().setFullYear(1999);
    expect(clock.now().toISOString()).toBe('2026-01-01T00:00:00.000Z');
  });

  it('refuses what is not an instant', () => {
    expect(() => new FixedClock('soon')).toThrow(RangeError);
    expect(() => new FixedClock('2026-01-01T00:00:00Z').advance(Number.NaN)).toThrow(RangeError);
  });
});
