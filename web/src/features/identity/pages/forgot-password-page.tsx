import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { api } from '../../../api/index.js';
import { ErrorNote, TextField, useAttempt, useTexts } from '../../../ui/index.js';
import { AccountPage, SendButton } from '../public/account-page.js';
import { accountTexts } from '../texts-public.js';
import { looksLikeAddress } from '../looks-like-address.js';

/** The answer is the same whether there is such an account: that is nobody else's business. */
export default function ForgotPasswordPage() {
  const t = useTexts(accountTexts);
  const [email, setEmail] = useState('');
  const [tried, setTried] = useState(false);
  const [sent, setSent] = useState(false);
  const { busy, error, attempt } = useAttempt();
  const right = looksLikeAddress(email.trim());
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!right || busy) return;
    void attempt(async () => {
      await api.accountsAskReset({ body: { email: email.trim() } });
      setSent(true);
    });
  };
  if (sent) return <AccountPage title={t('sent_title')} lead={t('sent_reset', { email: email.trim() })} foot={t('sent_help')} />;
  return (
    <AccountPage title={t('forgot_title')} lead={t('forgot_lead')} foot={<Link to="/sign-in">{t('sign_in')}</Link>}>
      <form onSubmit={send} noValidate>
        {error ? <ErrorNote error={error} kept={t('kept')} /> : null}
        <TextField label={t('email')} type="email" inputMode="email" autoComplete="email" autoCapitalize="none" value={email} onChange={(event) => setEmail(event.target.value)} wrong={tried && !right ? t('need_email') : undefined} />
        <SendButton busy={busy}>{t('send_reset')}</SendButton>
      </form>
    </AccountPage>
  );
}
