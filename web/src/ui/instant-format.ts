import type { Language } from '../api/language.js';

const PARTS = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

export type Precision = 'day' | 'minute' | 'second';

/** `2026-09-01`, `2026-09-01 18:00` or `2026-09-01 18:00:05`, always the time of Beijing. */
export function formatInstant(at: Date, precision: Precision = 'minute'): string {
  const part = Object.fromEntries(PARTS.formatToParts(at).map(({ type, value }) => [type, value]));
  const day = `${part.year}-${part.month}-${part.day}`;
  if (precision === 'day') return day;
  const minute = `${day} ${part.hour}:${part.minute}`;
  return precision === 'minute' ? minute : `${minute}:${part.second}`;
}

/** `14:03:22`, the time of Beijing. */
export function formatTimeOfDay(at: Date): string {
  return formatInstant(at, 'second').slice(11);
}

/** The time of day for what happened today, with its day for what did not: `14:03:22`, `2026-11-26 14:03:22`. */
export function formatMoment(at: Date, now = new Date()): string {
  const whole = formatInstant(at, 'second');
  return whole.startsWith(formatInstant(now, 'day')) ? whole.slice(11) : whole;
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** `3天后`, `2 hours ago`: the largest whole unit between two instants in epoch milliseconds. */
export function formatRelative(at: number, now: number, language: Language): string {
  const words = new Intl.RelativeTimeFormat(language === 'zh' ? 'zh-CN' : 'en', { numeric: 'auto' });
  const distance = at - now;
  for (const [unit, length] of UNITS) {
    if (Math.abs(distance) >= length) return words.format(Math.trunc(distance / length), unit);
  }
  return words.format(Math.trunc(distance / 1000), 'second');
}
