import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useSession } from '../api/session.js';
import { useTexts } from '../ui/language/texts.js';
import { Brand } from './brand.js';
import { homeOf } from './guard.js';
import { LanguageSwitch } from './language-switch.js';
import { OfflineNotice } from './offline-notice.js';
import { SkipLink } from './skip-link.js';
import { appTexts } from './texts.js';

/** What everybody sees: light, and without the kit. */
export function PublicLayout() {
  const t = useTexts(appTexts);
  return (
    <>
      <SkipLink />
      <OfflineNotice />
      <header className="public-bar">
        <Brand />
        <span className="right">
          <LanguageSwitch />
          <PersonLink />
        </span>
      </header>
      <hr className="public-rule no-print" />
      <main className="public-main" id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="public-foot">
        <div>
          <span>{t('foot')}</span>
          <span>{t('foot_time')}</span>
        </div>
      </footer>
    </>
  );
}

function PersonLink() {
  const t = useTexts(appTexts);
  const session = useSession();
  const { pathname } = useLocation();
  if (session) {
    return (
      <Link to={homeOf(session.account)} className="button">
        {t('my_work')}
      </Link>
    );
  }
  return pathname === '/sign-in' ? null : (
    <Link to="/sign-in" className="button">
      {t('sign_in')}
    </Link>
  );
}
