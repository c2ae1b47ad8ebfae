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
  const [step, setStep] = useState<'password' | 'code' | 'other'>('password');
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  const goOn = (session: Session) => {
    if (session.secondFactor === 'asked') return setStep('code');
    return session.account.id === accountId ? onBack() : setStep('other');
  };
  return (
    <dialog ref={dialog} className="sign-in-again" aria-labelledby="again-title" onCancel={(event) => event.preventDefault()}>
      <h2 id="again-title">{t('sign_in_title')}</h2>
      {step === 'other' ? <SomebodyElse onOther={onOther} /> : <p className="quiet">{t('sign_in_lead')}</p>}
      {step === 'code' ? <CodeForm action={t('sign_in')} recovery autoFocus onCode={async (code) => goOn(await giveSecondFactor(code))} /> : null}
      {step === 'password' ? <AddressAndPassword onSession={goOn} /> : null}
    </dialog>
  );
}

/** Whose draft it is and where the rest of it waits, before this page goes away. */
function SomebodyElse({ onOther }: Pick<SignInAgainProps, 'onOther'>) {
  const t = useTexts(formTexts);
  return (
    <>
      <p role="alert">{t('other_person')}</p>
      <button type="button" className="button primary wide" autoFocus onClick={onOther}>
        {t('go_on')}
      </button>
    </>
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
