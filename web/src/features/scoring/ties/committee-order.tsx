import { useState } from 'react';
import { api, useCommand, type OpenTieView } from '../../../api/index.js';
import { ActionButton, ErrorNote, FileDrop, TextAreaField, useSentFiles, useTexts } from '../../../ui/index.js';
import { OrderList } from '../order/order-list.js';
import { tiesTexts } from './ties-texts.js';

/** The committee's order with its reason and minutes; a second person confirms it. */
export function CommitteeOrder({ callId, tie }: { readonly callId: string; readonly tie: OpenTieView }) {
  const t = useTexts(tiesTexts);
  const [order, setOrder] = useState(() => tie.equals.map(({ applicationId }) => applicationId));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const files = useSentFiles();
  const [minutesId] = files.ids;
  const record = useCommand<string, unknown>({
    run: (id, key) => api.tiesOrder({ path: { callId }, body: { applicationIds: order, reason: reason.trim(), minutesId: id }, headers: { 'Idempotency-Key': key } }), refresh: [['scoring']],
  });
  const short = [...reason.trim()].length < 10;
  const items = order.map((id) => tie.equals.find(({ applicationId }) => applicationId === id)!).map(({ applicationId, projectName, number }) => ({ id: applicationId, name: projectName, note: number }));
  const act = () => {
    setTried(true);
    if (!short && minutesId) record.mutate(minutesId);
  };
  return (
    <div className="tie-form">
      <p>{t('committee_what')}</p>
      <p className="quiet">{t('not_needed')}</p>
      <OrderList label={t('order_label')} items={items} onOrder={setOrder} />
      <TextAreaField label={t('reason')} value={reason} rows={3} maxLength={2000} wrong={tried && short ? t('reason_due') : undefined} onChange={(event) => setReason(event.target.value)} />
      <p className="tie-label">{t('minutes')}</p>
      <FileDrop label={t('minutes')} limits={t('minutes_limits')} accept=".pdf,.png,.jpg,.jpeg" maxBytes={20 * 1024 * 1024} {...files.field} />
      {tried && !minutesId ? <p className="wrong">{t('minutes_due')}</p> : null}
      {record.error ? <ErrorNote error={record.error} /> : null}
      <ActionButton busy={record.isPending || files.busy} onAct={act}>
        {t('record')}
      </ActionButton>
    </div>
  );
}
