import { useState, type FormEvent } from 'react';
import { ErrorNote } from '../ui/error-note.js';
import { Icon } from '../ui/icon.js';
import { useTexts } from '../ui/language/texts.js';
import { PasswordField } from '../ui/password-field.js';
import { TextField } from '../ui/text-field.js';
import { appTexts } from './texts.js';
import { useAttempt } from '../ui/use-attempt.js';

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

export function PasswordStep({ onGiven }: { readonly onGiven: (given: Credentials) => Promise<void> }) {
  const t = useTexts(appTexts);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, error, attempt } = useAttempt();
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (email.trim() && password && !busy) void attempt(() => onGiven({ email: email.trim(), password }));
  };
  return (
    <form onSubmit={send} noValidate>
      {error ? <ErrorNote error={error} kept={t('sign_in_kept')} /> : null}
      <TextField label={t('email')} type="email" autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus value={email} onChange={(event) => setEmail(event.target.value)} wrong={tried && !email.trim() ? t('need_email') : undefined} />
      <PasswordField label={t('password')} autoComplete="current-password" value={password} onValue={setPassword} wrong={tried && !password ? t('need_password') : undefined} />
      <button type="submit" className="button primary wide" aria-disabled={busy}>
        {busy ? <Icon name="spinner" className="spin" /> : null}
        {t('sign_in')}
      </button>
    </form>
  );
}
