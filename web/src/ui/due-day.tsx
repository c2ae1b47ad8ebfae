import { Icon } from './icon.js';
import { formatInstant } from './instant-format.js';
import { useTexts } from './language/texts.js';
import { uiTexts } from './texts.js';
import { useServerNow } from './use-server-now.js';

const DAY = 86_400_000;

/** Whole days from today in Beijing to the day; negative once it is past. */
export function daysUntil(day: string, now: number): number {
  return Math.round((Date.parse(day) - Date.parse(formatInstant(new Date(now), 'day'))) / DAY);
}

export interface DueDayProps {
  /** `2026-09-01`, a day in Beijing. */
  readonly day: string;
  /** False once nothing is owed any more: the day alone. */
  readonly open?: boolean;
}

/** A last day with what is left of the time, or by how much it is late. */
export function DueDay({ day, open = true }: DueDayProps) {
  const t = useTexts(uiTexts);
  const left = daysUntil(day, useServerNow(60_000));
  const tone = left < 0 ? 'late' : left <= 3 ? 'waiting' : 'quiet';
  return (
    <span className="due-day figures">
      {day}
      {open ? (
        <span className={`tone-${tone}`}>
          {left < 0 ? <Icon name="alert" /> : null}
          {left < 0 ? t('days_late', { count: -left }) : left === 0 ? t('due_today') : t('days_left', { count: left })}
        </span>
      ) : null}
    </span>
  );
}
