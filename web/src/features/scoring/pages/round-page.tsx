import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ErrorNote, Icon, useSay, useTexts } from '../../../ui/index.js';
import { officerTexts } from '../officer/officer-texts.js';
import '../officer/officer.css';
import { StageLine } from '../officer/stage-line.js';
import { roundQuery } from '../queries.js';

/** The judging of one call: its stages, the final ranking, and what the public can see. */
export default function RoundPage() {
  const say = useSay();
  const t = useTexts(officerTexts);
  const { callId = '' } = useParams({ strict: false }) as { callId?: string };
  const { data: round, error, refetch } = useQuery(roundQuery(callId));
  if (error && !round) return <div className="page"><ErrorNote error={error} onRetry={() => void refetch()} /></div>;
  if (!round) return <p className="opening quiet" role="status">{t('loading')}</p>;
  return (
    <article className="page">
      <p className="crumbs">
        <Link to="/desk/scoring">
          <Icon name="back" />
          {t('back_rounds')}
        </Link>
      </p>
      <h1>{say(round.title)}</h1>
      <p className="quiet figures">{round.number}</p>
      <div className="page-body">
        <StageLine round={round} />
        <p className="round-links">
          {round.published ? (
            <Link to="/rankings/$callId" params={{ callId } as never} className="button">
              {t('public_ranking')}
            </Link>
          ) : (
            <span className="quiet">{t('not_public')}</span>
          )}
        </p>
      </div>
    </article>
  );
}
