import { useState } from 'react';
import { api, useCommand, type ApplicationDetail, type PartnerView } from '../../../api/index.js';
import { ActionButton, ErrorNote, TextAreaField, useTexts } from '../../../ui/index.js';
import { myApplicationQuery, myApplicationsQuery } from '../queries-own.js';
import { partnerTexts } from '../texts-partners.js';

/** A member of a partner says whether her organisation takes part; until it is submitted she may change her mind. */
export function PartnerAnswer({ application, partner }: { readonly application: ApplicationDetail; readonly partner: PartnerView }) {
  const t = useTexts(partnerTexts);
  const [declining, setDeclining] = useState(false);
  const answering = useCommand({
    run: (answer: { agreed: boolean; note?: string }, key) => api.ownApplicationsAnswerAsPartner({ path: { id: application.id }, body: { organisationId: partner.id, ...answer }, headers: { 'Idempotency-Key': key } }),
    refresh: [myApplicationQuery(application.id).queryKey, myApplicationsQuery.queryKey],
    onDone: () => setDeclining(false),
  });
  const names = { leader: application.organisationName, partner: partner.name };
  return (
    <div className="dialogue-sheet partner-answer no-print">
      <p className="what">{partner.consent === 'agreed' ? t('said_agreed', names) : partner.consent === 'declined' ? t('said_declined', names) : partner.host ? t('question_host', names) : t('question', names)}</p>
      <p className="quiet">{t('question_lead')}</p>
      {declining ? (
        <Decline busy={answering.isPending} onDecline={(note) => answering.mutate({ agreed: false, note })} />
      ) : (
        <p className="answer-row">
          {partner.consent === 'agreed' ? null : (
            <ActionButton busy={answering.isPending} onAct={() => answering.mutate({ agreed: true })}>
              {partner.consent === 'declined' ? t('agree_after_all') : t('agree')}
            </ActionButton>
          )}
          {partner.consent === 'declined' ? null : (
            <ActionButton kind="secondary" onAct={() => setDeclining(true)}>
              {partner.consent === 'agreed' ? t('withdraw_consent') : t('decline')}
            </ActionButton>
          )}
        </p>
      )}
      {answering.error ? <ErrorNote error={answering.error} kept="" /> : null}
    </div>
  );
}

function Decline({ busy, onDecline }: { readonly busy: boolean; readonly onDecline: (note: string) => void }) {
  const t = useTexts(partnerTexts);
  const [note, setNote] = useState('');
  const said = note.trim();
  return (
    <>
      <TextAreaField label={t('note')} hint={t('note_why')} maxLength={500} rows={2} value={note} onChange={(event) => setNote(event.target.value)} />
      <ActionButton kind="danger" busy={busy} refusal={said.length < 2 ? t('note_short') : null} onAct={() => onDecline(said)}>
        {t('decline')}
      </ActionButton>
    </>
  );
}
