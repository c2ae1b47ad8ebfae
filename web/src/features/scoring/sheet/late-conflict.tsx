import { useState } from 'react';
import { api, useCommand, type JudgingView } from '../../../api/index.js';
import { ActDialog, useTexts } from '../../../ui/index.js';
import { correctionsTexts } from '../officer/corrections-texts.js';

/** After the sealing a judge can only tell: two people decide what follows. */
export function LateConflict({ view }: { readonly view: JudgingView }) {
  const t = useTexts(correctionsTexts);
  const [told, setTold] = useState(false);
  const { seatId, applicationId } = view;
  const tell = useCommand<string, unknown>({ run: (reason, key) => api.lateConflictTell({ path: { seatId, applicationId }, body: { reason }, headers: { 'Idempotency-Key': key } }), onDone: () => setTold(true) });
  if (told) return <p className="tone-done" role="status">{t('late_done')}</p>;
  return (
    <ActDialog label={t('late')} kind="secondary" reason={{ label: t('late_reason'), least: 2 }} onAct={(reason) => tell.mutateAsync(reason)}>
      <p>{t('late_what')}</p>
    </ActDialog>
  );
}
