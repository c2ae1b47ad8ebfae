import { useState } from 'react';
import { api } from '../../../api/index.js';
import { useTexts } from '../../../ui/index.js';
import { AccountPage, DonePage, TokenMissing } from '../public/account-page.js';
import { ChoosePassword } from '../public/choose-password.js';
import { useLinkToken } from '../public/link-token.js';
import { MIN_LENGTH } from '../public/password-choice.js';
import { accountTexts } from '../texts-public.js';

/** Somebody whom an administrator has asked in chooses her first password. */
export default function InvitationPage() {
  const t = useTexts(accountTexts);
  const token = useLinkToken();
  const [done, setDone] = useState(false);
  const [refused, setRefused] = useState(false);
  if (done) return <DonePage title={t('accepted_title')} lead={t('accepted_lead')} />;
  if (!token) return <TokenMissing title={t('invitation_title')} />;
  const accept = async (password: string) => {
    await api.accountsAccept({ body: { token, password } });
    setDone(true);
  };
  return (
    <AccountPage title={t('invitation_title')} lead={t('invitation_lead')} foot={refused ? t('invitation_expired') : null}>
      <ChoosePassword least={MIN_LENGTH.staff} action={t('accept')} onChosen={accept} onRefused={() => setRefused(true)} />
    </AccountPage>
  );
}
