import type { PartnerView } from '../../../api/index.js';
import { Instant, useTexts } from '../../../ui/index.js';
import { partnerTexts } from '../texts-partners.js';

/** Who applies together with it, and who agreed to it when. */
export function PartnersLine({ partners }: { readonly partners: readonly PartnerView[] }) {
  const t = useTexts(partnerTexts);
  if (partners.length === 0) return null;
  return (
    <ul className="partners-line">
      {partners.map(({ id, name, host, consent, answeredAt, answeredBy }) => (
        <li key={id}>
          {host ? t('host') : t('partners')}{' · '}{name}
          {(consent === 'agreed' || consent === 'left') && answeredAt ? (
            <span className={consent === 'left' ? 'tone-late fact-word' : 'quiet'}>
              {' '}{t(consent)} · {answeredBy ? t('answered_by', { by: answeredBy }) : null}
              <Instant at={answeredAt} zone={false} />
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
