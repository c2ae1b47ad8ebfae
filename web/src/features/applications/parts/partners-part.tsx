import { useState } from 'react';
import { api, APPLICANT_KINDS, useCommand, wordFor, type ApplicationDetail, type FilledInView, type PartnerView, type PublicCallView } from '../../../api/index.js';
import { ErrorNote, inLanguage, Instant, StatusMark, useLanguage, useTexts, type Tone } from '../../../ui/index.js';
import { myApplicationQuery } from '../queries-own.js';
import { partnerTexts } from '../texts-partners.js';
import { FilledNote } from './filled-note.js';
import { PartnerAnswer, PartnerLeaving } from './partner-answer.js';
import { PartnerPicker } from './partner-picker.js';

const partiesOpen = ({ status, returned }: ApplicationDetail): boolean => status === 'draft' || (status === 'returned' && returned?.parties === true);

/** Who applies together and whether each has agreed; partners may change as long as it is a draft, and in a correction that is about them. */
export function PartnersPart({ application, call }: { readonly application: ApplicationDetail; readonly call: PublicCallView }) {
  const t = useTexts(partnerTexts);
  const { partners, moves } = application;
  const { joint, host } = call.rulebook.applicants;
  const [open, setOpen] = useState(false);
  const changeable = partiesOpen(application) && moves.length > 0 && (joint.mode !== 'forbidden' || host.allowed);
  if (partners.length === 0 && !changeable) return null;
  return (
    <section className="state-part">
      <h2>{partners.length > 0 && partners.every((partner) => partner.host) ? t('host') : t('partners')}</h2>
      {partners.filter(({ mine }) => mine).map((partner) => (
        <PartnerAnswer key={partner.id} application={application} partner={partner} />
      ))}
      {partners.filter(({ leaving }) => leaving).map((partner) => (
        <PartnerLeaving key={partner.id} application={application} partner={partner} />
      ))}
      {partners.length > 0 && !open ? (
        <ul className="partner-list">
          {partners.map((partner) => (
            <PartnerRow key={partner.id} partner={partner} />
          ))}
        </ul>
      ) : null}
      {changeable ? <ChangePartners application={application} most={joint.maxParties - 1 + (host.allowed ? 1 : 0)} open={open} onOpen={setOpen} /> : null}
    </section>
  );
}

const CONSENTS = { asked: ['asked', 'waiting'], agreed: ['agreed', 'done'], declined: ['declined', 'late'], left: ['left', 'late'] } as const satisfies Record<string, readonly [string, Tone]>;

function PartnerRow({ partner: { name, kind, host, consent, answeredAt, answeredBy, note, mine } }: { readonly partner: PartnerView }) {
  const t = useTexts(partnerTexts);
  const language = useLanguage();
  const [word, tone] = consent ? CONSENTS[consent as keyof typeof CONSENTS] : [null, null];
  return (
    <li>
      <span>
        {name} <span className="quiet">{inLanguage(wordFor(APPLICANT_KINDS, kind), language)}</span>
        {host ? <span className="quiet"> · {t('host')}</span> : null}
        {note ? <span className="partner-note quiet">{t('told', { note })}</span> : null}
      </span>
      {word ? (
        <span className="partner-consent">
          <StatusMark word={t(word === 'asked' && mine ? 'asked_you' : word)} tone={tone} />
          {answeredAt ? (
            <span className="quiet">
              {answeredBy ? t('answered_by', { by: answeredBy }) : null}
              <Instant at={answeredAt} zone={false} />
            </span>
          ) : null}
        </span>
      ) : null}
    </li>
  );
}

interface ChangePartnersProps {
  readonly application: ApplicationDetail;
  readonly most: number;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

function ChangePartners({ application, most, open, onOpen }: ChangePartnersProps) {
  const t = useTexts(partnerTexts);
  const [filled, setFilled] = useState<readonly FilledInView[]>([]);
  const changing = useCommand({
    run: (partnerIds: string[]) => api.partnersChangePartners({ path: { id: application.id }, body: { partnerIds, version: application.version } }),
    refresh: [myApplicationQuery(application.id).queryKey],
    onDone: ({ filled: changed }) => setFilled(changed),
  });
  return (
    <>
      {application.partners.length === 0 && !open ? <p className="quiet">{t('none')}</p> : null}
      {open ? (
        <>
          <p className="quiet">{t('agree_lead')}</p>
          <PartnerPicker leaderId={application.organisationId} partners={application.partners} most={most} onChange={(partners) => changing.mutate(partners.map(({ id }) => id))} />
        </>
      ) : null}
      <button type="button" className="link-button" onClick={() => onOpen(!open)}>
        {open ? t('change_done') : t('change')}
      </button>
      <FilledNote id={application.id} filled={filled} />
      {changing.error ? <ErrorNote error={changing.error} kept="" /> : null}
    </>
  );
}
