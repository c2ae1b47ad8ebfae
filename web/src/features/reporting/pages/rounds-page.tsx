import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, type RoundRowView } from '../../../api/index.js';
import { Empty, ErrorNote, Instant, Money, StatusMark, useSay, useTexts } from '../../../ui/index.js';
import { FiguresTable, type FiguresColumn } from '../parts/figures-table.js';
import { LateMark } from '../parts/late-mark.js';
import { applicationsOf, awardsOf, projectsOf } from '../parts/table-behind.js';
import { toneOfRound } from '../parts/tones.js';
import { WayLink } from '../parts/way-link.js';
import { REPORTING } from '../queries.js';
import '../reporting.css';
import { texts } from '../texts.js';

/** All rounds in the reader's sight, one row each. */
export default function RoundsPage() {
  const t = useTexts(texts);
  const rounds = useInfiniteQuery({
    queryKey: [...REPORTING, 'rounds', 'pages'],
    queryFn: ({ pageParam }) => api.statisticsOverview({ query: { limit: 20, ...(pageParam ? { after: pageParam } : {}) } }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });
  const columns = useColumns();
  const rows = rounds.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <article className="page">
      <h1>{t('title')}</h1>
      <p className="quiet">{t('lead')}</p>
      <div className="page-body">
        {rounds.error ? <ErrorNote error={rounds.error} onRetry={() => void rounds.refetch()} /> : null}
        {rounds.isPending ? <p className="quiet" role="status">{t('title')}…</p> : null}
        {rows.length > 0 ? <FiguresTable label={t('title')} columns={columns} rows={rows} rowKey={({ callId }) => callId} /> : null}
        {rounds.data && rows.length === 0 ? <Empty why={t('none')} what={t('none_do')} /> : null}
        {rounds.hasNextPage ? (
          <p className="after-table">
            <button type="button" className="button" onClick={() => void rounds.fetchNextPage()}>
              {t('more_rounds')}
            </button>
          </p>
        ) : null}
      </div>
    </article>
  );
}

function useColumns(): FiguresColumn<RoundRowView>[] {
  const t = useTexts(texts);
  const say = useSay();
  return [
    {
      key: 'round', title: t('round'),
      render: (round) => (
        <>
          <Link to={`/desk/calls/${round.callId}/statistics`}>{say(round.title)}</Link>
          <span className="sub figures">{round.number}</span>
        </>
      ),
    },
    {
      key: 'status', title: t('status'),
      render: (round) => (
        <>
          <StatusMark word={say(round.label)} tone={toneOfRound(round.status)} />
          {round.next ? (
            <span className="sub">
              {say(round.next.label)} <Instant at={round.next.at} precision="day" />
            </span>
          ) : null}
        </>
      ),
    },
    { key: 'applications', title: t('applications'), right: true, render: ({ callId, counts }) => <WayLink way={applicationsOf(callId)}>{counts.applications}</WayLink> },
    { key: 'awards', title: t('awards'), right: true, render: ({ callId, counts }) => (counts.awards === 0 ? '—' : <WayLink way={awardsOf(callId)}>{counts.awards}</WayLink>) },
    { key: 'completed', title: t('completed'), right: true, render: ({ callId, counts }) => (counts.projects === 0 ? '—' : <WayLink way={projectsOf(callId)}>{`${counts.completed} / ${counts.projects}`}</WayLink>) },
    { key: 'awarded', title: t('awarded'), right: true, render: ({ counts, money }) => (counts.awards === 0 ? '—' : <Money fen={money.awardedFen} />) },
    { key: 'paid', title: t('paid'), right: true, render: ({ counts, money }) => (counts.projects === 0 ? '—' : <Money fen={money.paidFen} />) },
    { key: 'late', title: t('late'), render: (round) => <LateMark round={round} /> },
  ];
}
