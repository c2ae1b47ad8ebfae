import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useChosenProgramme } from '../../../api/index.js';
import { Empty, ErrorNote, useTexts } from '../../../ui/index.js';
import { isLate } from '../parts/late-mark.js';
import { RoundBlock } from '../parts/round-block.js';
import { hasEnded } from '../parts/tones.js';
import { roundsQuery } from '../queries.js';
import '../reporting.css';
import { texts } from '../texts.js';

/** The rounds that somebody answers for, each as a line of stages, what is late first. */
export default function RoundsHome() {
  const t = useTexts(texts);
  const chosen = useChosenProgramme();
  const rounds = useQuery(roundsQuery);
  if (rounds.isError && !rounds.data) return <ErrorNote error={rounds.error} onRetry={() => void rounds.refetch()} />;
  if (!rounds.data) return null;
  const all = rounds.data.items;
  const live = all.filter(({ status, programmeId }) => !hasEnded(status) && (chosen === null || chosen === programmeId)).sort((a, b) => Number(isLate(b)) - Number(isLate(a)));
  return (
    <section className="rounds-home" aria-labelledby="my-rounds">
      <header>
        <h2 id="my-rounds">{t('my_rounds')}</h2>
        {all.length > 0 ? <Link to="/desk/statistics">{t('all_figures')}</Link> : null}
      </header>
      {all.length === 0 ? <Empty small why={t('none')} what={t('none_do')} /> : null}
      {all.length > 0 && live.length === 0 ? <Empty small why={t('none_chosen')} what={t('none_chosen_do')} /> : null}
      {live.map((round) => (
        <RoundBlock key={round.callId} round={round} />
      ))}
    </section>
  );
}
