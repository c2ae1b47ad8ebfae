import { useState, type FormEvent } from 'react';
import { ErrorNote } from '../ui/error-note.js';
import { Icon } from '../ui/icon.js';
import { useTexts } from '../ui/language/texts.js';
import { TextField } from './text-field.js';
import { appTexts } from './texts.js';
import { useAttempt } from './use-attempt.js';

export interface Credentials {
  readonly name: string;
  readonly password: string;
}

export function PasswordStep({ onGiven }: { readonly onGiven: (given: Credentials) => Promise<void> }) {
  const t = useTexts(appTexts);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, error, attempt } = useAttempt();
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() && password && !busy) void attempt(() => onGiven({ name: name.trim(), password }));
  };
  return (
    <form onSubmit={send} noValidate>
      {error ? <ErrorNote error={error} kept={t('sign_in_kept')} /> : null}
      <TextField label={t('account_name')} autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus value={name} onChange={(event) => setName(event.target.value)} wrong={tried && !name.trim() ? t('need_name') : undefined} />
      <PasswordField value={password} onValue={setPassword} wrong={tried && !password ? t('need_password') : undefined} />
      <button type="submit" className="button primary wide" aria-disabled={busy}>
        {busy ? <Icon name="spinner" className="spin" /> : null}
        {t('sign_in')}
      </button>
    </form>
  );
}

interface PasswordFieldProps {
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly wrong: string | undefined;
}

function PasswordField({ value, onValue, wrong }: PasswordFieldProps) {
  const t = useTexts(appTexts);
  const [shown, setShown] = useState(false);
  const show = (
    <button type="button" aria-pressed={shown} aria-label={t('show_password')} onClick={() => setShown(!shown)}>
      <Icon name={shown ? 'eye_off' : 'eye'} />
    </button>
  );
  return <TextField label={t('password')} type={shown ? 'text' : 'password'} autoComplete="current-password" value={value} onChange={(event) => onValue(event.target.value)} wrong={wrong} beside={show} />;
}
