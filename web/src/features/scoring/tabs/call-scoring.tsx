import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Problem } from '../../../api/index.js';
import { Empty, ErrorNote, useTexts } from '../../../ui/index.js';
import { officerTexts } from '../officer/officer-texts.js';
import '../officer/officer.css';
import { StageLine } from '../officer/stage-line.js';
import { roundQuery } from '../queries.js';

/** On the page of a call: how far its judging is, and the way into each stage. */
export default function CallScoring({ id }: { readonly id: string }) {
  const t = useTexts(officerTexts);
  const { data: round, error, refetch } = useQuery({ ...roundQuery(id), retry: false });
  // A call that is not published yet is unknown to whoever judges.
  if (error instanceof Problem && error.status === 404) return <Empty why={t('not_yet')} what={t('not_yet_what')} />;
  if (error && !round) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!round) return <p className="quiet" role="status">{t('loading')}</p>;
  return (
    <>
      <StageLine round={round} />
      <p className="round-links">
        {round.published ? (
          <Link to="/rankings/$callId" params={{ callId: id } as never} className="button">
            {t('public_ranking')}
          </Link>
        ) : (
          <span className="quiet">{t('not_public')}</span>
        )}
      </p>
    </>
  );
}
