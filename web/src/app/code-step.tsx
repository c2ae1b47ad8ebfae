import { useState, type FormEvent } from 'react';
import { ErrorNote } from '../ui/error-note.js';
import { Icon } from '../ui/icon.js';
import { useTexts } from '../ui/language/texts.js';
import { TextField } from './text-field.js';
import { appTexts } from './texts.js';
import { useAttempt } from './use-attempt.js';

interface CodeStepProps {
  readonly onCode: (code: string) => Promise<void>;
  readonly onBack: () => void;
}

export function CodeStep({ onCode, onBack }: CodeStepProps) {
  const t = useTexts(appTexts);
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, error, attempt } = useAttempt();
  const complete = /^\d{6}$/.test(code);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (complete && !busy) void attempt(() => onCode(code));
  };
  return (
    <form onSubmit={send} noValidate>
      {error ? <ErrorNote error={error} /> : null}
      <TextField
        label={t('code_label')}
        className="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        autoFocus
        value={code}
        onChange={(event) => setCode(event.target.value.normalize('NFKC').replace(/\D/g, ''))}
        wrong={tried && !complete ? t('need_code') : undefined}
      />
      <button type="submit" className="button primary wide" aria-disabled={busy}>
        {busy ? <Icon name="spinner" className="spin" /> : null}
        {t('continue')}
      </button>
      <button type="button" className="link-button" onClick={onBack}>
        {t('other_account')}
      </button>
    </form>
  );
}
