export { CalendarBook } from './calendar-book.js';
export type { Period, PeriodRule } from './calendar-book.js';
export { addDays, day, dayOf, daysBetween, endOfDay, isWeekend, startOfDay, yearOf } from './day.js';
export type { Day } from './day.js';
export type { DaysOff, HolidayNotice, NoticeDocument } from './holiday-notice.js';
export { recordedCalendar, recordedNotices } from './recorded-notices.js';
