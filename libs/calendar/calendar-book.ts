import { invalid, refused, say } from '#libs/errors';
import { addDays, isWeekend, yearOf } from './day.js';
import type { Day } from './day.js';
import { checkNotice, daysOf, reachesIntoNextYear } from './holiday-notice.js';
import type { HolidayNotice } from './holiday-notice.js';

/** What a period is counted from and how. */
export interface PeriodRule {
  readonly start: Day;
  readonly days: number;
  readonly unit: 'working' | 'calendar';
  /** Whether the day of the event is the first of the period; by law it is not (Civil Code art. 201). */
  readonly countFirstDay?: boolean;
  /**
   * Whether a period of calendar days that would end on a day off ends on the next working day;
   * by law it does (art. 203; weekly rest days are 法定休假日 too, unless they are worked), the parties
   * may agree otherwise (art. 204). Working days need no such move.
   */
  readonly moveLastDayOffHolidays?: boolean;
}

/** The days of a period, both included. */
export interface Period {
  readonly first: Day;
  readonly last: Day;
}

const NO_NOTICE = say(
  '尚未录入国务院办公厅{year}年节假日安排，无法推算工作日',
  'The State Council’s holiday notice for {year} is not recorded, so working days cannot be counted',
);
const NOT_A_LENGTH = say('期间天数应为1至{most}的整数', 'The length of a period is a whole number of days from 1 to {most}');

const LONGEST_PERIOD = 3660;

/**
 * Knows which days are worked, by the yearly notices of the State Council, with their make-up days.
 * It never guesses: a day that no notice rules yet is refused, unless by the book that `foreseen` gives.
 * A book does not change; `withYear` gives another one.
 */
export class CalendarBook {
  private readonly notices: ReadonlyMap<number, HolidayNotice>;
  private readonly off: ReadonlySet<Day>;
  private readonly worked: ReadonlySet<Day>;

  /** @throws DomainError `invalid calendar.notice-invalid` */
  constructor(
    notices: Iterable<HolidayNotice>,
    private readonly guesses = false,
  ) {
    this.notices = new Map([...notices].map((notice) => [notice.year, checkNotice(notice)]));
    const all = [...this.notices.values()];
    this.off = new Set(all.flatMap((notice) => notice.daysOff.flatMap(daysOf)));
    this.worked = new Set(all.flatMap((notice) => notice.makeUpDays));
  }

  /**
   * A book that has one more notice, or another one for a year that it already had.
   *
   * @throws DomainError `invalid calendar.notice-invalid`
   */
  withYear(notice: HolidayNotice): CalendarBook {
    return new CalendarBook([...this.notices.values(), notice], this.guesses);
  }

  /**
   * The same book for looking ahead: in a year that no notice rules yet Monday to Friday are worked. For a day that is told as a
   * prospect and must not stop anybody, such as when a report falls due next year; what has to hold to the day asks the book itself.
   */
  foreseen(): CalendarBook {
    return new CalendarBook(this.notices.values(), true);
  }

  /** The years whose notice is recorded, in order. */
  years(): number[] {
    return [...this.notices.keys()].sort((a, b) => a - b);
  }

  /** The notice of a year, for showing what a date rests on. */
  noticeOf(year: number): HolidayNotice | undefined {
    return this.notices.get(year);
  }

  /**
   * Whether the day is worked: Monday to Friday unless off, and the make-up days.
   * 29 to 31 December are ruled by the notice of the following year too.
   *
   * @throws DomainError `refused calendar.year-without-notice`, `invalid calendar.not-a-day`
   */
  isWorkingDay(date: Day): boolean {
    const weekend = isWeekend(date);
    this.needsNotice(yearOf(date));
    if (reachesIntoNextYear(date)) this.needsNotice(yearOf(date) + 1);
    if (this.off.has(date)) return false;
    return this.worked.has(date) || !weekend;
  }

  /** The first working day that is not before the given day. @throws as `isWorkingDay` */
  workingDayFrom(date: Day): Day {
    let found = date;
    while (!this.isWorkingDay(found)) found = addDays(found, 1);
    return found;
  }

  /** How many working days there are from one day to another, both included. @throws as `isWorkingDay` */
  countWorkingDays(first: Day, last: Day): number {
    let count = 0;
    for (let date = first; date <= last; date = addDays(date, 1)) count += this.isWorkingDay(date) ? 1 : 0;
    return count;
  }

  /**
   * Reckons a period. `first` is the first day counted, so in working days it is always worked.
   * Without `countFirstDay` counting begins on the day after the event (Civil Code art. 201);
   * public notices usually count the day of publication (公示期自发布之日起算), which is then said.
   *
   * @throws DomainError `refused calendar.year-without-notice`, `invalid calendar.not-a-length`,
   * `invalid calendar.not-a-day`
   */
  period(rule: PeriodRule): Period {
    if (!Number.isInteger(rule.days) || rule.days < 1 || rule.days > LONGEST_PERIOD) {
      throw invalid('calendar.not-a-length', NOT_A_LENGTH, { most: LONGEST_PERIOD, days: rule.days });
    }
    const from = addDays(rule.start, rule.countFirstDay ? 0 : 1);
    return rule.unit === 'working' ? this.workingPeriod(from, rule.days) : this.calendarPeriod(from, rule);
  }

  private workingPeriod(from: Day, days: number): Period {
    const first = this.workingDayFrom(from);
    let last = first;
    for (let counted = 1; counted < days; counted += 1) last = this.workingDayFrom(addDays(last, 1));
    return { first, last };
  }

  private calendarPeriod(from: Day, rule: PeriodRule): Period {
    const last = addDays(from, rule.days - 1);
    return { first: from, last: rule.moveLastDayOffHolidays === false ? last : this.workingDayFrom(last) };
  }

  private needsNotice(year: number): void {
    if (!this.guesses && !this.notices.has(year)) throw refused('calendar.year-without-notice', NO_NOTICE, { year });
  }
}
