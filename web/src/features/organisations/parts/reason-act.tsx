import { useState } from 'react';
import { ActionButton, ErrorNote, TextAreaField, useTexts, type ActionButtonProps } from '../../../ui/index.js';
import { staffTexts } from '../texts-staff.js';

interface ReasonActProps {
  readonly action: string;
  readonly label: string;
  readonly hint?: string;
  readonly kind?: NonNullable<ActionButtonProps['kind']>;
  readonly refusal?: string | null;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onReason: (reason: string) => void;
}

/** A step that needs a reason: the button opens the field, and names the result again. */
export function ReasonAct({ action, label, hint, kind = 'secondary', refusal = null, busy, error, onReason }: ReasonActProps) {
  const t = useTexts(staffTexts);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const given = [...reason.trim()].length >= 4;
  if (!open || refusal) {
    return (
      <ActionButton kind={kind} refusal={refusal} onAct={() => setOpen(true)}>
        {action}
      </ActionButton>
    );
  }
  return (
    <>
      <TextAreaField label={label} {...(hint ? { hint } : {})} value={reason} maxLength={500} autoFocus onChange={(event) => setReason(event.target.value)} wrong={tried && !given ? t('need_reason') : undefined} />
      <div className="row">
        <ActionButton kind={kind === 'secondary' ? 'primary' : kind} busy={busy} onAct={() => (setTried(true), given ? onReason(reason.trim()) : undefined)}>
          {action}
        </ActionButton>
        <button type="button" className="button plain" onClick={() => setOpen(false)}>
          {t('keep')}
        </button>
      </div>
      {error ? <ErrorNote error={error} /> : null}
    </>
  );
}
