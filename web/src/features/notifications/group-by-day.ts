import type { NotificationView } from '../../api/index.js';
import { formatInstant } from '../../ui/index.js';

export interface DayOfNotices {
  /** `YYYY-MM-DD` in Asia/Shanghai, or `unread`. */
  readonly day: string;
  readonly notices: readonly NotificationView[];
}

/** What is unread first, whatever its day; the rest by day, newest first. */
export function groupByDay(notices: readonly NotificationView[]): DayOfNotices[] {
  const unread = notices.filter(({ readAt }) => readAt === null);
  const days = new Map<string, NotificationView[]>();
  for (const notice of notices) {
    if (notice.readAt === null) continue;
    const day = formatInstant(new Date(notice.createdAt), 'day');
    days.set(day, [...(days.get(day) ?? []), notice]);
  }
  return [...(unread.length > 0 ? [{ day: 'unread', notices: unread }] : []), ...[...days].map(([day, of]) => ({ day, notices: of }))];
}
