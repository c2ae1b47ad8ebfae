import { useState } from 'react';
import { ActionButton, copyText, useTexts } from '../../../ui/index.js';
import { siteTexts } from './texts-sites.js';

export interface MadeLink {
  readonly name: string;
  readonly email: string | null;
  readonly token: string;
}

/** After the fragment nothing is sent to a server: no log ever holds a link. */
const linkOf = (token: string): string => `${location.origin}/site-confirmation#${token}`;

/** Shown this once, to be copied into whatever the site reads. */
export function SiteLink({ made: { name, email, token }, onClose }: { readonly made: MadeLink; readonly onClose: () => void }) {
  const t = useTexts(siteTexts);
  const [copied, setCopied] = useState(false);
  const link = linkOf(token);
  return (
    <div className="dialogue-sheet site-link no-print" role="status">
      <p className="what">{t('link_title', { name })}</p>
      {email ? <p>{t('link_mailed', { email })}</p> : null}
      <input className="input" readOnly value={link} aria-label={t('link_title', { name })} onFocus={(event) => event.target.select()} />
      <p className="quiet">{t('link_once')}</p>
      <p className="answer-row">
        <ActionButton onAct={() => void copyText(link).then(setCopied)}>{copied ? t('copied') : t('copy')}</ActionButton>
        <ActionButton kind="secondary" onAct={onClose}>
          {t('close')}
        </ActionButton>
      </p>
    </div>
  );
}
