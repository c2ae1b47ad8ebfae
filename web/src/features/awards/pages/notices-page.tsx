import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { PublicNoticeView } from '../../../api/index.js';
import { Empty, ErrorNote, useTexts } from '../../../ui/index.js';
import '../notice.css';
import { NoticeLine } from '../public/notice-line.js';
import { allNoticesQuery } from '../queries.js';
import { publicTexts } from '../texts-public.js';

/** Every notice, the running ones first. */
export default function NoticesPage() {
  const t = useTexts(publicTexts);
  const notices = useQuery(allNoticesQuery);
  return (
    <article className="page">
      <h1>{t('notices')}</h1>
      <p className="prose">{t('notices_lead')}</p>
      <p>
        <Link to="/objections">{t('ask')}</Link>
      </p>
      <div className="page-body">
        {notices.isError ? <ErrorNote error={notices.error} onRetry={() => void notices.refetch()} /> : null}
        {notices.isPending ? <p className="quiet" role="status">{t('notices')}…</p> : null}
        {notices.data?.length === 0 ? <Empty why={t('none')} what={t('none_do')} /> : null}
        <Group title={t('running')} notices={(notices.data ?? []).filter(({ state }) => state === 'running')} />
        <Group title={t('past')} notices={(notices.data ?? []).filter(({ state }) => state !== 'running')} />
      </div>
    </article>
  );
}

function Group({ title, notices }: { readonly title: string; readonly notices: readonly PublicNoticeView[] }) {
  if (notices.length === 0) return null;
  return (
    <section className="record-part">
      <h2>{title}</h2>
      <ul className="notice-rows">
        {notices.map((notice) => (
          <NoticeLine key={notice.id} notice={notice} />
        ))}
      </ul>
    </section>
  );
}
