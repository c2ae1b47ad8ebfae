import { useEffect, useRef, useState, type FormEvent } from 'react';
import { giveSecondFactor, signInAgain, type Session } from '../../../api/index.js';
import { CodeForm, ErrorNote, PasswordField, TextField, useAttempt, useTexts } from '../../../ui/index.js';
import { formTexts } from '../texts-form.js';

interface SignInAgainProps {
  /** Whose draft it is. */
  readonly accountId: string;
  readonly onBack: () => void;
  /** Somebody else signed in: this page is none of hers. */
  readonly onOther: () => void;
}

/** In place, over the form: what was typed stays where it is. */
export function SignInAgain({ accountId, onBack, onOther }: SignInAgainProps) {
  const t = useTexts(formTexts);
  const dialog = useRef<HTMLDialogElement>(null);
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  const goOn = (session: Session) => {
    if (session.secondFactor === 'asked') return setAsked(true);
    return session.account.id === accountId ? onBack() : onOther();
  };
  return (
    <dialog ref={dialog} className="sign-in-again" aria-labelledby="again-title" onCancel={(event) => event.preventDefault()}>
      <h2 id="again-title">{t('sign_in_title')}</h2>
      <p className="quiet">{t('sign_in_lead')}</p>
      {asked ? <CodeForm action={t('sign_in')} recovery autoFocus onCode={async (code) => goOn(await giveSecondFactor(code))} /> : <AddressAndPassword onSession={goOn} />}
    </dialog>
  );
}

function AddressAndPassword({ onSession }: { readonly onSession: (session: Session) => void }) {
  const t = useTexts(formTexts);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const { busy, error, attempt } = useAttempt();
  const send = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (!email.trim() || !password || busy) return;
    void attempt(async () => onSession(await signInAgain(email.trim(), password)));
  };
  return (
    <form onSubmit={send} noValidate>
      {error ? <ErrorNote error={error} kept="" /> : null}
      <TextField label={t('email')} type="email" autoComplete="username" autoCapitalize="none" autoFocus value={email} onChange={(event) => setEmail(event.target.value)} />
      <PasswordField label={t('password')} autoComplete="current-password" value={password} onValue={setPassword} />
      <button type="submit" className="button primary wide" aria-disabled={busy}>
        {t('sign_in')}
      </button>
    </form>
  );
}
