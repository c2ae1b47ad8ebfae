import { api, useCommand } from '../../../api/index.js';
import { useTexts } from '../../../ui/index.js';
import { AFTER_WRITE } from '../queries.js';
import { fundsTexts } from '../texts.js';
import { ReasonForm } from './reason-form.js';
import type { MoveProps } from './use-refusal.js';

export function CancelMove({ tranche }: MoveProps) {
  const t = useTexts(fundsTexts);
  const cancel = useCommand<string>({ run: (reason, key) => api.tranchesCancel({ path: { id: tranche.id }, body: { reason }, headers: { 'Idempotency-Key': key } }), refresh: AFTER_WRITE });
  return <ReasonForm opener={t('cancel_open')} label={t('cancel_reason')} hint={t('cancel_hint')} action={t('cancel')} kind="danger" busy={cancel.isPending} error={cancel.error} onReason={(reason) => cancel.mutate(reason)} />;
}
