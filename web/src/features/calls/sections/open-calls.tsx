import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Empty, ErrorNote, useTexts } from '../../../ui/index.js';
import { CallEntry } from '../public/call-entry.js';
import '../public/public-calls.css';
import { publicCallsQuery } from '../queries.js';
import { publicTexts } from '../texts-public.js';

/** On the front page: what can be applied for now, the nearest deadline first, then what is about to open. */
export default function OpenCalls() {
  const t = useTexts(publicTexts);
  const open = useQuery(publicCallsQuery({ phase: 'open', limit: 50 }));
  const upcoming = useQuery(publicCallsQuery({ phase: 'upcoming', limit: 5 }));
  const calls = [...(open.data?.items ?? [])].sort((a, b) => Date.parse(a.closesAt) - Date.parse(b.closesAt));
  return (
    <section className="front-part">
      <h2>{t('open_now')}</h2>
      {open.error ? <ErrorNote error={open.error} onRetry={() => void open.refetch()} /> : null}
      {open.data && calls.length === 0 ? <Empty small why={t('none_open')} what={t('none_open_do')} /> : null}
      <div className="call-list">
        {calls.map((call) => (
          <CallEntry key={call.id} call={call} />
        ))}
        {upcoming.data?.items.map((call) => <CallEntry key={call.id} call={call} />)}
      </div>
      <p className="calls-more">
        <Link to="/calls">{t('all_calls')}</Link>
      </p>
    </section>
  );
}
