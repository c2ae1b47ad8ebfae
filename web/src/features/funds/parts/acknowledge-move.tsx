import { api, useCommand } from '../../../api/index.js';
import { ActionButton, ErrorNote, useTexts } from '../../../ui/index.js';
import { AFTER_WRITE } from '../queries.js';
import { fundsTexts } from '../texts.js';

/** The grantee says that the money has come. */
export function AcknowledgeMove({ trancheId }: { readonly trancheId: string }) {
  const t = useTexts(fundsTexts);
  const acknowledge = useCommand({ run: (_: void, key) => api.tranchesAcknowledge({ path: { id: trancheId }, headers: { 'Idempotency-Key': key } }), refresh: AFTER_WRITE });
  return (
    <div className="move">
      <p className="quiet">{t('acknowledge_what')}</p>
      <ActionButton onAct={() => acknowledge.mutate()} busy={acknowledge.isPending} icon="check">
        {t('acknowledge')}
      </ActionButton>
      {acknowledge.error ? <ErrorNote error={acknowledge.error} /> : null}
    </div>
  );
}
