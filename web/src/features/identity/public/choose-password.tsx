import { useState, type FormEvent } from 'react';
import { ErrorNote, PasswordField, useAttempt, useTexts } from '../../../ui/index.js';
import { accountTexts } from '../texts-public.js';
import { SendButton } from './account-page.js';
import { lengthOf } from './password-choice.js';

interface ChoosePasswordProps {
  readonly least: number;
  readonly action: string;
  readonly onChosen: (password: string) => Promise<void>;
  /** Hears that the link or the password was refused. */
  readonly onRefused?: () => void;
}

export function ChoosePassword({ least, action, onChosen, onRefused }: ChoosePasswordProps) {
  const t = useTexts(accountTexts);
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, error, attempt } = useAttempt();
  const short = lengthOf(password) < least;
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (short || busy) return;
    void attempt(async () => {
      try {
        await onChosen(password);
      } catch (refusal) {
        onRefused?.();
        throw refusal;
      }
    });
  };
  return (
    <form onSubmit={send} noValidate>
      {error ? <ErrorNote error={error} kept="" /> : null}
      <PasswordField label={t('new_password')} autoComplete="new-password" value={password} onValue={setPassword} hint={t('password_hint', { min: least })} wrong={tried && short ? t('need_password', { min: least, count: lengthOf(password) }) : undefined} />
      <SendButton busy={busy}>{action}</SendButton>
    </form>
  );
}
