import { Outlet } from '@tanstack/react-router';
import { ErrorNote } from '../ui/error-note.js';
import { useTexts } from '../ui/language/texts.js';
import { Brand } from './brand.js';
import { LanguageSwitch } from './language-switch.js';
import { OfflineNotice } from './offline-notice.js';
import { SkipLink } from './skip-link.js';
import { appTexts } from './texts.js';
import { useLeaving } from './use-leaving.js';

/** For a thumb under stage light: one bar, then nothing but the work. */
export function JudgeLayout() {
  const t = useTexts(appTexts);
  const { error, leave } = useLeaving();
  return (
    <>
      <SkipLink />
      <OfflineNotice />
      <header className="judge-bar">
        <Brand to="/judge" short />
        <span className="right">
          <LanguageSwitch />
          <button type="button" className="button plain" onClick={leave}>
            {t('sign_out')}
          </button>
        </span>
      </header>
      {error ? <ErrorNote error={error} kept={t('still_signed_in')} /> : null}
      <main className="judge-main" id="main" tabIndex={-1}>
        <Outlet />
      </main>
    </>
  );
}
