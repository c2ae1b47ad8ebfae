import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, Problem, useCommand, type FeedbackDraftView } from '../../../api/index.js';
import { ActDialog, ActionButton, Empty, ErrorNote, formatInstant, Icon, TextAreaField, useTexts } from '../../../ui/index.js';
import { CriteriaTable } from '../feedback/criteria-table.js';
import { feedbackTexts } from '../feedback/feedback-texts.js';
import { feedbackDraftQuery } from '../queries.js';

/** What an applicant is told: figures that tell on nobody, and comments as staff have edited them. */
export default function FeedbackDraft({ id }: { readonly id: string }) {
  const t = useTexts(feedbackTexts);
  const [saved, setSaved] = useState(false);
  const { data, error, refetch } = useQuery(feedbackDraftQuery(id));
  if (error instanceof Problem && error.status === 404) return <Empty why={t('draft_none')} what={t('draft_none_what')} />;
  if (error && !data) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <p className="quiet" role="status">{t('loading')}</p>;
  return (
    <section className="feedback-pack">
      {data.small ? (
        <p className="judge-note tone-waiting" role="note">
          <Icon name="alert" />
          <span>{t('small')}</span>
        </p>
      ) : null}
      <CriteriaTable criteria={data.criteria} staff />
      {data.releasedAt || !data.mine ? <Sent draft={data} /> : <Editor key={data.version} draft={data} saved={saved} onSaved={() => setSaved(true)} />}
    </section>
  );
}

function Sent({ draft: { comments, advice, releasedAt } }: { readonly draft: FeedbackDraftView }) {
  const t = useTexts(feedbackTexts);
  return (
    <>
      {releasedAt ? <p className="quiet">{t('sent', { when: formatInstant(new Date(releasedAt)) })}</p> : null}
      <ul className="feedback-comments">
        {comments.map((comment, at) => (
          <li key={at}>{comment}</li>
        ))}
      </ul>
      <p style={{ whiteSpace: 'pre-wrap' }}>{advice}</p>
    </>
  );
}

const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter(Boolean);

/** Begins anew with each version that was kept. */
function Editor({ draft, saved, onSaved }: { readonly draft: FeedbackDraftView; readonly saved: boolean; readonly onSaved: () => void }) {
  const t = useTexts(feedbackTexts);
  const [comments, setComments] = useState(draft.comments.join('\n'));
  const [advice, setAdvice] = useState(draft.advice);
  const edit = useCommand<boolean, FeedbackDraftView>({
    run: (release, key) => api.feedbackEdit({ path: { id: draft.applicationId }, body: { comments: linesOf(comments), advice, version: draft.version, release }, headers: { 'Idempotency-Key': key } }), refresh: [['scoring', 'feedback']], onDone: onSaved,
  });
  return (
    <>
      {draft.written.length > 0 ? (
        <details open>
          <summary>{t('written')}</summary>
          <ul className="feedback-comments">
            {draft.written.map((text) => (
              <li key={text}>
                {text}{' '}
                <button type="button" className="link-button" onClick={() => setComments([comments, text.replaceAll('\n', ' ')].filter(Boolean).join('\n'))}>
                  {t('take')}
                </button>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {draft.small ? null : <TextAreaField label={t('edited')} rows={6} value={comments} onChange={(event) => setComments(event.target.value)} />}
      <TextAreaField label={t('advice')} rows={4} value={advice} onChange={(event) => setAdvice(event.target.value)} />
      {edit.isError ? <ErrorNote error={edit.error} /> : null}
      <p className="seat-actions">
        <ActionButton kind="secondary" busy={edit.isPending} onAct={() => edit.mutate(false)}>
          {t('save')}
        </ActionButton>
        {saved ? <span className="tone-done done-word" role="status">{t('saved')}</span> : null}
        <ActDialog label={t('send')} title={t('send_title')} onAct={() => edit.mutateAsync(true)}>
          <p>{t('send_what')}</p>
        </ActDialog>
      </p>
    </>
  );
}
