import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../../api/index.js';
import { useTexts } from '../../../ui/index.js';
import { AccountPage, DonePage, TokenMissing } from '../public/account-page.js';
import { ChoosePassword } from '../public/choose-password.js';
import { useLinkToken } from '../public/link-token.js';
import { MIN_LENGTH } from '../public/password-choice.js';
import { accountTexts } from '../texts-public.js';

export default function PasswordResetPage() {
  const t = useTexts(accountTexts);
  const token = useLinkToken();
  const [done, setDone] = useState(false);
  const [refused, setRefused] = useState(false);
  if (done) return <DonePage title={t('reset_done_title')} lead={t('reset_done_lead')} />;
  if (!token) return <TokenMissing title={t('reset_title')} />;
  const reset = async (password: string) => {
    await api.accountsReset({ body: { token, password } });
    setDone(true);
  };
  return (
    <AccountPage title={t('reset_title')} lead={t('reset_lead')} foot={refused ? <Link to="/forgot-password">{t('ask_again')}</Link> : null}>
      <ChoosePassword least={MIN_LENGTH.applicant} action={t('reset')} onChosen={reset} onRefused={() => setRefused(true)} />
    </AccountPage>
  );
}
