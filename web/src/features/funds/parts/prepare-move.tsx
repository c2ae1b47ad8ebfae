import { api, useCommand } from '../../../api/index.js';
import { ActionButton, ErrorNote, useTexts } from '../../../ui/index.js';
import { AFTER_WRITE } from '../queries.js';
import { fundsTexts } from '../texts.js';
import { useRefusal, type MoveProps } from './use-refusal.js';

export function PrepareMove({ tranche }: MoveProps) {
  const t = useTexts(fundsTexts);
  const refusal = useRefusal(tranche, 'prepare');
  const prepare = useCommand({ run: (_: void, key) => api.tranchesPrepare({ path: { id: tranche.id }, headers: { 'Idempotency-Key': key } }), refresh: AFTER_WRITE });
  return (
    <div className="move">
      <p className="quiet">{t('prepare_what')}</p>
      <ActionButton onAct={() => prepare.mutate()} refusal={refusal} busy={prepare.isPending} icon="check">
        {t('prepare')}
      </ActionButton>
      {prepare.error ? <ErrorNote error={prepare.error} /> : null}
    </div>
  );
}
