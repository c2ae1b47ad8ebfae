import { invalid, say } from '#libs/errors';

/** A date without a time, `YYYY-MM-DD`, in Beijing time; days compare as their text does. */
export type Day = `${number}-${number}-${number}`;

/** Beijing time is UTC+8; the summer time of 1986 to 1991 is before anything that is timed here. */
const OFFSET = 8 * 3_600_000;
const LENGTH = 86_400_000;
const WRITTEN = /^\d{4}-\d{2}-\d{2}$/;

const NOT_A_DAY = say('“{value}”不是有效的日期，应为YYYY-MM-DD', '“{value}” is not a date; write it as YYYY-MM-DD');

/** Reads a date. @throws DomainError `invalid calendar.not-a-day`, also for 30 February */
export function day(text: string): Day {
  reckon(text);
  return text as Day;
}

/** The date in Beijing at an instant. @throws DomainError `invalid calendar.not-a-day` for an invalid instant */
export function dayOf(instant: Date): Day {
  return dayAt(instant.getTime() + OFFSET) ?? refuse(String(instant));
}

/** Midnight in Beijing with which the day begins. */
export function startOfDay(date: Day): Date {
  return new Date(reckon(date) - OFFSET);
}

/**
 * The last millisecond of the day in Beijing: a period ends at 24:00 of its last day
 * (Civil Code art. 203). Compare with `<=`; for half-open ranges use the start of the next day.
 */
export function endOfDay(date: Day): Date {
  return new Date(reckon(date) - OFFSET + LENGTH - 1);
}

/** The day a number of days later, or earlier if negative. */
export function addDays(date: Day, days: number): Day {
  return dayAt(reckon(date) + (Number.isSafeInteger(days) ? days : Number.NaN) * LENGTH) ?? refuse(`${date} + ${days}`);
}

/** How many days later `to` is than `from`: 0 for the same day, negative if it is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (reckon(to) - reckon(from)) / LENGTH;
}

/** Whether the day is a Saturday or a Sunday, whatever the notices say about it. */
export function isWeekend(date: Day): boolean {
  return [0, 6].includes(new Date(reckon(date)).getUTCDay());
}

/** The year as a number. */
export function yearOf(date: Day): number {
  return Number(date.slice(0, 4));
}

/** Midnight of the day in universal time, in milliseconds. */
function reckon(text: string): number {
  const at = Date.parse(`${text}T00:00:00Z`);
  return dayAt(at) === text ? at : refuse(text);
}

/** The day that holds an instant of universal time; nothing for years that four digits do not write. */
function dayAt(milliseconds: number): Day | undefined {
  const date = new Date(milliseconds);
  if (Number.isNaN(date.getTime())) return undefined;
  const written = date.toISOString().split('T', 1)[0]!;
  return WRITTEN.test(written) ? (written as Day) : undefined;
}

function refuse(value: string): never {
  throw invalid('calendar.not-a-day', NOT_A_DAY, { value });
}
