import { useState } from 'react';
import { api, useCommand, type ApplicationDetail, type PartnerView } from '../../../api/index.js';
import { ActionButton, ErrorNote, TextAreaField, useTexts } from '../../../ui/index.js';
import { myApplicationQuery, myApplicationsQuery } from '../queries-own.js';
import { partnerTexts } from '../texts-partners.js';

interface PartnerAnswerProps {
  readonly application: ApplicationDetail;
  readonly partner: PartnerView;
}

/** A member of a partner says whether her organisation takes part; until it is submitted she may change her mind. */
export function PartnerAnswer({ application, partner }: PartnerAnswerProps) {
  const t = useTexts(partnerTexts);
  const [declining, setDeclining] = useState(false);
  const answering = useCommand({
    run: (answer: { agreed: boolean; note?: string }, key) => api.partnersAnswerAsPartner({ path: { id: application.id }, body: { organisationId: partner.id, ...answer }, headers: { 'Idempotency-Key': key } }),
    refresh: [myApplicationQuery(application.id).queryKey, myApplicationsQuery.queryKey],
    onDone: () => setDeclining(false),
  });
  const names = { leader: application.organisationName, partner: partner.name };
  return (
    <div className="dialogue-sheet partner-answer no-print">
      <p className="what">{t(saidOf(partner), names)}</p>
      <p className="quiet">{t(partner.consent === 'left' ? 'left_lead' : 'question_lead')}</p>
      {declining ? (
        <WithReason hint={t('note_why')} word={t('decline')} busy={answering.isPending} onAct={(note) => answering.mutate({ agreed: false, note })} />
      ) : (
        <p className="answer-row">
          {partner.consent === 'agreed' ? null : (
            <ActionButton busy={answering.isPending} onAct={() => answering.mutate({ agreed: true })}>
              {t(AGREE[partner.consent as keyof typeof AGREE] ?? 'agree')}
            </ActionButton>
          )}
          {partner.consent === 'declined' || partner.consent === 'left' ? null : (
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

const AGREE = { declined: 'agree_after_all', left: 'come_back' } as const;
const SAID = { agreed: 'said_agreed', declined: 'said_declined', left: 'said_left' } as const;

const saidOf = ({ consent, host }: PartnerView) => SAID[consent as keyof typeof SAID] ?? (host ? 'question_host' : 'question');

/** Once it is submitted, a partner that has agreed may leave until the screening decides. */
export function PartnerLeaving({ application, partner }: PartnerAnswerProps) {
  const t = useTexts(partnerTexts);
  const [sure, setSure] = useState(false);
  const leaving = useCommand({
    run: (reason: string, key) => api.partnersLeaveAsPartner({ path: { id: application.id }, body: { organisationId: partner.id, reason }, headers: { 'Idempotency-Key': key } }),
    refresh: [myApplicationQuery(application.id).queryKey, myApplicationsQuery.queryKey],
  });
  const names = { leader: application.organisationName, partner: partner.name };
  return (
    <div className="dialogue-sheet partner-answer no-print">
      <p className="what">{t('take_part', names)}</p>
      <p className="quiet">{t('leave_lead')}</p>
      {sure ? (
        <WithReason hint={t('leave_why')} word={t('leave')} busy={leaving.isPending} onAct={(reason) => leaving.mutate(reason)} />
      ) : (
        <p className="answer-row">
          <ActionButton kind="secondary" onAct={() => setSure(true)}>
            {t('leave')}
          </ActionButton>
        </p>
      )}
      {leaving.error ? <ErrorNote error={leaving.error} kept="" /> : null}
    </div>
  );
}

interface WithReasonProps {
  readonly hint: string;
  readonly word: string;
  readonly busy: boolean;
  readonly onAct: (note: string) => void;
}

function WithReason({ hint, word, busy, onAct }: WithReasonProps) {
  const t = useTexts(partnerTexts);
  const [note, setNote] = useState('');
  const said = note.trim();
  return (
    <>
      <TextAreaField label={t('note')} hint={hint} maxLength={500} rows={2} value={note} onChange={(event) => setNote(event.target.value)} />
      <ActionButton kind="danger" busy={busy} refusal={said.length < 2 ? t('note_short') : null} onAct={() => onAct(said)}>
        {word}
      </ActionButton>
    </>
  );
}
