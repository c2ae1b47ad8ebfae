import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { adoptSession, giveSecondFactor, isWhole, sessionQuery, signIn, signOut, type Session } from '../api/session.js';
import { changeLanguage, useTexts } from '../ui/language/texts.js';
import { CodeForm } from '../ui/second-factor/code-form.js';
import { EnrolFactor } from '../ui/second-factor/enrol-factor.js';
import { homeOf, safeReturn } from './guard.js';
import { PasswordStep } from './password-step.js';
import { appTexts } from './texts.js';

/** Address and password; then, for those who have one, the second factor; for staff who have none yet, setting it up. */
export function SignInPage() {
  const t = useTexts(appTexts);
  const navigate = useNavigate();
  const { next } = useSearch({ strict: false }) as { next?: string };
  const session = useQuery(sessionQuery).data;

  const goOn = async (given: Session) => {
    if (!isWhole(given)) return;
    adoptSession(given);
    await changeLanguage(given.account.language);
    await navigate({ href: safeReturn(next) ?? homeOf(given.account), replace: true });
  };
  const other = (
    <button type="button" className="link-button" onClick={() => void signOut()}>
      {t('other_account')}
    </button>
  );

  if (session?.secondFactor === 'asked') {
    return (
      <section className="sign-in">
        <h1>{t('code_title')}</h1>
        <p className="lead">{t('code_lead')}</p>
        <CodeForm action={t('continue')} recovery autoFocus onCode={async (code) => goOn(await giveSecondFactor(code))} beside={other} />
      </section>
    );
  }
  if (session?.secondFactor === 'to_be_enrolled') {
    return (
      <section className="sign-in">
        <h1>{t('enrol_title')}</h1>
        <p className="lead">{t('enrol_lead')}</p>
        <EnrolFactor onEnrolled={(enrolled) => void goOn(enrolled)} />
        <p className="foot-note">{other}</p>
      </section>
    );
  }
  return (
    <section className="sign-in">
      <h1>{t('sign_in_title')}</h1>
      <p className="lead">{t('sign_in_lead')}</p>
      <PasswordStep onGiven={async ({ email, password }) => goOn(await signIn(email, password))} />
      <p className="foot-note">
        {t('no_account')}{' '}
        <Link to="/register" search={(next ? { next } : {}) as never}>
          {t('register')}
        </Link>
        {' · '}
        <Link to="/forgot-password">{t('forgot')}</Link>
      </p>
    </section>
  );
}
