import { Input, Modal } from 'antd';
import { useState } from 'react';
import { ErrorNote, useTexts } from '../../../ui/index.js';
import { officerTexts } from './officer-texts.js';

export interface ReasonModalProps {
  readonly title: string;
  readonly what: string;
  readonly ok: string;
  readonly label?: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onOk: (reason: string) => void;
  readonly onClose: () => void;
}

/** Asks for the reason of something that is written down for good. */
export function ReasonModal({ title, what, ok, label, busy, error, onOk, onClose }: ReasonModalProps) {
  const t = useTexts(officerTexts);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const short = reason.trim().length < 2;
  const send = () => {
    setTried(true);
    if (!short) onOk(reason.trim());
  };
  return (
    <Modal open title={title} okText={ok} cancelText={t('cancel')} confirmLoading={busy} onOk={send} onCancel={onClose}>
      <p>{what}</p>
      <div className="field">
        <label htmlFor="reason-field">{label ?? t('reason')}</label>
        <Input.TextArea id="reason-field" rows={3} maxLength={500} value={reason} autoFocus status={tried && short ? 'error' : ''} onChange={(event) => setReason(event.target.value)} />
        {tried && short ? <span className="wrong">{t('reason_due')}</span> : null}
      </div>
      {error ? <ErrorNote error={error} /> : null}
    </Modal>
  );
}
