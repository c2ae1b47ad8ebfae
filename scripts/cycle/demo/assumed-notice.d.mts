import type { HolidayNotice } from '#libs/calendar';

export function assumedNotice(year: number, day: string): HolidayNotice;
