import { useState } from 'react';
import { api, serverNow, useCommand, type PaymentBody } from '../../../api/index.js';
import { ActionButton, ErrorNote, formatInstant, TextField, useTexts } from '../../../ui/index.js';
import { AFTER_WRITE } from '../queries.js';
import { fundsTexts } from '../texts.js';
import { useRefusal, type MoveProps } from './use-refusal.js';

/** What the bank has carried out, recorded once. */
export function RecordMove({ tranche }: MoveProps) {
  const t = useTexts(fundsTexts);
  const refusal = useRefusal(tranche, 'pay');
  const [reference, setReference] = useState('');
  const [day, setDay] = useState(() => formatInstant(new Date(serverNow()), 'day'));
  const [tried, setTried] = useState(false);
  const record = useCommand<PaymentBody>({ run: (body, key) => api.tranchesPay({ path: { id: tranche.id }, body, headers: { 'Idempotency-Key': key } }), refresh: AFTER_WRITE });
  const given = reference.trim() !== '' && day !== '';
  const send = () => {
    setTried(true);
    if (given) record.mutate({ bankReference: reference.trim(), paidOn: day });
  };
  return (
    <div className="move">
      <h3>{t('record')}</h3>
      <p className="quiet">{t('record_what')}</p>
      {refusal ? null : (
        <div className="fields">
          <TextField label={t('bank_reference')} value={reference} maxLength={64} onChange={(event) => setReference(event.target.value)} wrong={tried && !reference.trim() ? t('need_reference') : undefined} />
          <TextField label={t('paid_on')} type="date" value={day} onChange={(event) => setDay(event.target.value)} wrong={tried && !day ? t('need_day') : undefined} />
        </div>
      )}
      <ActionButton onAct={send} refusal={refusal} busy={record.isPending} icon="check">
        {t('record')}
      </ActionButton>
      {record.error ? <ErrorNote error={record.error} /> : null}
    </div>
  );
}
