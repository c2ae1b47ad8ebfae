import type { ApplicationDetail } from '../../../api/index.js';
import { useTexts } from '../../../ui/index.js';
import { partnerTexts } from '../texts-partners.js';

/** A group without registration answers what is asked about registration with its host's. */
export function HostedNote({ partners }: Pick<ApplicationDetail, 'partners'>) {
  const t = useTexts(partnerTexts);
  const host = partners.find((partner) => partner.host);
  return host ? <p className="read-only-note tone-quiet">{t('hosted_note', { host: host.name })}</p> : null;
}
