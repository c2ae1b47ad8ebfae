import { useState } from 'react';
import { ActionButton, ErrorNote, TextAreaField, useTexts, type ActionButtonProps } from '../../../ui/index.js';
import { fundsTexts } from '../texts.js';

interface ReasonFormProps {
  /** The button that opens the form. */
  readonly opener: string;
  readonly label: string;
  readonly hint: string;
  /** Names the result. */
  readonly action: string;
  readonly kind: NonNullable<ActionButtonProps['kind']>;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onReason: (reason: string) => void;
}

/** A step that goes back or ends something: opens on demand and asks why. */
export function ReasonForm({ opener, label, hint, action, kind, busy, error, onReason }: ReasonFormProps) {
  const t = useTexts(fundsTexts);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const given = [...reason.trim()].length >= 2;
  if (!open) {
    return (
      <div className="move closed">
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {opener}
        </button>
      </div>
    );
  }
  return (
    <div className="move">
      <TextAreaField label={label} hint={hint} value={reason} maxLength={500} autoFocus onChange={(event) => setReason(event.target.value)} wrong={tried && !given ? t('need_reason') : undefined} />
      <div className="row">
        <ActionButton kind={kind} busy={busy} onAct={() => (setTried(true), given ? onReason(reason.trim()) : undefined)}>
          {action}
        </ActionButton>
        <button type="button" className="button plain" onClick={() => setOpen(false)}>
          {t('keep')}
        </button>
      </div>
      {error ? <ErrorNote error={error} /> : null}
    </div>
  );
}
