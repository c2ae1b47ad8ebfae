import { Outlet, useNavigate } from '@tanstack/react-router';
import { signOut } from '../api/session.js';
import { useTexts } from '../ui/language/texts.js';
import { Brand } from './brand.js';
import { LanguageSwitch } from './language-switch.js';
import { OfflineNotice } from './offline-notice.js';
import { SkipLink } from './skip-link.js';
import { appTexts } from './texts.js';

/** For a thumb under stage light: one bar, then nothing but the work. */
export function JudgeLayout() {
  const t = useTexts(appTexts);
  const navigate = useNavigate();
  const leave = async () => {
    await signOut();
    await navigate({ to: '/sign-in' });
  };
  return (
    <>
      <SkipLink />
      <OfflineNotice />
      <header className="judge-bar">
        <Brand to="/judge" short />
        <span className="right">
          <LanguageSwitch />
          <button type="button" className="button plain" onClick={() => void leave()}>
            {t('sign_out')}
          </button>
        </span>
      </header>
      <main className="judge-main" id="main" tabIndex={-1}>
        <Outlet />
      </main>
    </>
  );
}
