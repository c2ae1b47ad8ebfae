import fc from 'fast-check';
import { ClockOffset } from './clock-offset.js';

/** The database's clock is ahead by `ahead` milliseconds; the question takes `there` and the answer `back`. */
const reading = (at: number, ahead: number, there: number, back: number) => ({ sent: at, answered: at + there + back, told: at + there + ahead });

describe('how far two clocks are apart', () => {
  it('is always within the bounds, whatever the delays and the drift', () => {
    const delay = fc.double({ min: 0, max: 400, noNaN: true });
    const steps = fc.array(fc.record({ pause: fc.double({ min: 0, max: 60_000, noNaN: true }), there: delay, back: delay, drift: fc.double({ min: -0.0005, max: 0.0005, noNaN: true }) }), { minLength: 1, maxLength: 40 });
    fc.assert(fc.property(steps, fc.integer({ min: -1e12, max: 1e12 }), (readings, start) => {
      const offset = new ClockOffset();
      let [at, ahead] = [0, start];
      for (const { pause, there, back, drift } of readings) {
        at += pause;
        ahead += drift * (pause + there);
        const { least, most } = offset.learn(reading(at, ahead, there, back));
        expect(least).toBeLessThanOrEqual(ahead + 0.001 * back + 0.01);
        expect(most).toBeGreaterThanOrEqual(ahead - 0.001 * back - 0.01);
        at += there + back;
      }
    }));
  });

  it('stays known to the millisecond when answers come to wait', () => {
    const offset = new ClockOffset();
    offset.learn(reading(0, 5_000, 0.2, 0.3));
    const { least, most } = offset.learn(reading(800, 5_000, 20, 300));
    expect(most - least).toBeLessThan(3);
    expect(least).toBeLessThanOrEqual(5_000);
    expect(most).toBeGreaterThanOrEqual(5_000);
  });

  it('is learnt anew when a clock was set', () => {
    const offset = new ClockOffset();
    offset.learn(reading(0, 5_000, 0.2, 0.3));
    const { least, most } = offset.learn(reading(1_000, 5_000 - 600_000, 1, 1));
    expect([least, most]).toEqual([-595_001, -594_999]);
  });

  it('is unknown before the first reading', () => {
    expect(new ClockOffset().at(5)).toBeUndefined();
  });
});
