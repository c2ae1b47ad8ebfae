import { useQuery } from '@tanstack/react-query';
import { ErrorNote, useTexts } from '../../../ui/index.js';
import '../parts/desk.css';
import { FactorPart } from '../parts/factor-part.js';
import { PasswordPart } from '../parts/password-part.js';
import { ProfilePart } from '../parts/profile-part.js';
import { SessionsPart } from '../parts/sessions-part.js';
import { ownQuery } from '../queries-desk.js';
import { deskTexts } from '../texts-desk.js';

/** The own account: who one is, how one signs in, where one is signed in. */
export default function AccountPage() {
  const t = useTexts(deskTexts);
  const own = useQuery(ownQuery);
  return (
    <article className="page">
      <h1>{t('account')}</h1>
      <div className="page-body">
        {own.isError ? <ErrorNote error={own.error} onRetry={() => void own.refetch()} /> : null}
        {own.isPending ? <p className="quiet" role="status">{t('account')}…</p> : null}
        {own.data ? (
          <>
            <ProfilePart own={own.data} />
            <FactorPart own={own.data} />
            <PasswordPart />
            <SessionsPart />
          </>
        ) : null}
      </div>
    </article>
  );
}
