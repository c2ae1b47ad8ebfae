import type { ConsoleTurnView } from '../../../api/index.js';
import { formatTimeOfDay, Icon, useJoin, useTexts } from '../../../ui/index.js';
import { texts } from '../texts.js';

/** Who has handed in and who has not; never what. */
export function ScoresPart({ turn }: { readonly turn: ConsoleTurnView }) {
  const t = useTexts(texts);
  const join = useJoin();
  const { submitted, due, waiting, lastSubmittedAt, status } = turn;
  return (
    <div className="console-scores" aria-live="polite">
      <h3>{t('scores')}</h3>
      <p className="figures">
        {t('scores_in', { submitted, due })}
        {lastSubmittedAt ? ` · ${t('last_in', { time: formatTimeOfDay(new Date(lastSubmittedAt)) })}` : ''}
      </p>
      <progress max={Math.max(due, 1)} value={submitted} aria-label={t('scores_in', { submitted, due })} />
      {waiting.length === 0 && due > 0 ? (
        <p className="tone-done waiting-names">
          <Icon name="check" /> {t('all_in')}
        </p>
      ) : null}
      {status === 'scoring' && waiting.length > 0 ? (
        <p className="tone-waiting waiting-names">
          <Icon name="hourglass" /> {t('waiting_for', { names: join(waiting) })}
        </p>
      ) : null}
    </div>
  );
}
