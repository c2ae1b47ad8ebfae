import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Icon, useTexts } from '../../../ui/index.js';
import { accountTexts } from '../texts-public.js';
import { rememberedWay } from './after-sign-in.js';

interface AccountPageProps {
  readonly title: string;
  readonly lead: string;
  readonly children?: ReactNode;
  readonly foot?: ReactNode;
}

/** The narrow page on which people without a session do one thing. */
export function AccountPage({ title, lead, children, foot }: AccountPageProps) {
  return (
    <section className="sign-in">
      <h1>{title}</h1>
      <p className="lead">{lead}</p>
      {children}
      {foot ? <p className="foot-note">{foot}</p> : null}
    </section>
  );
}

/** What was done, and the next step. */
export function DonePage({ title, lead }: { readonly title: string; readonly lead: string }) {
  const t = useTexts(accountTexts);
  return (
    <AccountPage title={title} lead={lead}>
      <p className="next-step">
        <Link to="/sign-in" search={rememberedWay() as never} className="button primary wide">
          {t('to_sign_in')}
        </Link>
      </p>
    </AccountPage>
  );
}

/** The link was opened without its secret: cut off by a mail program, or typed. */
export function TokenMissing({ title }: { readonly title: string }) {
  const t = useTexts(accountTexts);
  return <AccountPage title={title} lead={t('link_missing')} foot={t('link_missing_do')} />;
}

export function SendButton({ busy, children }: { readonly busy: boolean; readonly children: ReactNode }) {
  return (
    <button type="submit" className="button primary wide" aria-disabled={busy}>
      {busy ? <Icon name="spinner" className="spin" /> : null}
      {children}
    </button>
  );
}
