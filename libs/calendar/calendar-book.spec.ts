import fc from 'fast-check';
import { CalendarBook, addDays, daysBetween, recordedCalendar } from '#libs/calendar';
import type { Day, HolidayNotice, PeriodRule } from '#libs/calendar';
import { DomainError, say } from '#libs/errors';

const calendar = recordedCalendar();

const notice2012: HolidayNotice = {
  year: 2012,
  documents: [{ number: '国办发明电〔2011〕45号', issuedOn: '2011-12-05', title: '国务院办公厅关于2012年部分节假日安排的通知' }],
  daysOff: [
    { name: say('元旦', "New Year's Day"), first: '2012-01-01', last: '2012-01-03' },
    { name: say('春节', 'Spring Festival'), first: '2012-01-22', last: '2012-01-28' },
    { name: say('清明节', 'Qingming Festival'), first: '2012-04-02', last: '2012-04-04' },
    { name: say('劳动节', 'Labour Day'), first: '2012-04-29', last: '2012-05-01' },
    { name: say('端午节', 'Dragon Boat Festival'), first: '2012-06-22', last: '2012-06-24' },
    { name: say('中秋节、国庆节', 'Mid-Autumn Festival and National Day'), first: '2012-09-30', last: '2012-10-07' },
  ],
  makeUpDays: ['2011-12-31', '2012-01-21', '2012-01-29', '2012-03-31', '2012-04-01', '2012-04-28', '2012-09-29'],
};

const working = (start: Day, days: number, countFirstDay: boolean): PeriodRule => ({ start, days, unit: 'working', countFirstDay });

describe('periods of working days in real notices', () => {
  it('Suzhou 2012: 20 to 26 December, counting the first day', () => {
    const book = new CalendarBook([notice2012]);
    expect(book.period(working('2012-12-20', 5, true))).toEqual({ first: '2012-12-20', last: '2012-12-26' });
  });

  it.each([
    ['Luohu 2023, over a worked Sunday', '2023-04-20', '2023-04-25'],
    ['Futian 2021', '2021-08-18', '2021-08-24'],
    ['over a worked Sunday before the Spring Festival of 2024', '2024-02-01', '2024-02-06'],
    ['over the Spring Festival of 2026', '2026-02-12', '2026-02-25'],
  ] as [string, Day, Day][])('%s: %s to %s, five days counting the first', (_, start, last) => {
    expect(calendar.period(working(start, 5, true))).toEqual({ first: start, last });
  });

  it('begins a day later where the first day is not counted', () => {
    expect(calendar.period(working('2026-02-12', 5, false))).toEqual({ first: '2026-02-13', last: '2026-02-26' });
  });

  it('begins on the next working day after one that is off', () => {
    expect(calendar.period(working('2026-10-03', 1, true))).toEqual({ first: '2026-10-08', last: '2026-10-08' });
    expect(calendar.period(working('2026-09-30', 2, false))).toEqual({ first: '2026-10-08', last: '2026-10-09' });
  });
});

describe('periods of calendar days', () => {
  const fifteen: PeriodRule = { start: '2026-09-20', days: 15, unit: 'calendar' };

  it('leave out the first day and end after the holiday, as the Civil Code has it', () => {
    expect(calendar.period(fifteen)).toEqual({ first: '2026-09-21', last: '2026-10-08' });
  });

  it('end where they end if it is agreed so', () => {
    expect(calendar.period({ ...fifteen, moveLastDayOffHolidays: false })).toEqual({ first: '2026-09-21', last: '2026-10-05' });
  });

  it('count the first day if it is agreed so', () => {
    expect(calendar.period({ start: '2026-09-01', days: 15, unit: 'calendar', countFirstDay: true })).toEqual({
      first: '2026-09-01',
      last: '2026-09-15',
    });
  });

  it('end on a Saturday that is worked and not on one that is off', () => {
    const ending = (start: Day): Day => calendar.period({ start, days: 7, unit: 'calendar' }).last;
    expect(ending('2026-02-07')).toBe('2026-02-14');
    expect(ending('2026-03-07')).toBe('2026-03-16');
  });

  it('need no notice where the last day stays', () => {
    const rule: PeriodRule = { start: '2026-06-30', days: 365, unit: 'calendar', moveLastDayOffHolidays: false };
    expect(calendar.period(rule).last).toBe('2027-06-30');
  });
});

describe('a year without notice', () => {
  it.each([
    ['a day of it', () => calendar.isWorkingDay('2027-03-01')],
    ['a day of a year before the first', () => calendar.isWorkingDay('2018-12-03')],
    ['the last days of December, which the next notice may rule', () => calendar.isWorkingDay('2026-12-31')],
    ['a period that crosses into it', () => calendar.period(working('2026-12-25', 10, true))],
    ['a last day in it', () => calendar.period({ start: '2026-12-20', days: 30, unit: 'calendar' })],
  ])('is refused for %s', (_, ask) => {
    expect(ask).toThrow(DomainError);
    expect(ask).toThrow('calendar.year-without-notice');
  });

  it('is not missed before 29 December', () => {
    expect(calendar.isWorkingDay('2026-12-28')).toBe(true);
    expect(calendar.period(working('2026-12-21', 5, true)).last).toBe('2026-12-25');
  });

  it('names the year in both languages', () => {
    try {
      calendar.isWorkingDay('2027-03-01');
    } catch (error) {
      expect(error).toMatchObject({ kind: 'refused', facts: { year: 2027 } });
    }
    expect.assertions(1);
  });

  it.each([0, -1, 1.5, Number.NaN, 1e9])('refuses a length of %p days', (days) => {
    expect(() => calendar.period(working('2026-03-02', days, true))).toThrow('calendar.not-a-length');
  });
});

describe('foreseen', () => {
  const ahead = calendar.foreseen();

  it('counts by the week where no notice rules yet, and by the notices where they do', () => {
    expect(ahead.period(working('2026-12-25', 10, true))).toEqual({ first: '2026-12-25', last: '2027-01-07' });
    expect(ahead.period({ start: '2026-12-20', days: 20, unit: 'calendar' }).last).toBe('2027-01-11');
    expect(ahead.isWorkingDay('2026-10-01')).toBe(false);
    expect(ahead.period(working('2026-02-12', 5, true))).toEqual(calendar.period(working('2026-02-12', 5, true)));
  });

  it('leaves the book itself as strict as it was', () => {
    expect(() => calendar.isWorkingDay('2027-03-01')).toThrow('calendar.year-without-notice');
  });
});

describe('withYear', () => {
  const notice2027: HolidayNotice = {
    year: 2027,
    documents: [{ number: '测试1号', issuedOn: '2026-11-20', title: '2027年安排' }],
    daysOff: [{ name: say('元旦', "New Year's Day"), first: '2026-12-31', last: '2027-01-02' }],
    makeUpDays: ['2027-01-03'],
  };

  it('adds a year and leaves the first book as it was', () => {
    const longer = calendar.withYear(notice2027);
    expect(longer.isWorkingDay('2026-12-31')).toBe(false);
    expect(longer.isWorkingDay('2027-01-03')).toBe(true);
    expect(longer.period(working('2026-12-30', 3, true)).last).toBe('2027-01-04');
    expect(calendar.years()).not.toContain(2027);
  });

  it('replaces a year that a later document changes', () => {
    const shorter = { ...notice2027, daysOff: [{ ...notice2027.daysOff[0]!, first: '2027-01-01' as Day }] };
    expect(calendar.withYear(notice2027).withYear(shorter).isWorkingDay('2026-12-31')).toBe(true);
  });

  it.each([
    ['a make-up day in the week', { makeUpDays: ['2027-01-04'] }, 'makeUpDays.0', 'calendar.not-weekend'],
    ['a day that is off and worked', { makeUpDays: ['2027-01-02'] }, 'makeUpDays.0', 'calendar.off-and-worked'],
    ['a make-up day of another year', { makeUpDays: ['2028-01-02'] }, 'makeUpDays.0', 'calendar.other-year'],
    ['a date that is none', { makeUpDays: ['2027-02-30'] }, 'makeUpDays.0', 'calendar.not-a-day'],
    ['no days off', { daysOff: [] }, 'daysOff', 'calendar.no-days-off'],
    ['no document', { documents: [] }, 'documents', 'calendar.no-document'],
    ['a year that is none', { year: 27 }, 'year', 'calendar.not-a-year'],
    ['a run that ends before it begins', { daysOff: [{ name: say('', ''), first: '2027-05-03', last: '2027-05-01' }] }, 'daysOff.0', 'calendar.backwards'],
    ['a run of months', { daysOff: [{ name: say('', ''), first: '2027-01-01', last: '2027-10-01' }] }, 'daysOff.0', 'calendar.too-long'],
    ['a run of another year', { daysOff: [{ name: say('', ''), first: '2026-12-28', last: '2027-01-01' }] }, 'daysOff.0.first', 'calendar.other-year'],
  ])('refuses %s and says where', (_, change, path, code) => {
    try {
      calendar.withYear({ ...notice2027, ...change } as HolidayNotice);
    } catch (error) {
      expect(error).toMatchObject({ kind: 'invalid', code: 'calendar.notice-invalid' });
      expect((error as DomainError).facts.problems).toContainEqual(expect.objectContaining({ path, code }));
    }
    expect.assertions(2);
  });
});

describe('periods of working days in general', () => {
  const starts = fc.integer({ min: 0, max: 2300 }).map((n) => addDays('2020-01-01', n));
  const lengths = fc.integer({ min: 1, max: 60 });

  it('hold exactly the days asked for, and begin and end on worked ones', () => {
    fc.assert(
      fc.property(starts, lengths, fc.boolean(), (start, days, countFirstDay) => {
        const { first, last } = calendar.period(working(start, days, countFirstDay));
        expect(calendar.countWorkingDays(first, last)).toBe(days);
        expect(calendar.isWorkingDay(first) && calendar.isWorkingDay(last)).toBe(true);
        expect(first >= addDays(start, countFirstDay ? 0 : 1)).toBe(true);
        expect(calendar.countWorkingDays(start, first)).toBe(!countFirstDay && calendar.isWorkingDay(start) ? 2 : 1);
      }),
    );
  });

  it('are never shorter in calendar days, which end on a worked day', () => {
    fc.assert(
      fc.property(starts, lengths, (start, days) => {
        const { first, last } = calendar.period({ start, days, unit: 'calendar' });
        expect(daysBetween(start, first)).toBe(1);
        expect(daysBetween(start, last)).toBeGreaterThanOrEqual(days);
        expect(calendar.isWorkingDay(last)).toBe(true);
        expect(last <= calendar.period(working(start, days, false)).last).toBe(true);
      }),
    );
  });
});
