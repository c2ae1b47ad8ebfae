import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { DueDay, ErrorNote, TaskRows, useSay, useTexts } from '../../../ui/index.js';
import { owedQuery } from '../queries.js';
import { texts } from '../texts.js';

const FIRST = 8;

/** What is past its day and not handed in, in the officer's places. */
export default function LateReports() {
  const t = useTexts(texts);
  const say = useSay();
  const late = useQuery(owedQuery({ late: true, limit: 200 }));
  if (late.isError && !late.data) return <ErrorNote error={late.error} onRetry={() => void late.refetch()} />;
  const found = late.data?.items ?? [];
  if (found.length === 0) return null;
  const rows = found.slice(0, FIRST).map((row) => ({ id: row.id, what: `${say(row.title)} · ${row.projectName}`, to: `/desk/milestones/${row.id}`, about: row.organisationName, by: <DueDay day={row.dueOn} /> }));
  return <TaskRows title={t('home_late')} rows={rows} more={found.length > FIRST ? <Link to="/desk/milestones" search={{ late: 'true' } as never}>{t('home_all')}</Link> : null} />;
}
