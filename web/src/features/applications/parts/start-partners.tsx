import { useQuery } from '@tanstack/react-query';
import { APPLICANT_KINDS, wordFor } from '../../../api/index.js';
import { inLanguage, useJoin, useLanguage, useTexts } from '../../../ui/index.js';
import { rulesQuery } from '../queries-own.js';
import { ownTexts } from '../texts-own.js';
import { partnerTexts } from '../texts-partners.js';
import { PartnerPicker, type Partner } from './partner-picker.js';

interface StartPartnersProps {
  readonly callId: string;
  readonly leader: { readonly id: string; readonly kind: string } | undefined;
  readonly partners: readonly Partner[];
  readonly onChange: (partners: Partner[]) => void;
}

/** Where the call takes joint applications, and for a group without registration its host. */
export function StartPartners({ callId, leader, partners, onChange }: StartPartnersProps) {
  const t = useTexts(ownTexts);
  const about = useTexts(partnerTexts);
  const language = useLanguage();
  const join = useJoin();
  const applicants = useQuery(rulesQuery(callId)).data?.rulebook.applicants;
  if (!applicants) return null;
  const { joint, host } = applicants;
  const hosted = leader?.kind === 'community_group' && host.allowed;
  const together = joint.mode !== 'forbidden';
  if (!together && !hosted) return null;
  const kinds = join(host.hostTypes.map((kind) => inLanguage(wordFor(APPLICANT_KINDS, kind), language)));
  return (
    <fieldset>
      <legend>{hosted ? about('host') : t('start_partners')}</legend>
      {hosted ? (
        <>
          <p className="quiet">{about('host_lead', { kinds })}</p>
          {together ? <p className="quiet">{about('joint_too')}</p> : null}
        </>
      ) : (
        <p className="quiet">{joint.mode === 'required' ? t('start_partners_required', { count: joint.maxParties }) : t('start_partners_allowed', { count: joint.maxParties })}</p>
      )}
      <p className="quiet">{about('agree_lead')}</p>
      <PartnerPicker leaderId={leader?.id} partners={partners} most={(together ? joint.maxParties - 1 : 0) + (hosted ? 1 : 0)} onChange={onChange} />
    </fieldset>
  );
}
