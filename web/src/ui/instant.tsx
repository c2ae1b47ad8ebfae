import { serverNow } from '../api/server-clock.js';
import { formatInstant, formatRelative, type Precision } from './instant-format.js';
import { useLanguage, useTexts } from './language/texts.js';
import { uiTexts } from './texts.js';

export interface InstantProps {
  /** An ISO instant, as the API gives it. */
  readonly at: string | Date;
  readonly precision?: Precision;
  /** Show the relative time and keep the absolute one on hover. */
  readonly relative?: boolean;
  /** Leave the zone out where a heading already names it. */
  readonly zone?: boolean;
}

/** `2026-09-01 18:00（北京时间）`, with the distance from now on hover. */
export function Instant({ at, precision = 'minute', relative = false, zone = precision !== 'day' }: InstantProps) {
  const t = useTexts(uiTexts);
  const language = useLanguage();
  const moment = new Date(at);
  const suffix = language === 'zh' ? `（${t('beijing')}）` : ` (${t('beijing')})`;
  const absolute = formatInstant(moment, precision);
  const distance = formatRelative(moment.getTime(), serverNow(), language);
  return (
    <time className="figures" dateTime={moment.toISOString()} title={relative ? absolute + suffix : distance}>
      {relative ? distance : absolute + (zone ? suffix : '')}
    </time>
  );
}
