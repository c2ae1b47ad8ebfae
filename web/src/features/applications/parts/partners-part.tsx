import { useState } from 'react';
import { api, useCommand, type ApplicationDetail, type PublicCallView } from '../../../api/index.js';
import { ErrorNote, useTexts } from '../../../ui/index.js';
import { myApplicationQuery } from '../queries-own.js';
import { ownTexts } from '../texts-own.js';
import { PartnerPicker } from './partner-picker.js';

/** Partners may change as long as it is a draft, where the call takes joint applications. */
export function PartnersPart({ application, call }: { readonly application: ApplicationDetail; readonly call: PublicCallView }) {
  const t = useTexts(ownTexts);
  const [open, setOpen] = useState(false);
  const changing = useCommand({
    run: (partnerIds: string[]) => api.ownApplicationsChangePartners({ path: { id: application.id }, body: { partnerIds, version: application.version } }),
    refresh: [myApplicationQuery(application.id).queryKey],
  });
  const { joint } = call.rulebook.applicants;
  if (joint.mode === 'forbidden' || application.status !== 'draft' || application.moves.length === 0) return null;
  return (
    <section className="state-part">
      <h2>{t('start_partners')}</h2>
      {application.partners.length === 0 && !open ? <p className="quiet">{t('partners_none')}</p> : null}
      {open ? (
        <PartnerPicker leaderId={application.organisationId} partners={application.partners} most={joint.maxParties - 1} onChange={(partners) => changing.mutate(partners.map(({ id }) => id))} />
      ) : (
        <button type="button" className="link-button" onClick={() => setOpen(true)}>
          {t('partners_change')}
        </button>
      )}
      {changing.error ? <ErrorNote error={changing.error} kept="" /> : null}
    </section>
  );
}
