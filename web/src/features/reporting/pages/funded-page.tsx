import { useInfiniteQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { api } from '../../../api/index.js';
import { Empty, ErrorNote, useTexts } from '../../../ui/index.js';
import { FundedRound } from '../public/funded-round.js';
import { Totals } from '../public/totals.js';
import '../public/portal.css';
import { REPORTING } from '../queries.js';
import { portalTexts } from '../texts-public.js';

/** What every programme funded, round by round, the newest first. */
export default function FundedPage() {
  const t = useTexts(portalTexts);
  const { hash } = useLocation();
  const rounds = useInfiniteQuery({
    queryKey: [...REPORTING, 'funded'],
    queryFn: ({ pageParam }) => api.portalProgrammes({ query: { limit: 20, ...(pageParam ? { after: pageParam } : {}) } }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });
  const rows = rounds.data?.pages.flatMap(({ items }) => items) ?? [];
  const loaded = rows.length > 0;
  useEffect(() => {
    if (loaded && hash) document.getElementById(hash)?.scrollIntoView();
  }, [loaded, hash]);
  return (
    <article className="page">
      <h1>{t('funded')}</h1>
      <p className="quiet page-lead">{t('funded_lead')}</p>
      <Totals />
      {rounds.error ? <ErrorNote error={rounds.error} onRetry={() => void rounds.refetch()} /> : null}
      {rounds.isPending ? <p className="quiet" role="status">{t('funded')}…</p> : null}
      {rows.map((round, at) => (
        <FundedRound key={round.callId} round={round} open={hash ? hash === `funded-${round.callId}` : at === 0} />
      ))}
      {rounds.data && rows.length === 0 ? <Empty why={t('none')} what={t('none_do')} /> : null}
      {rounds.hasNextPage ? (
        <p className="after-list">
          <button type="button" className="button" onClick={() => void rounds.fetchNextPage()}>
            {t('more')}
          </button>
        </p>
      ) : null}
    </article>
  );
}
