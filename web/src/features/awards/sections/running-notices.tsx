import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../../../ui/index.js';
import '../notice.css';
import { NoticeLine } from '../public/notice-line.js';
import { allNoticesQuery } from '../queries.js';
import { publicTexts } from '../texts-public.js';

/** Notices in progress on the front page, with the days that are left. */
export default function RunningNotices() {
  const t = useTexts(publicTexts);
  const notices = useQuery(allNoticesQuery);
  const running = (notices.data ?? []).filter(({ state }) => state === 'running');
  if (running.length === 0) return null;
  return (
    <section className="front-part">
      <h2>{t('front_title')}</h2>
      <ul className="notice-rows">
        {running.map((notice) => (
          <NoticeLine key={notice.id} notice={notice} />
        ))}
      </ul>
      <p>
        <Link to="/notices">{t('back_notices')}</Link>
      </p>
    </section>
  );
}
