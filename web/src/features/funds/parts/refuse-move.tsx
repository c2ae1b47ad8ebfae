import { api, useCommand } from '../../../api/index.js';
import { useTexts } from '../../../ui/index.js';
import { AFTER_WRITE } from '../queries.js';
import { fundsTexts } from '../texts.js';
import { ReasonForm } from './reason-form.js';
import type { MoveProps } from './use-refusal.js';

export function RefuseMove({ tranche }: MoveProps) {
  const t = useTexts(fundsTexts);
  const refuse = useCommand<string>({ run: (reason, key) => api.tranchesRefuse({ path: { id: tranche.id }, body: { reason }, headers: { 'Idempotency-Key': key } }), refresh: AFTER_WRITE });
  return <ReasonForm opener={t('refuse')} label={t('refuse_reason')} hint={t('refuse_hint')} action={t('refuse')} kind="danger" busy={refuse.isPending} error={refuse.error} onReason={(reason) => refuse.mutate(reason)} />;
}
