import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { api, storedLanguage } from '../../../api/index.js';
import { ErrorNote, PasswordField, TextField, useAttempt, useTexts, useUrlState } from '../../../ui/index.js';
import { AccountPage, SendButton } from '../public/account-page.js';
import { rememberWay } from '../public/after-sign-in.js';
import { lengthOf, MIN_LENGTH } from '../public/password-choice.js';
import { accountTexts } from '../texts-public.js';
import { looksLikeAddress } from '../looks-like-address.js';

const EMPTY = { name: '', email: '', password: '' };

/** A new applicant. Whether her address was free is told only to its owner, by mail. */
export default function RegisterPage() {
  const t = useTexts(accountTexts);
  const [url] = useUrlState();
  const [given, setGiven] = useState(EMPTY);
  const [sentTo, setSentTo] = useState<string | null>(null);
  if (sentTo) {
    const again = (
      <button type="button" className="link-button" onClick={() => setSentTo(null)}>
        {t('send_again')}
      </button>
    );
    return <AccountPage title={t('sent_title')} lead={t('sent_register', { email: sentTo })} foot={<>{t('sent_help')} {again}</>} />;
  }
  const foot = (
    <>
      {t('have_account')}{' '}
      <Link to="/sign-in" search={(url.next ? { next: url.next } : {}) as never}>
        {t('sign_in')}
      </Link>
    </>
  );
  return (
    <AccountPage title={t('register_title')} lead={t('register_lead')} foot={foot}>
      <RegisterForm
        given={given}
        onChange={setGiven}
        onSent={() => {
          rememberWay(url.next);
          setSentTo(given.email.trim());
        }}
      />
    </AccountPage>
  );
}

interface RegisterFormProps {
  readonly given: typeof EMPTY;
  readonly onChange: (given: typeof EMPTY) => void;
  readonly onSent: () => void;
}

function RegisterForm({ given, onChange, onSent }: RegisterFormProps) {
  const t = useTexts(accountTexts);
  const [tried, setTried] = useState(false);
  const { busy, error, attempt } = useAttempt();
  const wrong = {
    name: given.name.trim() ? undefined : t('need_name'),
    email: looksLikeAddress(given.email.trim()) ? undefined : t('need_email'),
    password: lengthOf(given.password) >= MIN_LENGTH.applicant ? undefined : t('need_password', { min: MIN_LENGTH.applicant, count: lengthOf(given.password) }),
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (busy || wrong.name || wrong.email || wrong.password) return;
    void attempt(async () => {
      await api.accountsRegister({ body: { name: given.name.trim(), email: given.email.trim(), password: given.password, language: storedLanguage() } });
      onSent();
    });
  };
  const shown = (field: keyof typeof wrong) => (tried ? wrong[field] : undefined);
  return (
    <form onSubmit={send} noValidate>
      {error ? <ErrorNote error={error} kept={t('kept')} /> : null}
      <TextField label={t('name')} autoComplete="name" maxLength={80} value={given.name} onChange={(event) => onChange({ ...given, name: event.target.value })} hint={t('name_hint')} wrong={shown('name')} />
      <TextField label={t('email')} type="email" inputMode="email" autoComplete="email" autoCapitalize="none" spellCheck={false} value={given.email} onChange={(event) => onChange({ ...given, email: event.target.value })} hint={t('email_hint')} wrong={shown('email')} />
      <PasswordField label={t('password')} autoComplete="new-password" value={given.password} onValue={(password) => onChange({ ...given, password })} hint={t('password_hint', { min: MIN_LENGTH.applicant })} wrong={shown('password')} />
      <SendButton busy={busy}>{t('register')}</SendButton>
    </form>
  );
}
