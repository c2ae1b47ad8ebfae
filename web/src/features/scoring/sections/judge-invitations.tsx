import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, useCommand, type OwnInvitationView } from '../../../api/index.js';
import { ErrorNote, formatInstant, TextAreaField, useSay, useTexts } from '../../../ui/index.js';
import { profileTexts } from '../profile/profile-texts.js';
import '../profile/profile.css';
import { ownInvitationsQuery, ownProfileQuery } from '../queries.js';

/** What an expert is asked, above what waits for her; and the way to her profile. */
export default function JudgeInvitations() {
  const t = useTexts(profileTexts);
  const { data: invitations } = useQuery(ownInvitationsQuery);
  const { data: profile } = useQuery(ownProfileQuery);
  const waiting = (invitations ?? []).filter(({ status }) => status === 'invited');
  const unsaid = profile?.savedAt === null;
  return (
    <section className="judge-invitations" aria-label={t('inv_title')}>
      {waiting.map((invitation) => (
        <Invitation key={invitation.id} invitation={invitation} />
      ))}
      <p className={`profile-line ${unsaid ? 'tone-waiting' : ''}`}>
        <span>{unsaid ? t('profile_due') : ''}</span>
        <Link to="/judge/profile">{t('profile_link')}</Link>
      </p>
    </section>
  );
}

function Invitation({ invitation }: { readonly invitation: OwnInvitationView }) {
  const say = useSay();
  const t = useTexts(profileTexts);
  const [declining, setDeclining] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const answer = useCommand<'accepted' | 'declined', unknown>({
    run: (given, key) => api.ownInvitationsAnswer({ path: { invitationId: invitation.id }, body: given === 'declined' ? { answer: given, reason: reason.trim() } : { answer: given }, headers: { 'Idempotency-Key': key } }), refresh: [['judging']],
  });
  const { opensAt, closesAt } = invitation;
  const decline = () => {
    setTried(true);
    if ([...reason.trim()].length >= 2) answer.mutate('declined');
  };
  return (
    <div className="judge-invitation tone-waiting">
      <p className="quiet">{say(invitation.callTitle)}</p>
      <h2>{say(invitation.stageTitle)} · {say(invitation.blocTitle)}</h2>
      <p>{t('inv_reply', { day: formatInstant(new Date(invitation.replyBy)) })}</p>
      {opensAt && closesAt ? <p className="quiet">{t('inv_when', { from: formatInstant(new Date(opensAt)), until: formatInstant(new Date(closesAt)) })}</p> : null}
      {invitation.open ? (
        <>
          {declining ? <TextAreaField label={t('inv_reason')} value={reason} maxLength={500} wrong={tried && [...reason.trim()].length < 2 ? t('inv_reason_due') : undefined} onChange={(event) => setReason(event.target.value)} /> : null}
          <p className="invitation-acts">
            {declining ? (
              <button type="button" className="button primary" onClick={decline}>{t('inv_send')}</button>
            ) : (
              <button type="button" className="button primary" aria-disabled={answer.isPending} onClick={() => (answer.isPending ? undefined : answer.mutate('accepted'))}>{t('inv_accept')}</button>
            )}
            <button type="button" className="button" onClick={() => setDeclining(!declining)}>{declining ? t('inv_keep') : t('inv_decline')}</button>
          </p>
        </>
      ) : (
        <p className="quiet">{t('inv_over')}</p>
      )}
      {answer.error ? <ErrorNote error={answer.error} /> : null}
    </div>
  );
}
