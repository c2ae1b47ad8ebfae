import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Problem } from '../../../api/index.js';
import { Empty, ErrorNote, Facts, formatFen, useSay, useTexts } from '../../../ui/index.js';
import '../awards.css';
import { noticesQuery, roundQuery } from '../queries.js';
import { useRoundStatus } from '../round-status.js';
import { texts } from '../texts.js';

/** On the page of a call: how far its awarding is, and the way to where it is done. */
export default function CallAwards({ id }: { readonly id: string }) {
  const t = useTexts(texts);
  const round = useQuery({ ...roundQuery(id), retry: false });
  if (round.error instanceof Problem && round.error.status === 404) return <Empty why={t('rounds_none')} what={t('rounds_none_do')} />;
  if (round.isError && !round.data) return <ErrorNote error={round.error} onRetry={() => void round.refetch()} />;
  if (!round.data) return <p className="quiet" role="status">{t('title')}…</p>;
  return <Summary round={round.data} />;
}

function Summary({ round }: { readonly round: Parameters<typeof useRoundStatus>[0] }) {
  const t = useTexts(texts);
  const say = useSay();
  const notices = useQuery({ ...noticesQuery(round.callId), enabled: round.decided, retry: false });
  const status = useRoundStatus(round, notices.data ?? []);
  const running = (notices.data ?? []).find(({ state }) => state === 'running');
  const facts = [
    { label: t('now'), value: status.now ?? status.word },
    ...(round.boards.length > 0 ? round.boards : [round]).map((part) => ({ label: 'key' in part ? say(part.title) : t('pool'), value: t('pool_used', { granted: formatFen(part.grantedFen), left: formatFen(part.poolFen - part.grantedFen) }) })),
    ...(running ? [{ label: t('tab_notice'), value: `${say(running.label)} · ${t('notice_days', { first: running.firstDay, last: running.lastDay })}` }] : []),
    ...(round.openObjections > 0 ? [{ label: t('home_objections'), value: String(round.openObjections) }] : []),
  ];
  return (
    <>
      <Facts facts={facts} label={t('title')} />
      <p style={{ marginTop: 16 }}>
        <Link className="button primary" to={`/desk/calls/${round.callId}/awards`}>
          {t('open_awards')}
        </Link>
      </p>
    </>
  );
}
