import { Link, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Account, Role } from '../api/session.js';
import { ErrorNote } from '../ui/error-note.js';
import { inLanguage, useLanguage, useTexts } from '../ui/language/texts.js';
import { Mark } from '../ui/mark.js';
import { appTexts } from './texts.js';

function Stray({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="stray">
      <Mark size={56} />
      <h1>{title}</h1>
      {children}
    </section>
  );
}

export function Missing() {
  const t = useTexts(appTexts);
  return (
    <Stray title={t('missing_title')}>
      <p className="quiet">{t('missing_what')}</p>
      <Link to="/" className="button">
        {t('to_front')}
      </Link>
    </Stray>
  );
}

/** Says which role is missing, because that is what the administrator must be asked for. */
export function Forbidden({ account, wanted }: { readonly account: Account; readonly wanted: readonly Role[] }) {
  const t = useTexts(appTexts);
  const language = useLanguage();
  const names = (roles: readonly Role[]) => roles.map((role) => inLanguage(appTexts.texts[`role_${role}`], language)).join(language === 'zh' ? '、' : ', ');
  const held = names([...new Set(account.roles.map(({ role }) => role))]) || t('no_role');
  return (
    <Stray title={t('forbidden_title')}>
      <p className="quiet">{t('forbidden_what', { wanted: names(wanted), held })}</p>
    </Stray>
  );
}

/** The last net under every page: what happened, what was kept, what to do. */
export function Crash({ error, reset }: { readonly error: unknown; readonly reset?: () => void }) {
  const t = useTexts(appTexts);
  const router = useRouter();
  const again = async () => {
    await router.invalidate();
    reset?.();
  };
  return (
    <Stray title={t('crash_title')}>
      <ErrorNote error={error} kept={t('crash_kept')} onRetry={() => void again()} />
      <a href="/" className="button">
        {t('to_front')}
      </a>
    </Stray>
  );
}

/** For a layout that could not open at all: it stands alone on the page. */
export function WholePageCrash(props: { readonly error: unknown; readonly reset?: () => void }) {
  return (
    <main id="main">
      <Crash {...props} />
    </main>
  );
}
