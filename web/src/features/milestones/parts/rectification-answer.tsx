import { useState } from 'react';
import { api, useCommand, type AnswerRectificationBody, type RectificationView } from '../../../api/index.js';
import { ActionButton, ErrorNote, FileDrop, TextAreaField, useSay, useSentFiles, useTexts } from '../../../ui/index.js';
import { AFTER_WRITE } from '../queries.js';
import { mendingTexts } from '../texts-mending.js';

const MOST = 50 * 1024 * 1024;
const ENDINGS = '.pdf,.jpg,.jpeg,.png,.docx,.xlsx,.zip';

/** The grantee says what was mended; what she wrote before stands there to be completed. */
export function AnswerForm({ order }: { readonly order: RectificationView }) {
  const t = useTexts(mendingTexts);
  const say = useSay();
  const [answer, setAnswer] = useState(order.answer ?? '');
  const [tried, setTried] = useState(false);
  const files = useSentFiles();
  const send = useCommand<AnswerRectificationBody>({ run: (body, key) => api.rectificationsAnswer({ path: { id: order.id }, body, headers: { 'Idempotency-Key': key } }), refresh: AFTER_WRITE });
  const move = order.moves.find((one) => one.move === 'answer');
  const short = [...answer.trim()].length < 4;
  const act = () => {
    setTried(true);
    // What was handed in before stays with it.
    if (!short) send.mutate({ answer: answer.trim(), evidence: [...order.files.map(({ id }) => id), ...files.ids] });
  };
  return (
    <div className="mending-form no-print">
      <TextAreaField label={t('answer')} hint={t('answer_hint')} rows={6} maxLength={5000} value={answer} onChange={(event) => setAnswer(event.target.value)} wrong={tried && short ? t('need_answer') : undefined} />
      <FileDrop label={t('papers')} limits={t('papers_limits')} accept={ENDINGS} maxBytes={MOST} multiple {...files.field} />
      {send.error ? <ErrorNote error={send.error} /> : null}
      <ActionButton onAct={act} busy={send.isPending} refusal={files.busy ? t('still_sending') : move && !move.allowed && move.reason ? say(move.reason) : null}>
        {t('hand_in')}
      </ActionButton>
    </div>
  );
}
