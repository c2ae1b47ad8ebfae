import type { NoticeDayView, TermView } from '../../../api/index.js';
import { useMarks, useTexts } from '../../../ui/index.js';
import { texts } from '../texts.js';

/** The calendar of the notice: which days count, and why the others do not. */
export function Days({ term, days }: { readonly term: TermView; readonly days: readonly NoticeDayView[] }) {
  const marks = useMarks();
  const t = useTexts(texts);
  const first = term.countFirstDay ? t('first_counts') : t('first_not');
  return (
    <>
      <p>
        {t(term.unit === 'working' ? 'days_rule_working' : 'days_rule_calendar', { days: term.days, first })}{marks.stop}<span className="quiet">{t('days_source')}</span>
      </p>
      <ol className="notice-days">
        {days.map(({ day, kind, ordinal }) => (
          <li key={day} className={ordinal === null ? 'off' : 'counts'}>
            <span className="figures">{day.slice(5)}</span>
            <strong>{ordinal === null ? t('day_not') : t('day_n', { n: ordinal })}</strong>
            <span>{t(`day_${kind}`)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
