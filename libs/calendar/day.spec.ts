import fc from 'fast-check';
import { addDays, day, dayOf, daysBetween, endOfDay, isWeekend, startOfDay } from '#libs/calendar';
import type { Day } from '#libs/calendar';

const instants = fc.date({ min: new Date('1992-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
const days = instants.map(dayOf);

describe('day', () => {
  it.each(['2026-02-28', '2024-02-29', '2000-02-29', '1949-10-01'])('takes %s', (text) => {
    expect(day(text)).toBe(text);
  });

  it.each(['2026-02-30', '2026-02-29', '2100-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '20260101', '2026-01-01T00:00', ' 2026-01-01', ''])(
    'refuses %p',
    (text) => {
      expect(() => day(text)).toThrow('calendar.not-a-day');
    },
  );

  it('is checked wherever a day is reckoned with', () => {
    expect(() => startOfDay('2026-02-30')).toThrow('calendar.not-a-day');
    expect(() => addDays('9999-12-31', 1)).toThrow('calendar.not-a-day');
    expect(() => addDays('2026-01-01', 0.5)).toThrow('calendar.not-a-day');
    expect(() => dayOf(new Date(Number.NaN))).toThrow('calendar.not-a-day');
  });
});

describe('days in Beijing', () => {
  it('begin at 16:00 UTC and end a millisecond before the next', () => {
    expect(startOfDay('2026-09-01').toISOString()).toBe('2026-08-31T16:00:00.000Z');
    expect(endOfDay('2026-09-01').toISOString()).toBe('2026-09-01T15:59:59.999Z');
    expect(dayOf(new Date('2026-08-31T15:59:59.999Z'))).toBe('2026-08-31');
    expect(dayOf(new Date('2026-08-31T16:00:00Z'))).toBe('2026-09-01');
  });

  it('are those of the time zone Asia/Shanghai', () => {
    const shanghai = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });
    fc.assert(fc.property(instants, (instant) => expect(dayOf(instant)).toBe(shanghai.format(instant))));
  });

  it('contain exactly their own instants', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const date = dayOf(instant);
        expect(startOfDay(date).getTime()).toBeLessThanOrEqual(instant.getTime());
        expect(endOfDay(date).getTime()).toBeGreaterThanOrEqual(instant.getTime());
        expect(startOfDay(addDays(date, 1)).getTime() - endOfDay(date).getTime()).toBe(1);
      }),
    );
  });
});

describe('reckoning with days', () => {
  it('crosses months and leap days', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2024-01-01', '2025-01-01')).toBe(366);
    expect(daysBetween('2026-01-02', '2026-01-01')).toBe(-1);
  });

  it('adds what it counts', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (from, n) => {
        const to: Day = addDays(from, n);
        expect(daysBetween(from, to)).toBe(n);
        expect(to > from).toBe(n > 0);
      }),
    );
  });

  it('knows Saturdays and Sundays', () => {
    expect(['2026-02-13', '2026-02-14', '2026-02-15', '2026-02-16'].map((d) => isWeekend(day(d)))).toEqual([false, true, true, false]);
  });
});
