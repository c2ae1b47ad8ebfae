import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Problem, type AwardRoundView, type PublicNoticeView } from '../../../api/index.js';
import { ErrorNote, PageShell, useSay, useTexts } from '../../../ui/index.js';
import '../awards.css';
import { ConflictsWaiting } from '../parts/conflicts-waiting.js';
import { Decided } from '../parts/decided.js';
import { Draft } from '../parts/draft.js';
import { Notices } from '../parts/notices.js';
import { Objections } from '../parts/objections.js';
import { Running } from '../parts/running.js';
import { noticesQuery, roundQuery } from '../queries.js';
import { useRoundStatus } from '../round-status.js';
import { texts } from '../texts.js';

/** The awards of a round: result, notice, objections, and what brings the round on. */
export default function RoundPage() {
  const { id = '' } = useParams({ strict: false });
  const t = useTexts(texts);
  const round = useQuery(roundQuery(id));
  const notices = useQuery({ ...noticesQuery(id), enabled: round.data?.decided === true, retry: false });
  if (round.isError && !round.data) return <article className="page"><ErrorNote error={round.error} onRetry={() => void round.refetch()} /></article>;
  // A round whose list is still to be published has no notice: that is no failure.
  const none = notices.error instanceof Problem && notices.error.status === 404;
  if (notices.isError && !none) return <article className="page"><ErrorNote error={notices.error} onRetry={() => void notices.refetch()} /></article>;
  if (!round.data || notices.isLoading) return <p className="opening quiet" role="status">{t('title')}…</p>;
  return <Loaded round={round.data} notices={notices.data ?? []} />;
}

function Loaded({ round, notices }: { readonly round: AwardRoundView; readonly notices: readonly PublicNoticeView[] }) {
  const t = useTexts(texts);
  const say = useSay();
  const tabs = [
    { key: 'result', label: t('tab_result'), content: round.decided ? <Decided round={round} /> : <><ConflictsWaiting callId={round.callId} /><Draft round={round} /></> },
    { key: 'notice', label: t('tab_notice'), ...(notices.length > 0 ? { count: notices.length } : {}), content: <Notices round={round} notices={notices} /> },
    { key: 'objections', label: t('tab_objections'), ...(round.openObjections > 0 ? { count: round.openObjections } : {}), content: <Objections round={round} /> },
    { key: 'running', label: t('tab_running'), content: <Running callId={round.callId} /> },
  ];
  return <PageShell back={{ to: '/desk/awards', label: t('back') }} title={say(round.title)} reference={round.number} status={useRoundStatus(round, notices)} tabs={tabs} />;
}
