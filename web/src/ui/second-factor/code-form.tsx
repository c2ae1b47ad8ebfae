import { useState, type FormEvent, type ReactNode } from 'react';
import { ErrorNote } from '../error-note.js';
import { Icon } from '../icon.js';
import { useTexts } from '../language/texts.js';
import { TextField } from '../text-field.js';
import { uiTexts } from '../texts.js';
import { useAttempt } from '../use-attempt.js';

interface CodeFormProps {
  /** Names the result: 继续, 启用验证器. */
  readonly action: string;
  readonly onCode: (code: string) => Promise<void>;
  readonly autoFocus?: boolean;
  /** A recovery code may stand in for the six digits. */
  readonly recovery?: boolean;
  readonly beside?: ReactNode;
}

/** Asks for the code that the authenticator shows now. */
export function CodeForm({ action, onCode, autoFocus = false, recovery = false, beside }: CodeFormProps) {
  const t = useTexts(uiTexts);
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, error, attempt } = useAttempt();
  const complete = recovery ? code.length >= 6 : /^\d{6}$/.test(code);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (complete && !busy) void attempt(() => onCode(code));
  };
  const tidy = (typed: string) => (recovery ? typed.normalize('NFKC').trim() : typed.normalize('NFKC').replace(/\D/g, ''));
  return (
    <form className="code-form" onSubmit={send} noValidate>
      {error ? <ErrorNote error={error} /> : null}
      <TextField
        label={t('code_label')}
        className="code"
        inputMode={recovery ? 'text' : 'numeric'}
        autoComplete="one-time-code"
        maxLength={recovery ? 40 : 6}
        autoFocus={autoFocus}
        value={code}
        onChange={(event) => setCode(tidy(event.target.value))}
        wrong={tried && !complete ? t('need_code') : undefined}
      />
      <button type="submit" className="button primary wide" aria-disabled={busy}>
        {busy ? <Icon name="spinner" className="spin" /> : null}
        {action}
      </button>
      {beside}
    </form>
  );
}
