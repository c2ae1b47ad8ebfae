import { useState } from 'react';
import { api, useCommand } from '../../../api/index.js';
import { ActionButton, ErrorNote, useTexts } from '../../../ui/index.js';
import { AFTER_WRITE } from '../queries.js';
import { mendingTexts } from '../texts-mending.js';
import { DemandFields, faultOf, useToday, type Demand } from './demand-fields.js';

/** Staff order a running project to be mended, outside of an evaluation. */
export function OrderRectification({ projectId }: { readonly projectId: string }) {
  const t = useTexts(mendingTexts);
  const today = useToday();
  const [value, setValue] = useState<Demand>({ demand: '', dueOn: '' });
  const [tried, setTried] = useState(false);
  const order = useCommand<Demand>({ run: (body, key) => api.rectificationsOrder({ path: { projectId }, body, headers: { 'Idempotency-Key': key } }), refresh: AFTER_WRITE });
  const act = () => {
    setTried(true);
    if (faultOf(value, today) === null) order.mutate({ ...value, demand: value.demand.trim() });
  };
  return (
    <details className="record-part no-print mending-order">
      <summary>{t('order')}</summary>
      <p className="quiet">{t('order_lead')}</p>
      <DemandFields value={value} tried={tried} onChange={(change) => setValue({ ...value, ...change })} />
      {order.error ? <ErrorNote error={order.error} /> : null}
      <ActionButton onAct={act} busy={order.isPending} kind="danger">
        {t('order')}
      </ActionButton>
    </details>
  );
}
