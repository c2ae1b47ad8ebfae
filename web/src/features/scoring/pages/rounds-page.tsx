import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ScoringRoundView } from '../../../api/index.js';
import { Empty, ErrorNote, useSay, useTexts } from '../../../ui/index.js';
import { emergencyTexts } from '../emergency/emergency-texts.js';
import { officerTexts } from '../officer/officer-texts.js';
import '../officer/officer.css';
import { StageLine } from '../officer/stage-line.js';
import { roundsQuery } from '../queries.js';

/** Every call with something to judge, newest first. */
export default function RoundsPage() {
  const t = useTexts(officerTexts);
  const emergency = useTexts(emergencyTexts)('to_list');
  const { data, error, refetch } = useQuery(roundsQuery);
  if (error && !data) return <div className="page"><ErrorNote error={error} onRetry={() => void refetch()} /></div>;
  if (!data) return <p className="opening quiet" role="status">{t('loading')}</p>;
  return (
    <article className="page">
      <h1>{t('title')}</h1>
      <p>
        <Link to={'/desk/emergency' as never} className="link-button">
          {emergency}
        </Link>
      </p>
      <div className="page-body">
        {data.length === 0 ? <Empty why={t('rounds_empty')} what={t('rounds_empty_what')} /> : null}
        {data.map((round) => (
          <Round key={round.callId} round={round} />
        ))}
      </div>
    </article>
  );
}

function Round({ round }: { readonly round: ScoringRoundView }) {
  const say = useSay();
  return (
    <section className="scoring-round">
      <h2>
        <Link to="/desk/scoring/$callId" params={{ callId: round.callId } as never}>
          {say(round.title)}
        </Link>
        <span className="quiet figures">{round.number}</span>
      </h2>
      <StageLine round={round} />
    </section>
  );
}
