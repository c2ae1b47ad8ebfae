import type { RankingView } from '../../../api/index.js';
import { useJoin, useSay, useTexts } from '../../../ui/index.js';
import { rankingTexts } from './ranking-texts.js';

/** Who met on one figure, and how the chain that was declared beforehand parted them. */
export function TiesPart({ ranking }: { readonly ranking: RankingView }) {
  const say = useSay();
  const join = useJoin();
  const t = useTexts(rankingTexts);
  const nameOf = (id: string) => {
    const row = ranking.rows.find(({ applicationId }) => applicationId === id);
    return row?.projectName ?? row?.number ?? '';
  };
  return (
    <section className="ranking-part">
      <h2>{t('ties')}</h2>
      {ranking.ties.length === 0 ? <p className="quiet">{t('ties_none')}</p> : null}
      {ranking.ties.map((tie) => (
        <div key={tie.applicationIds.join(' ')} className="ranking-tie">
          <p>
            <strong>{join(tie.applicationIds.map(nameOf))}</strong>
            <br />
            {say(tie.sentence)}
          </p>
          <ol>
            {tie.steps.map((step, at) => (
              <li key={at}>
                {say(step.sentence)} <span className={step.outcome === 'parted' ? 'tone-done reason-word' : 'quiet'}>— {t(step.outcome)}</span>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}
