import { useQuery } from '@tanstack/react-query';
import { Problem } from '../../../api/index.js';
import { Empty, ErrorNote, formatInstant, useTexts } from '../../../ui/index.js';
import { CriteriaTable } from '../feedback/criteria-table.js';
import { feedbackTexts } from '../feedback/feedback-texts.js';
import { feedbackQuery } from '../queries.js';

/** What an applicant is told of the judging of her application. */
export default function OwnFeedback({ id }: { readonly id: string }) {
  const t = useTexts(feedbackTexts);
  const { data, error, refetch } = useQuery(feedbackQuery(id));
  if (error instanceof Problem && error.status === 404) return <Empty why={t('none')} what={t('none_what')} />;
  if (error && !data) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <p className="quiet" role="status">{t('loading')}</p>;
  return (
    <section className="feedback-pack">
      <p className="quiet">{t('sent', { when: formatInstant(new Date(data.releasedAt)) })}</p>
      <CriteriaTable criteria={data.criteria} />
      {data.comments.length > 0 ? (
        <>
          <h2>{t('comments')}</h2>
          <ul className="feedback-comments">
            {data.comments.map((comment, at) => (
              <li key={at}>{comment}</li>
            ))}
          </ul>
        </>
      ) : null}
      {data.advice ? (
        <>
          <h2>{t('advice')}</h2>
          <p style={{ whiteSpace: 'pre-wrap' }}>{data.advice}</p>
        </>
      ) : null}
    </section>
  );
}
