import { useNavigate, useSearch } from '@tanstack/react-router';
import { giveSecondFactor, signIn, signOut, useSession, type Session } from '../api/session.js';
import { changeLanguage, useTexts } from '../ui/language/texts.js';
import { CodeStep } from './code-step.js';
import { homeOf, safeReturn } from './guard.js';
import { PasswordStep } from './password-step.js';
import { appTexts } from './texts.js';

/** Address and password, then, for those who have one, the second factor. Staff without one set it up first. */
export function SignInPage() {
  const t = useTexts(appTexts);
  const navigate = useNavigate();
  const { next } = useSearch({ strict: false }) as { next?: string };
  const asked = useSession()?.secondFactor === 'asked';

  const goOn = async (session: Session) => {
    await changeLanguage(session.account.language);
    if (session.secondFactor === 'asked') return;
    if (session.secondFactor === 'to_be_enrolled') return navigate({ to: '/second-factor', search: { next } as never, replace: true });
    await navigate({ href: safeReturn(next) ?? homeOf(session.account), replace: true });
  };

  return (
    <section className="sign-in">
      <h1>{asked ? t('code_title') : t('sign_in_title')}</h1>
      <p className="lead">{asked ? t('code_lead') : t('sign_in_lead')}</p>
      {asked ? (
        <CodeStep onCode={async (code) => goOn(await giveSecondFactor(code))} onBack={() => void signOut()} />
      ) : (
        <PasswordStep onGiven={async ({ name, password }) => goOn(await signIn(name, password))} />
      )}
      {asked ? null : <p className="foot-note">{t('forgot')}</p>}
    </section>
  );
}
