import type { ConsoleView } from '../../../api/index.js';
import { useJoin, useTexts } from '../../../ui/index.js';
import { texts } from '../texts.js';

/** What the rulebook says of this hall, in one short list. */
export function RulesPart({ view }: { readonly view: ConsoleView }) {
  const t = useTexts(texts);
  const join = useJoin();
  const { presentSeconds, qaSeconds, scoreSeconds, warningSeconds, overtime, absence, calibrationPresentations } = view.protocol;
  const span = (seconds: number) => (seconds % 60 === 0 ? t('rules_minutes', { minutes: seconds / 60 }) : t('rules_seconds', { seconds }));
  const rules = [
    t('rules_times', { present: span(presentSeconds), qa: span(qaSeconds), score: span(scoreSeconds), warning: span(warningSeconds) }),
    overtime === 'cut' ? t('rules_cut') : t('rules_log'),
    absence === 'forfeit' ? t('rules_forfeit') : t('rules_last'),
    ...(calibrationPresentations > 0 ? [t('rules_calibration', { count: calibrationPresentations })] : []),
    t('rules_no_pause'),
  ];
  return (
    <aside className="rules-part">
      <h2>{t('rules')}</h2>
      <ul>
        {rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      <h2>{t('judges')}</h2>
      <p>{join(view.judges)}</p>
    </aside>
  );
}
