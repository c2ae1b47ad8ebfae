import { useQuery } from '@tanstack/react-query';
import { Countdown, Empty, ErrorNote, TaskRows, useLanguage, useTexts, type TaskRow } from '../../../ui/index.js';
import { countsQuery, roundsQuery, staffListQuery } from '../staff-queries.js';
import { staffTexts } from '../texts-staff.js';

/** What waits for a screener: rounds with applications to look at, and corrections about to fall due. */
export default function ScreeningWaits() {
  const t = useTexts(staffTexts);
  const counts = useQuery(countsQuery);
  const rounds = useQuery(roundsQuery);
  const returned = useQuery(staffListQuery({ status: 'returned', limit: 20 }));
  const rows = useRows();
  const failed = [counts, rounds, returned].find(({ isError }) => isError);
  if (failed) return <ErrorNote error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!counts.data || !rounds.data || !returned.data) return null;
  if (rows.length === 0) {
    return (
      <section className="home-part">
        <h2>{t('home')}</h2>
        <Empty small why={t('home_nothing')} what={t('home_nothing_what')} />
      </section>
    );
  }
  return <TaskRows title={t('home')} rows={rows} />;
}

function useRows(): TaskRow[] {
  const t = useTexts(staffTexts);
  const language = useLanguage();
  const counts = useQuery(countsQuery).data ?? [];
  const rounds = useQuery(roundsQuery).data?.items ?? [];
  const returned = useQuery(staffListQuery({ status: 'returned', limit: 20 })).data?.items ?? [];
  const screening = counts.flatMap(({ callId, counts: by }) => {
    const round = rounds.find(({ id }) => id === callId);
    const waiting = by.submitted ?? 0;
    if (!round || waiting === 0) return [];
    return [
      {
        id: callId, what: t('home_to_screen', { count: waiting }), to: '/desk/applications', search: { callId, status: 'submitted' }, about: `${round.number} ${round.title[language]}`,
        by: round.status === 'open' ? <span className="quiet">{t('home_open_call')}</span> : round.next ? <Countdown until={round.next.at} /> : null, first: round.status !== 'open',
      },
    ];
  });
  const corrections = returned.map((row) => ({ id: row.id, what: t('home_correction', { project: row.projectName }), to: `/desk/applications/${row.id}`, about: `${row.callNumber} ${row.organisationName}`, by: row.correctionDueAt ? <Countdown until={row.correctionDueAt} /> : null }));
  return [...[...screening].sort((a, b) => Number(b.first) - Number(a.first)), ...corrections];
}
