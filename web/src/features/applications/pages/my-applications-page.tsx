import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { holdsOneOf, useSession } from '../../../api/index.js';
import { Empty, ErrorNote, PageShell, useTexts } from '../../../ui/index.js';
import { byUrgency } from '../parts/own-status.js';
import { OwnRow } from '../parts/own-row.js';
import '../parts/own.css';
import { myApplicationsQuery } from '../queries-own.js';
import { ownTexts } from '../texts-own.js';

/** One list of everything the reader's organisations take part in, across calls and years. */
export default function MyApplicationsPage() {
  const t = useTexts(ownTexts);
  const navigate = useNavigate();
  const session = useSession();
  const mine = useQuery({ ...myApplicationsQuery, enabled: Boolean(session && holdsOneOf(session.account, ['applicant']) && session.account.roles.length > 0) });
  const rows = [...(mine.data ?? [])].sort(byUrgency);
  const nothing = session?.account.roles.length === 0 || mine.data?.length === 0;
  return (
    <PageShell title={t('title')} action={{ label: t('start'), icon: 'plus', onAct: () => void navigate({ to: '/desk/my-applications/start' }) }}>
      {mine.error ? <ErrorNote error={mine.error} onRetry={() => void mine.refetch()} /> : null}
      {nothing ? <Empty why={t('none')} what={t('none_do')} action={<Link to="/calls" search={{ phase: 'open' } as never} className="button">{t('read_calls')}</Link>} /> : null}
      <ul className="own-list">
        {rows.map((application) => (
          <OwnRow key={application.id} application={application} />
        ))}
      </ul>
    </PageShell>
  );
}
