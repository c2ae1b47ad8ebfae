import { useQuery } from '@tanstack/react-query';
import { ErrorNote, Instant, StatusMark, useTexts, type Tone } from '../../../ui/index.js';
import { invitationsQuery } from '../queries.js';
import { invitationTexts } from './invitation-texts.js';
import type { PanelPlace } from './pool-dialog.js';

const TONES: Readonly<Record<string, Tone>> = { invited: 'waiting', accepted: 'done', declined: 'late', withdrawn: 'quiet' };

/** Who was asked for the panel, and what they said. */
export function InvitationList({ place }: { readonly place: PanelPlace }) {
  const t = useTexts(invitationTexts);
  const { data, error, refetch } = useQuery(invitationsQuery(place.callId));
  const asked = (data ?? []).filter(({ stageKey, blocKey }) => stageKey === place.stageKey && blocKey === place.blocKey);
  if (error && !data) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (asked.length === 0) return null;
  return (
    <div className="invitation-list">
      <h3>{t('invitations')}</h3>
      <ul>
        {asked.map(({ id, name, status, replyBy, answeredAt, reason, remindedAt }) => (
          <li key={id}>
            <strong>{name}</strong>
            <StatusMark word={t(`s_${status as 'invited'}`)} tone={TONES[status] ?? 'quiet'} />
            <span className="quiet">
              {status === 'invited' ? t('reply_by') : ''} <Instant at={answeredAt ?? replyBy} zone={false} />
              {status === 'invited' && remindedAt ? ` · ${t('reminded')}` : ''}
              {reason ? ` · ${reason}` : ''}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
