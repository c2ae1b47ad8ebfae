import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { api } from '../../../api/index.js';
import { ErrorNote, useAttempt, useTexts } from '../../../ui/index.js';
import { AccountPage, DonePage, SendButton, TokenMissing } from '../public/account-page.js';
import { useLinkToken } from '../public/link-token.js';
import { accountTexts } from '../texts-public.js';

/** A button and not a deed on opening: programs that look into letters open their links too, and a link works once. */
export default function ConfirmationPage() {
  const t = useTexts(accountTexts);
  const token = useLinkToken();
  const [done, setDone] = useState(false);
  const { busy, error, attempt } = useAttempt();
  if (done) return <DonePage title={t('confirmed_title')} lead={t('confirmed_lead')} />;
  if (!token) return <TokenMissing title={t('confirm_title')} />;
  const confirm = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    void attempt(async () => {
      await api.accountsConfirm({ body: { token } });
      setDone(true);
    });
  };
  return (
    <AccountPage title={t('confirm_title')} lead={t('confirm_lead')} foot={error ? <Link to="/register">{t('register_again')}</Link> : null}>
      <form onSubmit={confirm}>
        {error ? <ErrorNote error={error} kept="" /> : null}
        <SendButton busy={busy}>{t('confirm')}</SendButton>
      </form>
    </AccountPage>
  );
}
