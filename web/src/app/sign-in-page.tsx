import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { signIn } from '../api/session.js';
import { changeLanguage, useTexts } from '../ui/language/texts.js';
import { CodeStep } from './code-step.js';
import { homeOf, safeReturn } from './guard.js';
import { PasswordStep, type Credentials } from './password-step.js';
import { appTexts } from './texts.js';

/** Name and password, then, for those who have one, the second factor. */
export function SignInPage() {
  const t = useTexts(appTexts);
  const navigate = useNavigate();
  const { next } = useSearch({ strict: false }) as { next?: string };
  const [proven, setProven] = useState<Credentials | null>(null);

  const attempt = async (given: Credentials, code?: string) => {
    const result = await signIn(given.name, given.password, code);
    if (result.kind === 'second_factor') return setProven(given);
    await changeLanguage(result.session.account.language);
    await navigate({ href: safeReturn(next) ?? homeOf(result.session.account), replace: true });
  };

  return (
    <section className="sign-in">
      <h1>{proven ? t('code_title') : t('sign_in_title')}</h1>
      <p className="lead">{proven ? t('code_lead') : t('sign_in_lead')}</p>
      {proven ? <CodeStep onCode={(code) => attempt(proven, code)} onBack={() => setProven(null)} /> : <PasswordStep onGiven={(given) => attempt(given)} />}
      {proven ? null : <p className="foot-note">{t('forgot')}</p>}
    </section>
  );
}
