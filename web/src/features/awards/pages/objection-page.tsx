import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Problem, type ObjectionPageView } from '../../../api/index.js';
import { Empty, ErrorNote, Facts, Instant, StatusMark, useSay, useTexts, type Tone } from '../../../ui/index.js';
import '../notice.css';
import { objectionQuery } from '../queries.js';
import { publicTexts } from '../texts-public.js';

const TONES: Readonly<Record<string, Tone>> = { received: 'waiting', admissible: 'current', inadmissible: 'quiet', upheld: 'done', rejected: 'calm', escalated: 'calm' };

/** How an objection stands and what was answered, by the reference that only the objector knows. */
export default function ObjectionPage() {
  const { reference = '' } = useParams({ strict: false });
  const t = useTexts(publicTexts);
  const objection = useQuery(objectionQuery(reference));
  if (objection.error instanceof Problem && objection.error.status === 404) {
    return <article className="page"><h1>{t('ask_title')}</h1><Empty why={t('not_found')} what={t('not_found_do')} action={<Link className="button" to="/objections">{t('ask_title')}</Link>} /></article>;
  }
  if (objection.isError && !objection.data) return <ErrorNote error={objection.error} onRetry={() => void objection.refetch()} />;
  if (!objection.data) return <p className="opening quiet" role="status">{t('objection')}…</p>;
  return <Told objection={objection.data} />;
}

function Told({ objection }: { readonly objection: ObjectionPageView }) {
  const t = useTexts(publicTexts);
  const say = useSay();
  const { reference, status, label, receivedAt, answerUntil, decidedAt, reply, text, callId, callTitle, projectName } = objection;
  const call = say(callTitle);
  const now = status === 'received' ? t('now_received') : status === 'admissible' ? t('now_admissible') : '';
  const facts = [
    { label: t('reference'), value: <span className="figures">{reference}</span> },
    { label: t('received'), value: <Instant at={receivedAt} /> },
    decidedAt ? { label: t('answered_at'), value: <Instant at={decidedAt} /> } : { label: t('answer_by'), value: <span className="figures">{answerUntil}</span> },
  ];
  return (
    <article className="page receipt">
      <h1>{projectName ? t('against_project', { call, project: projectName }) : t('against_list', { call })}</h1>
      <div className={`status-strip tone-${TONES[status] ?? 'calm'}`}>
        <StatusMark word={say(label)} tone={TONES[status] ?? 'calm'} />
        {now ? <span>{now}</span> : null}
      </div>
      <div className="page-body">
        <section className="record-part">
          <h2>{t('the_answer')}</h2>
          {reply ? <p className="prose objection-words">{reply}</p> : <p className="quiet">{t('no_answer')}</p>}
        </section>
        <section className="record-part">
          <Facts facts={facts} />
        </section>
        <section className="record-part">
          <h2>{t('your_words')}</h2>
          <p className="prose objection-words">{text}</p>
        </section>
        <p className="no-print">
          <Link to={`/notices/${callId}`}>{t('back_notice')}</Link>
        </p>
      </div>
    </article>
  );
}
