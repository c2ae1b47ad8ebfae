import { addDays, daysBetween, isWeekend, recordedCalendar, recordedNotices } from '#libs/calendar';
import type { Day } from '#libs/calendar';

/**
 * How many days each notice says that it gives off (共N天), in its order. The seven days of the Spring
 * Festival of 2020 were lengthened by three; where a notice joins a weekend (与周末连休) only the day itself is off.
 */
const DAYS_OFF: Record<number, number[]> = {
  2019: [3, 7, 1, 4, 1, 1, 7],
  2020: [1, 10, 3, 5, 3, 8],
  2021: [3, 7, 3, 5, 3, 3, 7],
  2022: [3, 7, 3, 5, 3, 3, 7],
  2023: [3, 7, 1, 5, 3, 8],
  2024: [1, 8, 3, 5, 1, 3, 7],
  2025: [1, 8, 3, 5, 3, 8],
  2026: [3, 9, 3, 5, 3, 3, 7],
};

/** Statutory holidays of the year: 11 days, 13 since the revision of 2024. */
const STATUTORY: Record<number, number> = { 2019: 11, 2020: 11, 2021: 11, 2022: 11, 2023: 11, 2024: 11, 2025: 13, 2026: 13 };

/** Friday 31 January 2020 was freed by the lengthening, and Saturday 1 February was no longer made up. */
const FREED: Record<number, number> = { 2020: 2 };

describe.each(recordedNotices.map((notice) => [notice.year, notice] as const))('the notice for %d', (year, notice) => {
  it('gives off as many days as it says', () => {
    expect(notice.daysOff.map((run) => daysBetween(run.first, run.last) + 1)).toEqual(DAYS_OFF[year]);
  });

  it('was issued before its year and is cited by number', () => {
    expect(notice.documents[0]?.issuedOn.startsWith(String(year - 1))).toBe(true);
    for (const document of notice.documents) {
      const issued = document.issuedOn.slice(0, 4);
      expect(document.number).toMatch(new RegExp(`^国办发明电〔${issued}〕\\d+号$`));
      expect(document.title).toContain(`${year}年`);
    }
  });

  it('moves days about and takes none: its free weekdays beyond the made up ones are the statutory holidays', () => {
    let weekdaysOff = 0;
    for (const run of notice.daysOff) {
      for (let date = run.first; date <= run.last; date = addDays(date, 1)) weekdaysOff += isWeekend(date) ? 0 : 1;
    }
    expect(weekdaysOff - notice.makeUpDays.length).toBe((STATUTORY[year] ?? 0) + (FREED[year] ?? 0));
  });
});

describe('the recorded calendar', () => {
  const calendar = recordedCalendar();

  it('has 2019 to 2026', () => {
    expect(calendar.years()).toEqual([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]);
    expect(calendar.noticeOf(2026)?.documents[0]?.number).toBe('国办发明电〔2025〕7号');
    expect(calendar.noticeOf(2027)).toBeUndefined();
  });

  it.each([
    ['2020-01-31', false], ['2020-02-01', false], ['2020-02-02', false], ['2020-02-03', true], ['2020-01-19', true],
    ['2022-12-30', true], ['2022-12-31', false], ['2023-01-02', false], ['2023-04-23', true], ['2024-02-04', true],
    ['2024-02-09', true], ['2025-01-26', true], ['2025-10-08', false], ['2026-01-04', true], ['2026-02-14', true],
    ['2026-02-23', false], ['2026-02-28', true], ['2026-05-09', true], ['2026-09-20', true], ['2026-10-10', true],
  ] as [Day, boolean][])('knows whether %s is worked: %p', (date, worked) => {
    expect(calendar.isWorkingDay(date)).toBe(worked);
  });

  it.each([
    ['2021', 250], ['2022', 249], ['2023', 249], ['2024', 251], ['2025', 248],
  ] as [string, number][])('counts the working days of %s as %d', (year, count) => {
    expect(calendar.countWorkingDays(`${year}-01-01` as Day, `${year}-12-31` as Day)).toBe(count);
  });
});
