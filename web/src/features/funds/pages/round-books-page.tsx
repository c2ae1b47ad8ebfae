import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { ErrorNote, PageShell, useSay, useTexts } from '../../../ui/index.js';
import '../funds.css';
import { DepositsTab } from '../parts/deposits-tab.js';
import { JournalTab } from '../parts/journal-tab.js';
import { PoolBar } from '../parts/pool-bar.js';
import { TrialTab } from '../parts/trial-tab.js';
import { roundQuery, roundsQuery } from '../queries.js';
import { fundsTexts } from '../texts.js';

/** The books of one round: where the pool stands, every entry, the trial balance, the money that came in. */
export default function RoundBooksPage() {
  const { callId } = useParams({ strict: false }) as { callId: string };
  const t = useTexts(fundsTexts);
  const say = useSay();
  const rounds = useQuery(roundsQuery);
  const round = useQuery(roundQuery(callId));
  if (round.isError && !round.data) return <div className="page"><ErrorNote error={round.error} onRetry={() => void round.refetch()} /></div>;
  if (!round.data) return <p className="opening quiet" role="status">{t('rounds')}…</p>;
  const named = rounds.data?.find((one) => one.callId === callId);
  const proposed = round.data.deposits.filter(({ status }) => status === 'proposed').length;
  return (
    <PageShell
      title={named ? say(named.title) : t('rounds')}
      {...(named ? { reference: named.number } : {})}
      back={{ to: '/desk/funds', label: t('back_rounds') }}
      tabs={[
        { key: 'journal', label: t('journal'), content: <JournalTab callId={callId} /> },
        { key: 'trial', label: t('trial'), content: <TrialTab callId={callId} /> },
        { key: 'deposits', label: t('deposits'), ...(proposed > 0 ? { count: proposed } : {}), content: <DepositsTab callId={callId} deposits={round.data.deposits} /> },
      ]}
    >
      <PoolBar money={round.data} />
    </PageShell>
  );
}
