import { useQuery } from '@tanstack/react-query';
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { ConfigProvider, Drawer } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useEffect, useState } from 'react';
import { chooseProgramme, useChosenProgramme } from '../../api/chosen-programme.js';
import { useSession } from '../../api/session.js';
import { ErrorNote } from '../../ui/error-note.js';
import { useLanguage, useTexts } from '../../ui/language/texts.js';
import { theme, withinLandmark } from '../../ui/theme.js';
import { entriesFor, features } from '../features.js';
import { OfflineNotice } from '../offline-notice.js';
import { SkipLink } from '../skip-link.js';
import { appTexts } from '../texts.js';
import { useLeaving } from '../use-leaving.js';
import './desk.css';
import { SideNav } from './side-nav.js';
import { TopBar } from './top-bar.js';

/** The frame of everybody who works here; the only place, with the pages in it, that loads the kit. */
export default function DeskLayout() {
  const t = useTexts(appTexts);
  const language = useLanguage();
  const session = useSession();
  const [open, setOpen] = useState(false);
  const { pathname } = useLocation();
  useEffect(() => setOpen(false), [pathname]);
  useEffect(() => void dayjs.locale(language === 'zh' ? 'zh-cn' : 'en'), [language]);
  if (!session) return null;
  const entries = entriesFor(session.account.roles.map(({ role }) => role));
  return (
    <ConfigProvider theme={theme} locale={language === 'zh' ? zhCN : enUS} button={{ autoInsertSpace: false }} getPopupContainer={withinLandmark}>
      <SkipLink />
      <OfflineNotice />
      <ConnectedBar onMenu={() => setOpen(true)} />
      <div className="desk">
        <div className="side-nav">
          <SideNav entries={entries} />
        </div>
        <Drawer open={open} onClose={() => setOpen(false)} placement="left" size={280} title={t('menu')} closable={{ 'aria-label': t('close_menu') }} className="nav-drawer">
          <SideNav entries={entries} />
        </Drawer>
        <main className="desk-main" id="main" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
    </ConfigProvider>
  );
}

/** The bar with what the features bring to it. */
function ConnectedBar({ onMenu }: { readonly onMenu: () => void }) {
  const session = useSession();
  const navigate = useNavigate();
  const inbox = features.find((feature) => feature.inbox)?.inbox;
  const source = features.find((feature) => feature.programmes)?.programmes;
  const unread = useQuery({ queryKey: ['inbox', 'unread'], queryFn: () => inbox?.unread() ?? 0, enabled: Boolean(inbox), refetchInterval: 60_000 });
  const programmes = useQuery({ queryKey: ['programmes', 'switch'], queryFn: async () => (await source?.()) ?? [], enabled: Boolean(source) });
  const chosen = useChosenProgramme();
  const t = useTexts(appTexts);
  const { error, leave } = useLeaving();
  if (!session) return null;
  return (
    <>
      <TopBar
        account={session.account}
        programmes={programmes.data ?? []}
        programme={chosen}
        onProgramme={chooseProgramme}
        onSearch={(q) => void navigate({ to: '/desk/search', search: { q } as never })}
        inbox={inbox ? { to: inbox.to, unread: unread.data ?? 0 } : null}
        onMenu={onMenu}
        onSignOut={leave}
      />
      {error ? <ErrorNote error={error} kept={t('still_signed_in')} /> : null}
    </>
  );
}
