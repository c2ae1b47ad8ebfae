import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { holdsOneOf, useSession } from '../../../api/index.js';
import { ErrorNote, Instant, TaskRows, useSay, useTexts } from '../../../ui/index.js';
import { owedQuery } from '../queries.js';
import { texts } from '../texts.js';

const FIRST = 8;

/** Reports that were handed in and whose acceptance is the reader's. */
export default function ReportsToJudge() {
  const t = useTexts(texts);
  const say = useSay();
  const session = useSession();
  const holds = (role: 'officer' | 'evaluator') => (session ? holdsOneOf(session.account, [role]) : false);
  // Whoever is both accepts what either side is to accept.
  const by = holds('officer') && holds('evaluator') ? {} : { acceptor: holds('evaluator') ? ('evaluator' as const) : ('officer' as const) };
  const waiting = useQuery(owedQuery({ status: 'submitted', ...by, limit: 200 }));
  if (waiting.isError && !waiting.data) return <ErrorNote error={waiting.error} onRetry={() => void waiting.refetch()} />;
  const found = waiting.data?.items ?? [];
  if (found.length === 0) return null;
  const rows = found.slice(0, FIRST).map((row) => ({
    id: row.id, what: `${say(row.title)} · ${row.projectName}`, to: `/desk/milestones/${row.id}`, about: row.organisationName,
    ...(row.submittedAt ? { by: <>{t('handed_in')} <Instant at={row.submittedAt} relative /></> } : {}),
  }));
  return <TaskRows title={t('home_judge')} rows={rows} more={found.length > FIRST ? <Link to="/desk/milestones" search={{ status: 'submitted', ...by } as never}>{t('home_all')}</Link> : null} />;
}
