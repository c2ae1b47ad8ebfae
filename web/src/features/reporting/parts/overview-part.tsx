import type { RoundStatisticsView } from '../../../api/index.js';
import { Money, useTexts } from '../../../ui/index.js';
import { texts } from '../texts.js';
import { FiguresPart } from './figures-part.js';

/** What the round has come to, in counts and in money. */
export function OverviewPart({ round }: { readonly round: RoundStatisticsView }) {
  const t = useTexts(texts);
  const { counts, money } = round;
  return (
    <FiguresPart id="overview" title={t('overview')}>
      <dl className="big-figures">
        {(['applications', 'admitted', 'awards', 'projects', 'completed'] as const).map((key) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd className="figures">{counts[key]}</dd>
          </div>
        ))}
      </dl>
      <dl className="big-figures of-money">
        {([['pool', money.poolFen], ['requested', money.requestedFen], ['awarded', money.awardedFen], ['received', money.receivedFen], ['paid', money.paidFen], ['returned', money.returnedFen]] as const).map(([key, fen]) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>
              <Money fen={fen} />
            </dd>
          </div>
        ))}
      </dl>
    </FiguresPart>
  );
}
