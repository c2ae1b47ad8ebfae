import { useQuery } from '@tanstack/react-query';
import { api, useCommand, type OpenSessionView } from '../../../api/index.js';
import { ActionButton, ErrorNote, formatInstant, useTexts } from '../../../ui/index.js';
import { deviceInWords } from '../device-words.js';
import { OWN, sessionsQuery } from '../queries-desk.js';
import { deskTexts } from '../texts-desk.js';

export function SessionsPart() {
  const t = useTexts(deskTexts);
  const sessions = useQuery(sessionsQuery);
  const others = useCommand({ run: () => api.sessionsEndOthers(), refresh: [OWN] });
  const rows = [...(sessions.data ?? [])].sort((a, b) => Number(b.current) - Number(a.current) || b.lastSeenAt.localeCompare(a.lastSeenAt));
  return (
    <section className="desk-part" aria-labelledby="sessions">
      <h2 id="sessions">{t('sessions')}</h2>
      {sessions.isError ? <ErrorNote error={sessions.error} onRetry={() => void sessions.refetch()} /> : null}
      <ul className="session-list">
        {rows.map((session) => (
          <Row key={session.id} session={session} />
        ))}
      </ul>
      {rows.length > 1 ? (
        <p style={{ marginTop: 12 }}>
          <ActionButton kind="secondary" onAct={() => others.mutate()} busy={others.isPending}>
            {t('end_others')}
          </ActionButton>
        </p>
      ) : null}
      {others.error ? <ErrorNote error={others.error} /> : null}
    </section>
  );
}

function Row({ session: { id, device, address, lastSeenAt, current } }: { readonly session: OpenSessionView }) {
  const t = useTexts(deskTexts);
  const end = useCommand({ run: () => api.sessionsEnd({ path: { id } }), refresh: [OWN] });
  return (
    <li>
      <span>
        {deviceInWords(device, t('wechat')) || t('unknown_device')} <span className="figures">{address}</span>
        {current ? <strong> · {t('this_session')}</strong> : null}
      </span>
      <span className="quiet">{t('session_seen', { when: formatInstant(new Date(lastSeenAt)) })}</span>
      {current ? null : (
        <span className="tools">
          <ActionButton kind="secondary" onAct={() => end.mutate()} busy={end.isPending}>
            {t('session_end')}
          </ActionButton>
        </span>
      )}
      {end.error ? <ErrorNote error={end.error} /> : null}
    </li>
  );
}
