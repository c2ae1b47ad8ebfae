import { api, useCommand } from '../../../api/index.js';
import { ActionButton, ErrorNote, formatFen, useFreshCode, useTexts } from '../../../ui/index.js';
import { AFTER_WRITE } from '../queries.js';
import { fundsTexts } from '../texts.js';
import { useRefusal, type MoveProps } from './use-refusal.js';

export function ApproveMove({ tranche }: MoveProps) {
  const t = useTexts(fundsTexts);
  const fresh = useFreshCode();
  const refusal = useRefusal(tranche, 'approve');
  const approve = useCommand({
    run: (_: void, key) => fresh.around(() => api.tranchesApprove({ path: { id: tranche.id }, headers: { 'Idempotency-Key': key } })),
    refresh: AFTER_WRITE,
  });
  return (
    <div className="move">
      <p className="quiet">{t('approve_what')}</p>
      <ActionButton onAct={() => approve.mutate()} refusal={refusal} busy={approve.isPending && !fresh.asking} icon="check">
        {t('approve', { amount: formatFen(tranche.dueFen) })}
      </ActionButton>
      {fresh.field}
      {approve.error ? <ErrorNote error={approve.error} /> : null}
    </div>
  );
}
