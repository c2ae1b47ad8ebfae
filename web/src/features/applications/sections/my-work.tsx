import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { holdsOneOf, useSession } from '../../../api/index.js';
import { Empty, ErrorNote, useTexts } from '../../../ui/index.js';
import { byUrgency, waitingOf } from '../parts/own-status.js';
import { OwnRow } from '../parts/own-row.js';
import '../parts/own.css';
import { WaitingEntry } from '../parts/waiting-entry.js';
import { myApplicationsQuery } from '../queries-own.js';
import { ownTexts } from '../texts-own.js';

/** On the applicant's home: what waits for her first, then every application. */
export default function MyWork() {
  const session = useSession();
  if (!session) return null;
  if (session.account.roles.length === 0) return <Welcome />;
  return holdsOneOf(session.account, ['applicant']) ? <Work /> : null;
}

function Work() {
  const t = useTexts(ownTexts);
  const mine = useQuery(myApplicationsQuery);
  if (mine.error && !mine.data) return <ErrorNote error={mine.error} onRetry={() => void mine.refetch()} />;
  if (!mine.data) return null;
  const waiting = mine.data.filter((application) => waitingOf(application) !== null).sort(byUrgency);
  return (
    <section className="home-part">
      {waiting.length > 0 ? (
        <ul className="waiting-list">
          {waiting.map((application) => (
            <WaitingEntry key={application.id} application={application} />
          ))}
        </ul>
      ) : null}
      <div className="part-head">
        <h2>{t('title')}</h2>
        <Link to="/desk/my-applications/start" className="button">
          {t('start')}
        </Link>
      </div>
      {mine.data.length === 0 ? <Empty small why={t('none')} what={t('none_do')} action={<Link to="/calls" search={{ phase: 'open' } as never}>{t('read_calls')}</Link>} /> : null}
      <ul className="own-list">
        {mine.data.slice(0, 8).map((application) => (
          <OwnRow key={application.id} application={application} />
        ))}
      </ul>
      {mine.data.length > 8 ? (
        <p style={{ marginTop: 16 }}>
          <Link to="/desk/my-applications">{t('all')}</Link>
        </p>
      ) : null}
    </section>
  );
}

/** Somebody who has just registered: one thing to do. */
function Welcome() {
  const t = useTexts(ownTexts);
  return (
    <section className="welcome">
      <h2>{t('welcome')}</h2>
      <p>{t('welcome_what')}</p>
      <Link to="/desk/my-organisations/new" className="button primary">
        {t('welcome_do')}
      </Link>
      <p className="quiet">{t('welcome_colleague')}</p>
    </section>
  );
}
