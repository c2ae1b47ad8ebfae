import type { NextDateView } from '../../../api/index.js';
import { Countdown, Instant, useLanguage, useTexts } from '../../../ui/index.js';
import { officerTexts } from '../texts-officer.js';

/** What comes next in a round, when, and how long that is. */
export function NextDate({ next }: { readonly next: NextDateView | null }) {
  const t = useTexts(officerTexts);
  const language = useLanguage();
  if (!next) return <span className="quiet">{t('no_next')}</span>;
  const stage = next.stage[language] || next.stage.zh;
  return (
    <span className="stacked">
      <span>
        {t(next.edge === 'opens' ? 'opens' : 'closes', { stage })} <Instant at={next.at} zone={false} />
      </span>
      <Countdown until={next.at} />
    </span>
  );
}
