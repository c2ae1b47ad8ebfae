import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ObjectionAnswerView } from '../../../api/index.js';
import { ErrorNote, Icon, useSay, useTexts } from '../../../ui/index.js';
import '../notice.css';
import { ObjectionForm } from '../public/objection-form.js';
import { Receipt } from '../public/receipt.js';
import { noticesQuery } from '../queries.js';
import { publicTexts } from '../texts-public.js';

/** Anybody objects here while the notice runs; afterwards the page says that it is over. */
export default function ObjectPage() {
  const { callId = '' } = useParams({ strict: false });
  const t = useTexts(publicTexts);
  const say = useSay();
  const notices = useQuery(noticesQuery(callId));
  const [sent, setSent] = useState<ObjectionAnswerView | null>(null);
  if (notices.isError && !notices.data) return <ErrorNote error={notices.error} onRetry={() => void notices.refetch()} />;
  if (!notices.data) return <p className="opening quiet" role="status">{t('notices')}…</p>;
  const running = notices.data.filter(({ state }) => state === 'running');
  const notice = running[0];
  if (sent) return <Receipt answer={sent} />;
  return (
    <article className="page">
      <p className="crumbs">
        <Link to={`/notices/${callId}`}>
          <Icon name="back" />
          {t('back_notice')}
        </Link>
      </p>
      <h1>{t('object_title')}</h1>
      {notice ? (
        <>
          <p className="quiet">{t('object_lead', { title: say(notice.content.title), last: notice.lastDay })}</p>
          <ObjectionForm callId={callId} terms={notice.objection} subjects={running.flatMap(({ subjects }) => subjects)} onSent={setSent} />
        </>
      ) : <p>{t('is_over')}</p>}
    </article>
  );
}
