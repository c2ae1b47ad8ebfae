import type { ReactNode } from 'react';
import type { SiteView } from '../../../api/index.js';
import { formatInstant, StatusMark, useTexts, type Tone } from '../../../ui/index.js';
import { siteTexts } from './texts-sites.js';

const TONES: Readonly<Record<SiteView['state'], Tone>> = { asked: 'waiting', confirmed: 'done', declined: 'late', lapsed: 'late' };

/** One site, its state, and who has said what when. */
export function SiteRow({ site, children }: { readonly site: SiteView; readonly children?: ReactNode }) {
  const t = useTexts(siteTexts);
  const { name, state, email, askedAt, answeredAt, answerer, office, phone, reason, contentHash } = site;
  const at = (instant: string) => formatInstant(new Date(instant), 'minute');
  return (
    <li className="site-row">
      <p className="site-head">
        <strong>{name}</strong> <StatusMark word={t(`state_${state}`)} tone={TONES[state]} />
      </p>
      {answeredAt ? (
        <p className="quiet">{t('answered', { answerer: answerer ?? '', office: office ?? '', phone: phone ?? '', at: at(answeredAt) })}</p>
      ) : (
        <p className="quiet">{email ? t('sent_to', { email, at: at(askedAt) }) : t('by_hand', { at: at(askedAt) })}</p>
      )}
      {reason ? <p>{t('reason', { reason })}</p> : null}
      {state === 'lapsed' ? <p>{t('lapsed_why')}</p> : null}
      {state === 'confirmed' && contentHash ? (
        <p className="site-hash quiet">
          {t('hash')} <code>{contentHash}</code>
        </p>
      ) : null}
      {children}
    </li>
  );
}
