import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { AwardRoundView, PublicNoticeView } from '../../../api/index.js';
import { ErrorNote, PageShell, useSay, useTexts, type PageStatus } from '../../../ui/index.js';
import '../awards.css';
import { Decided } from '../parts/decided.js';
import { Draft } from '../parts/draft.js';
import { Notices } from '../parts/notices.js';
import { Objections } from '../parts/objections.js';
import { Running } from '../parts/running.js';
import { noticesQuery, roundQuery } from '../queries.js';
import { texts } from '../texts.js';

/** The awards of a round: result, notice, objections, and what brings the round on. */
export default function RoundPage() {
  const { id = '' } = useParams({ strict: false });
  const t = useTexts(texts);
  const round = useQuery(roundQuery(id));
  const notices = useQuery({ ...noticesQuery(id), enabled: round.data?.decided === true, retry: false });
  if (round.isError) return <article className="page"><ErrorNote error={round.error} onRetry={() => void round.refetch()} /></article>;
  if (!round.data) return <p className="opening quiet" role="status">{t('title')}…</p>;
  return <Loaded round={round.data} notices={notices.data ?? []} />;
}

function Loaded({ round, notices }: { readonly round: AwardRoundView; readonly notices: readonly PublicNoticeView[] }) {
  const t = useTexts(texts);
  const say = useSay();
  const tabs = [
    { key: 'result', label: t('tab_result'), content: round.decided ? <Decided round={round} /> : <Draft round={round} /> },
    { key: 'notice', label: t('tab_notice'), ...(notices.length > 0 ? { count: notices.length } : {}), content: <Notices round={round} notices={notices} /> },
    { key: 'objections', label: t('tab_objections'), ...(round.openObjections > 0 ? { count: round.openObjections } : {}), content: <Objections round={round} /> },
    { key: 'running', label: t('tab_running'), content: <Running callId={round.callId} /> },
  ];
  return <PageShell back={{ to: '/desk/awards', label: t('back') }} title={say(round.title)} reference={round.number} status={useRoundStatus(round, notices)} tabs={tabs} />;
}

/** The call's status with what the awards wait for. */
function useRoundStatus(round: AwardRoundView, notices: readonly PublicNoticeView[]): PageStatus {
  const t = useTexts(texts);
  const say = useSay();
  const word = say(round.callLabel);
  const running = notices.find(({ state }) => state === 'running');
  const may = (wanted: string) => round.moves.find(({ move }) => move === wanted)?.allowed === true;
  const decide = round.moves.find(({ move }) => move === 'decide');
  if (!round.decided) return { word, tone: decide?.allowed ? 'waiting' : 'calm', now: decide?.reason && !decide.allowed ? say(decide.reason) : t('now_decide'), who: t('who_officer') };
  if ((round.awards.proposed ?? 0) > 0) return { word, tone: 'waiting', now: t('now_announce'), who: t('who_officer') };
  if (may('confirm')) return { word, tone: 'waiting', now: t('now_confirm'), who: t('who_officer') };
  if (running) return { word, tone: 'current', now: t('now_publicity'), by: running.endsAt, who: t('who_public') };
  if ((round.awards.confirmed ?? 0) > 0) return { word, tone: 'current', now: t('now_answers'), who: t('who_winners') };
  return { word, tone: 'done', now: t('now_done') };
}
