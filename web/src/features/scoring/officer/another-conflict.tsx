import { useQuery } from '@tanstack/react-query';
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { api, useCommand, type ProgressRow } from '../../../api/index.js';
import { ErrorNote, useTexts } from '../../../ui/index.js';
import { poolQuery } from '../queries.js';
import { checkTexts } from './check-texts.js';

interface AnotherProps {
  readonly callId: string;
  readonly applications: readonly ProgressRow[];
  readonly onClose: () => void;
}

/** A tie that no record shows and that an officer has verified: any expert of the pool before any application. */
export function AnotherConflict({ callId, applications, onClose }: AnotherProps) {
  const t = useTexts(checkTexts);
  const { data: pool = [] } = useQuery(poolQuery(callId));
  const [accountId, setAccount] = useState<string | null>(null);
  const [applicationId, setApplication] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const pin = useCommand<{ accountId: string; applicationId: string }, unknown>({
    run: (pair, key) => api.conflictsPin({ body: { ...pair, verdict: 'conflict', reason: reason.trim() }, headers: { 'Idempotency-Key': key } }), refresh: [['scoring']], onDone: onClose,
  });
  const short = reason.trim().length < 2;
  const send = () => {
    setTried(true);
    if (accountId && applicationId && !short) pin.mutate({ accountId, applicationId });
  };
  return (
    <Modal open title={t('another')} okText={t('pin_conflict')} cancelText={t('cancel')} confirmLoading={pin.isPending} onOk={send} onCancel={onClose}>
      <p>{t('pin_conflict_what')}</p>
      <Choice label={t('expert')} id="another-expert" chosen={accountId} onChoose={setAccount} tried={tried} options={pool.map(({ id, name, employer }) => ({ value: id, label: employer ? `${name} · ${employer}` : name }))} />
      <Choice label={t('project')} id="another-project" chosen={applicationId} onChoose={setApplication} tried={tried} options={applications.map((one) => ({ value: one.applicationId, label: `${one.number} ${one.projectName}` }))} />
      <div className="field another-field">
        <label htmlFor="another-grounds">{t('grounds')}</label>
        <Input.TextArea id="another-grounds" rows={3} maxLength={500} value={reason} status={tried && short ? 'error' : ''} onChange={(event) => setReason(event.target.value)} />
        {tried && short ? <span className="wrong">{t('grounds_due')}</span> : null}
      </div>
      {pin.error ? <ErrorNote error={pin.error} /> : null}
    </Modal>
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly chosen: string | null;
  readonly onChoose: (value: string) => void;
  readonly tried: boolean;
  readonly options: { value: string; label: string }[];
}

function Choice({ id, label, chosen, onChoose, tried, options }: ChoiceProps) {
  const t = useTexts(checkTexts);
  return (
    <div className="field another-field">
      <label htmlFor={id}>{label}</label>
      <Select id={id} showSearch optionFilterProp="label" style={{ width: '100%' }} value={chosen} onChange={onChoose} options={options} status={tried && chosen === null ? 'error' : ''} />
      {tried && chosen === null ? <span className="wrong">{t('choose')}</span> : null}
    </div>
  );
}
