import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { PublicNoticeView } from '../../../api/index.js';
import { Countdown, ErrorNote, Icon, StatusMark, useSay, useTexts, useUrlState } from '../../../ui/index.js';
import '../notice.css';
import { NoticeExperts } from '../public/notice-experts.js';
import { NoticeLine } from '../public/notice-line.js';
import { NoticePaper } from '../public/notice-paper.js';
import { noticesQuery } from '../queries.js';
import { publicTexts } from '../texts-public.js';

/** One notice as an official paper; the newest of its round, or the one that the address names. */
export default function NoticePage() {
  const { callId = '' } = useParams({ strict: false });
  const [{ n }] = useUrlState();
  const t = useTexts(publicTexts);
  const notices = useQuery(noticesQuery(callId));
  if (notices.isError && !notices.data) return <ErrorNote error={notices.error} onRetry={() => void notices.refetch()} />;
  if (!notices.data) return <p className="opening quiet" role="status">{t('notices')}…</p>;
  const shown = notices.data.find(({ ordinal }) => String(ordinal) === n) ?? notices.data[0];
  if (!shown) return null;
  const others = notices.data.filter(({ id }) => id !== shown.id);
  return (
    <article className="page">
      <p className="crumbs no-print">
        <Link to="/notices">
          <Icon name="back" />
          {t('back_notices')}
        </Link>
      </p>
      <State notice={shown} />
      <NoticePaper {...shown} />
      <NoticeExperts callId={callId} />
      {others.length > 0 ? (
        <section className="record-part no-print" style={{ marginTop: 32 }}>
          <h2>{t('earlier')}</h2>
          <ul className="notice-rows">
            {others.map((notice) => (
              <NoticeLine key={notice.id} notice={notice} />
            ))}
          </ul>
        </section>
      ) : null}
    </article>
  );
}

function State({ notice }: { readonly notice: PublicNoticeView }) {
  const t = useTexts(publicTexts);
  const say = useSay();
  const { state, endsAt, label, callId, documentId, withdrawnReason, firstDay } = notice;
  const sentence = { running: '', over: t('is_over'), withdrawn: t('is_withdrawn', { reason: withdrawnReason ?? '' }), coming: t('is_coming', { first: firstDay }) }[state];
  return (
    <div className="notice-state no-print">
      <StatusMark word={say(label)} tone={state === 'running' ? 'current' : state === 'withdrawn' ? 'late' : 'quiet'} />
      {state === 'running' ? <Countdown until={endsAt} /> : null}
      {sentence ? <span>{sentence}</span> : null}
      <span className="act-row">
        {state === 'running' ? (
          <Link className="button primary" to={`/notices/${callId}/objection`}>
            {t('object')}
          </Link>
        ) : null}
        {documentId ? <a className="button" href={`/api/documents/${documentId}/content`}>{t('file')}</a> : null}
        <button type="button" className="button" onClick={() => window.print()}>
          <Icon name="print" />
          {t('print')}
        </button>
      </span>
    </div>
  );
}
