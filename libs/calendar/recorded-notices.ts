import { CalendarBook } from './calendar-book.js';
import type { HolidayNotice } from './holiday-notice.js';
import { notice2019 } from './notices/2019.js';
import { notice2020 } from './notices/2020.js';
import { notice2021 } from './notices/2021.js';
import { notice2022 } from './notices/2022.js';
import { notice2023 } from './notices/2023.js';
import { notice2024 } from './notices/2024.js';
import { notice2025 } from './notices/2025.js';
import { notice2026 } from './notices/2026.js';

/** The notices that come with the product; later years are added by an administrator. */
export const recordedNotices: readonly HolidayNotice[] = [
  notice2019,
  notice2020,
  notice2021,
  notice2022,
  notice2023,
  notice2024,
  notice2025,
  notice2026,
];

/** A book of the notices that come with the product. */
export function recordedCalendar(): CalendarBook {
  return new CalendarBook(recordedNotices);
}
