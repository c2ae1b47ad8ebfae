import { useQuery } from '@tanstack/react-query';
import { holdsOneOf, useSession } from '../../../api/index.js';
import { DueDay, ErrorNote, Instant, TaskRows, useTexts } from '../../../ui/index.js';
import { openRectificationsQuery } from '../queries.js';
import { mendingTexts } from '../texts-mending.js';

/** Projects that are to be mended: for the grantee what and by when, for staff what is to be re-examined and what is late. */
export default function RectificationsAtHome() {
  const t = useTexts(mendingTexts);
  const session = useSession();
  const open = useQuery(openRectificationsQuery);
  if (open.isError && !open.data) return <ErrorNote error={open.error} onRetry={() => void open.refetch()} />;
  const found = open.data ?? [];
  if (found.length === 0) return null;
  const staff = session !== undefined && session !== null && holdsOneOf(session.account, ['officer', 'evaluator']);
  const rows = [...found].sort((a, b) => Number(b.status === 'answered') - Number(a.status === 'answered')).map(({ id, projectId, projectName, organisationName, demand, dueOn, status, late, answeredAt }) => ({
    id, to: `/desk/projects/${projectId}`, search: { tab: 'milestones' },
    what: status === 'answered' && staff ? t('home_answered', { project: projectName }) : late ? t('home_late', { project: projectName }) : projectName,
    about: staff ? organisationName : demand,
    by: status === 'answered' && answeredAt ? <>{t('answer')} <Instant at={answeredAt} relative /></> : <DueDay day={dueOn} />,
  }));
  return <TaskRows title={t(staff ? 'home_examine' : 'home_mend')} rows={rows} />;
}
