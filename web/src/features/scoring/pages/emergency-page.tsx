import { useQuery } from '@tanstack/react-query';
import type { EmergencyAccessView } from '../../../api/index.js';
import { CountedPart, Empty, ErrorNote, useTexts } from '../../../ui/index.js';
import { EmergencyItem } from '../emergency/emergency-item.js';
import '../emergency/emergency.css';
import { emergencyTexts } from '../emergency/emergency-texts.js';
import { emergenciesQuery } from '../queries.js';

/** Hidden data opened in an emergency: what waits, what is to be reviewed, and what was. */
export default function EmergencyPage() {
  const t = useTexts(emergencyTexts);
  const { data, error, refetch } = useQuery(emergenciesQuery);
  if (error && !data) return <div className="page"><ErrorNote error={error} onRetry={() => void refetch()} /></div>;
  if (!data) return <p className="opening quiet" role="status">{t('loading')}</p>;
  return (
    <article className="page">
      <h1>{t('title')}</h1>
      <p className="quiet prose">{t('lead')}</p>
      <div className="page-body">
        {data.length === 0 ? <Empty why={t('none')} what={t('none_what')} /> : null}
        <Part title={t('acting')} accesses={data.filter(({ over }) => !over)} />
        <Part title={t('to_review')} accesses={data.filter(({ over, reviewedAt }) => over && !reviewedAt)} />
        <Part title={t('done')} accesses={data.filter(({ reviewedAt }) => reviewedAt)} />
      </div>
    </article>
  );
}

function Part({ title, accesses }: { readonly title: string; readonly accesses: readonly EmergencyAccessView[] }) {
  return (
    <CountedPart title={title} count={accesses.length} className="emergency-part">
      <ul>
        {accesses.map((access) => (
          <EmergencyItem key={access.id} access={access} />
        ))}
      </ul>
    </CountedPart>
  );
}
