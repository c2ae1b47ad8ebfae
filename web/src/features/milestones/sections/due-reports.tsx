import { useQuery } from '@tanstack/react-query';
import { daysUntil, DueDay, ErrorNote, TaskRows, useSay, useServerNow, useTexts } from '../../../ui/index.js';
import { owedQuery } from '../queries.js';
import { texts } from '../texts.js';

/** So many days ahead a report is worth a line on the home page. */
const AHEAD = 30;

/** What the grantee is to hand in: returned and late ones first. */
export default function DueReports() {
  const t = useTexts(texts);
  const say = useSay();
  const now = useServerNow(600_000);
  const owed = useQuery(owedQuery({ limit: 200 }));
  if (owed.isError && !owed.data) return <ErrorNote error={owed.error} onRetry={() => void owed.refetch()} />;
  const open = (owed.data?.items ?? []).filter((row) => row.owed && (row.status === 'returned' || daysUntil(row.dueOn, now) <= AHEAD));
  if (open.length === 0) return null;
  const sorted = [...open].sort((a, b) => Number(b.status === 'returned') - Number(a.status === 'returned') || a.dueOn.localeCompare(b.dueOn));
  const rows = sorted.map((row) => ({
    id: row.id, what: row.status === 'returned' ? t('home_returned', { title: say(row.title) }) : say(row.title), to: `/desk/milestones/${row.id}`,
    about: [row.projectName, row.reason ?? row.projectNumber].join(' · '), by: <DueDay day={row.dueOn} />,
  }));
  return <TaskRows title={t('home_due')} rows={rows} />;
}
