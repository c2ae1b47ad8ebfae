import { useQuery } from '@tanstack/react-query';
import { ErrorNote, Instant, TaskRows, useSay, useTexts } from '../../../ui/index.js';
import { mailingTexts } from '../mailing-texts.js';
import { mailingsQuery } from '../queries.js';

/** Letters to many that somebody else has prepared. */
export default function MailingsWait() {
  const t = useTexts(mailingTexts);
  const say = useSay();
  const mailings = useQuery(mailingsQuery);
  if (mailings.isError && !mailings.data) return <ErrorNote error={mailings.error} onRetry={() => void mailings.refetch()} />;
  const waiting = (mailings.data ?? []).filter(({ status, mine }) => status === 'waiting' && !mine);
  if (waiting.length === 0) return null;
  return (
    <TaskRows
      title={t('home')}
      rows={waiting.map(({ id, about, preparedBy, preparedAt, people }) => ({ id, what: say(about), to: `/desk/mailings/${id}`, about: `${t('people', { count: people })} · ${preparedBy}`, by: <Instant at={preparedAt} zone={false} /> }))}
    />
  );
}
