import { Link } from '@tanstack/react-router';
import { Dropdown, Select } from 'antd';
import { useEffect, useRef, type FormEvent } from 'react';
import type { Account } from '../../api/session.js';
import { Icon } from '../../ui/icon.js';
import { changeLanguage, inLanguage, useLanguage, useTexts } from '../../ui/language/texts.js';
import { Brand } from '../brand.js';
import { appTexts } from '../texts.js';

export interface TopBarProps {
  readonly account: Account;
  readonly programmes: readonly { readonly id: string; readonly name: string }[];
  readonly programme: string | null;
  readonly onProgramme: (id: string | null) => void;
  readonly onSearch: (query: string) => void;
  readonly inbox: { readonly to: string; readonly unread: number } | null;
  readonly onMenu: () => void;
  readonly onSignOut: () => void;
}

const ALL = 'all';

export function TopBar(props: TopBarProps) {
  const t = useTexts(appTexts);
  const { programmes, programme, inbox } = props;
  const options = [{ value: ALL, label: t('all_programmes') }, ...programmes.map(({ id, name }) => ({ value: id, label: name }))];
  const chosen = programmes.some(({ id }) => id === programme) ? programme : ALL;
  return (
    <header className="top-bar">
      <button type="button" className="button plain menu-button" aria-label={t('menu')} onClick={props.onMenu}>
        <Icon name="menu" />
      </button>
      <Brand to="/desk" short />
      {programmes.length > 0 ? (
        <Select className="programme-switch" aria-label={t('programme')} value={chosen} options={options} onChange={(id) => props.onProgramme(id === ALL ? null : id)} popupMatchSelectWidth={false} />
      ) : null}
      <SearchBox onSearch={props.onSearch} />
      {inbox ? (
        <Link to={inbox.to} className="button plain inbox" aria-label={t('inbox_unread', { count: inbox.unread })}>
          <Icon name="bell" />
          <span className="label">{t('inbox')}</span>
          {inbox.unread > 0 ? <span className="bubble">{inbox.unread > 99 ? '99+' : inbox.unread}</span> : null}
        </Link>
      ) : null}
      <PersonMenu account={props.account} onSignOut={props.onSignOut} />
    </header>
  );
}

/** `/` goes to the search from anywhere but a field. */
function SearchBox({ onSearch }: { readonly onSearch: (query: string) => void }) {
  const t = useTexts(appTexts);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]');
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      field.current?.focus();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const query = field.current?.value.trim();
    if (query) onSearch(query);
  };
  return (
    <form role="search" className="bar-search" onSubmit={send}>
      <Icon name="search" />
      <input ref={field} className="input" type="search" aria-label={t('search')} placeholder={t('search')} aria-keyshortcuts="/" />
    </form>
  );
}

function PersonMenu({ account, onSignOut }: Pick<TopBarProps, 'account' | 'onSignOut'>) {
  const t = useTexts(appTexts);
  const language = useLanguage();
  const roles = account.roles.map(({ role, nodeName }) => [inLanguage(appTexts.texts[`role_${role}`], language), nodeName].filter(Boolean).join(' · '));
  const items = [
    { key: 'roles', type: 'group' as const, label: <span className="held-roles">{roles.map((role) => <span key={role}>{role}</span>)}</span> },
    { type: 'divider' as const },
    { key: 'account', label: <Link to="/desk/account">{t('own_account')}</Link>, icon: <Icon name="person" /> },
    { type: 'divider' as const },
    { key: 'zh', label: <span lang="zh-CN">中文</span>, icon: language === 'zh' ? <Icon name="check" /> : <span className="icon" />, onClick: () => void changeLanguage('zh') },
    { key: 'en', label: <span lang="en">English</span>, icon: language === 'en' ? <Icon name="check" /> : <span className="icon" />, onClick: () => void changeLanguage('en') },
    { type: 'divider' as const },
    { key: 'out', label: t('sign_out'), onClick: onSignOut },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <button type="button" className="button plain person" aria-haspopup="menu" aria-label={account.name}>
        <Icon name="person" />
        <span className="label">{account.name}</span>
        <Icon name="down" className="small" />
      </button>
    </Dropdown>
  );
}
