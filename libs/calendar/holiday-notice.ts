import { invalid, say } from '#libs/errors';
import type { Problem, Sentence } from '#libs/errors';
import { addDays, day, isWeekend, yearOf } from './day.js';
import type { Day } from './day.js';

/** A document of the General Office of the State Council that a notice rests on. */
export interface NoticeDocument {
  /** As printed, e.g. 国办发明电〔2019〕16号. */
  readonly number: string;
  readonly issuedOn: Day;
  readonly title: string;
}

/** Days off in one run, both ends included. */
export interface DaysOff {
  readonly name: Sentence;
  readonly first: Day;
  readonly last: Day;
}

/**
 * The working-day arrangement of one year (部分节假日安排的通知) as plain data, so that it can be
 * kept as a file or in a table. A later document that changes the year is put into the same notice.
 */
export interface HolidayNotice {
  readonly year: number;
  readonly documents: readonly NoticeDocument[];
  readonly daysOff: readonly DaysOff[];
  /** Saturdays and Sundays that are worked (调休上班). */
  readonly makeUpDays: readonly Day[];
}

const INVALID = say('{year}年放假安排有误', 'The holiday notice of {year} is faulty');
const NO_DOCUMENT = say('须注明通知文号和日期', 'The number and date of the notice are needed');
const BACKWARDS = say('假期结束日早于开始日', 'The days off end before they begin');
const TOO_LONG = say('一段假期不超过31天', 'One run of days off is 31 days at most');
const OTHER_YEAR = say('{day}不属于该年度安排', '{day} does not belong to the arrangement of the year');
const NOT_WEEKEND = say('调休上班日{day}应为周六或周日', 'The make-up day {day} must be a Saturday or Sunday');
const BOTH = say('{day}既放假又上班', '{day} is both off and worked');
const NOT_A_DAY = say('“{day}”不是有效的日期', '“{day}” is not a date');
const NOT_A_YEAR = say('年份应为四位数', 'The year must have four digits');
const NO_DAYS_OFF = say('至少应有一段假期', 'At least one run of days off is needed');

/** No run of days off has come near this; a slip in a year or month does. */
const LONGEST_RUN = 31;

/** Every day of a run of days off. */
export function daysOf(run: DaysOff): Day[] {
  const days: Day[] = [];
  for (let date = run.first; date <= run.last; date = addDays(date, 1)) days.push(date);
  return days;
}

/**
 * Checks a notice as an administrator gives it.
 *
 * @throws DomainError `invalid calendar.notice-invalid` with every faulty place in `facts.problems`
 */
export function checkNotice(notice: HolidayNotice): HolidayNotice {
  const malformed = malformedPlaces(notice);
  const problems = malformed.length > 0 ? malformed : contradictions(notice);
  if (problems.length > 0) throw invalid('calendar.notice-invalid', INVALID, { year: notice.year, problems });
  return notice;
}

function malformedPlaces(notice: HolidayNotice): Problem[] {
  const dates: [string, Day][] = [
    ...notice.documents.map(({ issuedOn }, i): [string, Day] => [`documents.${i}.issuedOn`, issuedOn]),
    ...notice.daysOff.flatMap(({ first, last }, i): [string, Day][] => [
      [`daysOff.${i}.first`, first],
      [`daysOff.${i}.last`, last],
    ]),
    ...notice.makeUpDays.map((date, i): [string, Day] => [`makeUpDays.${i}`, date]),
  ];
  return [
    ...when(!Number.isInteger(notice.year) || notice.year < 1000 || notice.year > 9998, 'year', 'not-a-year', NOT_A_YEAR),
    ...when(!notice.documents.some((d) => d.number.trim()), 'documents', 'no-document', NO_DOCUMENT),
    ...when(notice.daysOff.length === 0, 'daysOff', 'no-days-off', NO_DAYS_OFF),
    ...dates
      .filter(([, date]) => !isDay(date))
      .map(([path, date]) => ({ path, code: 'calendar.not-a-day', sentence: NOT_A_DAY, facts: { day: date } })),
  ];
}

function contradictions(notice: HolidayNotice): Problem[] {
  const off = new Set(notice.daysOff.flatMap((run) => (isShort(run) ? daysOf(run) : [])));
  const runs = notice.daysOff.flatMap((run, i) => [
    ...when(run.last < run.first, `daysOff.${i}`, 'backwards', BACKWARDS),
    ...when(run.last >= run.first && !isShort(run), `daysOff.${i}`, 'too-long', TOO_LONG),
    ...foreign(notice.year, run.first, `daysOff.${i}.first`),
    ...foreign(notice.year, run.last, `daysOff.${i}.last`),
  ]);
  const worked = notice.makeUpDays.flatMap((date, i) => [
    ...foreign(notice.year, date, `makeUpDays.${i}`),
    ...when(!isWeekend(date), `makeUpDays.${i}`, 'not-weekend', NOT_WEEKEND, { day: date }),
    ...when(off.has(date), `makeUpDays.${i}`, 'off-and-worked', BOTH, { day: date }),
  ]);
  return [...runs, ...worked];
}

function isShort(run: DaysOff): boolean {
  return run.last >= run.first && run.last < addDays(run.first, LONGEST_RUN);
}

/** A notice rules its own year and the last days of the December before. */
function foreign(year: number, date: Day, path: string): Problem[] {
  const belongs = yearOf(date) === year || (yearOf(date) === year - 1 && reachesIntoNextYear(date));
  return when(!belongs, path, 'other-year', OTHER_YEAR, { day: date });
}

/**
 * Whether the notice of the following year may also rule this day: New Year's days off and their
 * make-up days have reached back to 29 December and no further (2018-12-29, 2011-12-31, 2022-12-31).
 */
export function reachesIntoNextYear(date: Day): boolean {
  return date.slice(5) >= '12-29';
}

function isDay(date: string): boolean {
  try {
    return day(date) === date;
  } catch {
    return false;
  }
}

function when(
  faulty: boolean,
  path: string,
  code: string,
  sentence: Sentence,
  facts: Record<string, unknown> = {},
): Problem[] {
  return faulty ? [{ path, code: `calendar.${code}`, sentence, facts }] : [];
}
