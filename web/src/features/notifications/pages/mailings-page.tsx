import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { MailingRowView } from '../../../api/index.js';
import { CountedPart, Empty, ErrorNote, formatInstant, StatusMark, useSay, useTexts, type Tone } from '../../../ui/index.js';
import { mailingTexts } from '../mailing-texts.js';
import '../notices.css';
import { mailingsQuery } from '../queries.js';

export const MAILING_TONES: Readonly<Record<MailingRowView['status'], Tone>> = { waiting: 'waiting', sent: 'done', dropped: 'quiet' };

/** Letters to many: what waits for a second person, and what became of the others. */
export default function MailingsPage() {
  const t = useTexts(mailingTexts);
  const { data, error, refetch } = useQuery(mailingsQuery);
  if (error && !data) return <div className="page"><ErrorNote error={error} onRetry={() => void refetch()} /></div>;
  if (!data) return <p className="opening quiet" role="status">{t('loading')}</p>;
  return (
    <article className="page">
      <h1>{t('title')}</h1>
      <p className="quiet prose">{t('lead')}</p>
      <div className="page-body">
        {data.length === 0 ? <Empty why={t('none')} what={t('none_what')} /> : null}
        <Part title={t('waiting')} rows={data.filter(({ status }) => status === 'waiting')} />
        <Part title={t('settled')} rows={data.filter(({ status }) => status !== 'waiting')} />
      </div>
    </article>
  );
}

function Part({ title, rows }: { readonly title: string; readonly rows: readonly MailingRowView[] }) {
  return (
    <CountedPart title={title} count={rows.length} className="mailings-part">
      <ul className="mailings">
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
    </CountedPart>
  );
}

function Row({ row: { id, about, people, status, label, preparedBy, preparedAt, decidedBy, decidedAt, note } }: { readonly row: MailingRowView }) {
  const t = useTexts(mailingTexts);
  const say = useSay();
  return (
    <li>
      <p className="mailing-name">
        <Link to={'/desk/mailings/$id' as never} params={{ id } as never}>
          {say(about)}
        </Link>
        <StatusMark word={say(label)} tone={MAILING_TONES[status]} />
      </p>
      <p className="quiet">
        {t('people', { count: people })} · {t('prepared', { name: preparedBy, time: formatInstant(new Date(preparedAt), 'minute') })}
        {decidedBy && decidedAt ? ` · ${t(status === 'sent' ? 'sent' : 'dropped', { name: decidedBy, time: formatInstant(new Date(decidedAt), 'minute') })}` : ''}
      </p>
      {note ? <p>{note}</p> : null}
    </li>
  );
}
