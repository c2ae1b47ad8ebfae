import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { APPLICANT_KINDS, wordFor } from '../../../api/index.js';
import { Empty, ErrorNote, Icon, inLanguage, PageShell, useLanguage, useTexts } from '../../../ui/index.js';
import '../parts/organisations.css';
import { myOrganisationsQuery } from '../queries-own.js';
import { ownTexts } from '../texts-own.js';

/** The organisations for which the reader acts. */
export default function MyOrganisationsPage() {
  const t = useTexts(ownTexts);
  const language = useLanguage();
  const mine = useQuery(myOrganisationsQuery);
  const add = (
    <Link to="/desk/my-organisations/new" className="button">
      <Icon name="plus" />
      {t('add')}
    </Link>
  );
  return (
    <PageShell title={t('title')}>
      <p className="quiet">{t('lead')}</p>
      {mine.error ? <ErrorNote error={mine.error} onRetry={() => void mine.refetch()} /> : null}
      {mine.data?.length === 0 ? <Empty why={t('none')} what={t('none_do')} action={add} /> : null}
      {mine.data && mine.data.length > 0 ? (
        <>
          <ul className="organisation-list" style={{ margin: '16px 0' }}>
            {mine.data.map((one) => (
              <li key={one.id}>
                <Link to={`/desk/my-organisations/${one.id}`}>{one.name}</Link>
                <span className="figures">{one.creditCode}</span>
                <span className="quiet">{inLanguage(wordFor(APPLICANT_KINDS, one.kind), language)}</span>
                {one.mergedInto ? <span className="status-mark tone-quiet">{t('merged', { name: mine.data.find(({ id }) => id === one.mergedInto)?.name ?? t('merged_other') })}</span> : null}
                {one.stopReason ? <span className="status-mark tone-late">{t('stopped', { reason: one.stopReason })}</span> : null}
              </li>
            ))}
          </ul>
          {add}
        </>
      ) : null}
    </PageShell>
  );
}
