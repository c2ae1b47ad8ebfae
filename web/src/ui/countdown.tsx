import { Icon } from './icon.js';
import { formatInstant } from './instant-format.js';
import { useTexts, type Tell } from './language/texts.js';
import { uiTexts } from './texts.js';
import type { Tone } from './tone.js';
import { useServerNow } from './use-server-now.js';

const HOUR = 3_600_000;

/** Time left by the server's clock; amber inside 72 h, brick inside 24 h, bold and by the second inside 2 h. */
export function Countdown({ until }: { readonly until: string | Date }) {
  const t = useTexts(uiTexts);
  const end = new Date(until).getTime();
  const now = useServerNow(1000);
  const left = end - now;
  const tone = toneOf(left);
  return (
    <span className={`countdown tone-${tone} ${left > 0 && left <= 2 * HOUR ? 'urgent' : ''}`} role="timer" title={formatInstant(new Date(end))}>
      <Icon name={left <= 0 ? 'lock' : tone === 'late' ? 'alert' : 'clock'} />
      {wordsOf(left, t)}
    </span>
  );
}

function toneOf(left: number): Tone {
  if (left <= 0) return 'quiet';
  if (left <= 24 * HOUR) return 'late';
  return left <= 72 * HOUR ? 'waiting' : 'calm';
}

function wordsOf(left: number, t: Tell<(typeof uiTexts)['texts']>): string {
  if (left <= 0) return t('closed');
  const seconds = Math.floor(left / 1000);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (hours >= 24) return t('left_days', { days: Math.floor(hours / 24), hours: hours % 24 });
  if (hours >= 2) return t('left_hours', { hours, minutes: minutes % 60 });
  if (hours === 1) return t('left_hour', { minutes: minutes % 60, seconds: two(seconds % 60) });
  return t('left_minutes', { minutes, seconds: two(seconds % 60) });
}

function two(count: number): string {
  return String(count).padStart(2, '0');
}
