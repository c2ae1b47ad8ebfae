import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Modal } from 'antd';
import { api, useCommand, type ScoringRoundView, type StageOverview } from '../../../api/index.js';
import { Empty, ErrorNote, PageShell, useSay, useTexts, type PageShellProps } from '../../../ui/index.js';
import { AssignmentTab } from '../assignment/assignment-tab.js';
import { BoardTab } from '../officer/board-tab.js';
import { analysisTexts } from '../analysis/analysis-texts.js';
import { calibrationTexts } from '../calibration/calibration-texts.js';
import { blindFilesTexts } from '../officer/blind-files-texts.js';
import { BlindFilesTab } from '../officer/blind-files-tab.js';
import { CorrectionsTab } from '../officer/corrections-tab.js';
import { correctionsTexts } from '../officer/corrections-texts.js';
import { CalibrationTab } from '../officer/calibration-tab.js';
import { ConflictsTab } from '../officer/conflicts-tab.js';
import { GapsTab } from '../officer/gaps-tab.js';
import { officerTexts } from '../officer/officer-texts.js';
import '../officer/officer.css';
import { LocksTab } from '../officer/locks-tab.js';
import { OutsideTab } from '../officer/outside-tab.js';
import { PanelsTab } from '../officer/panels-tab.js';
import { ReadingsTab } from '../officer/readings-tab.js';
import { readingsTexts } from '../officer/readings-texts.js';
import { STAGE_TONES } from '../officer/stage-line.js';
import { PaperTab } from '../paper/paper-tab.js';
import { paperTexts } from '../paper/paper-texts.js';
import { outsideQuery, progressQuery, roundQuery, tiesQuery } from '../queries.js';
import { TiesTab } from '../ties/ties-tab.js';
import { tiesTexts } from '../ties/ties-texts.js';

/** One stage of judging: its panels, its progress, its conflicts, and its sealing. */
export default function StagePage() {
  const t = useTexts(officerTexts);
  const { callId = '', stageKey = '' } = useParams({ strict: false }) as { callId?: string; stageKey?: string };
  const { data: round, error, refetch } = useQuery({ ...roundQuery(callId), refetchInterval: 30_000 });
  const stage = round?.stages.find(({ key }) => key === stageKey);
  if (error && !round) return <div className="page"><ErrorNote error={error} onRetry={() => void refetch()} /></div>;
  if (round && !stage) return <div className="page"><Empty why={t('stage_absent')} what={t('stage_absent_what')} /></div>;
  if (!round || !stage) return <p className="opening quiet" role="status">{t('loading')}</p>;
  return <Stage round={round} stage={stage} />;
}

interface StageProps {
  readonly round: ScoringRoundView;
  readonly stage: StageOverview;
}

function Stage({ round, stage }: StageProps) {
  const say = useSay();
  const t = useTexts(officerTexts);
  const { action, trouble, holder } = useStageAction({ round, stage });
  const tabs = useStageTabs({ round, stage });
  const analysis = useTexts(analysisTexts)('link');
  return (
    <PageShell
      title={say(stage.title)}
      reference={`${say(round.title)} · ${round.number}`}
      back={{ to: `/desk/scoring/${round.callId}`, label: t('back_round') }}
      status={{
        word: t(`s_${stage.status}`), tone: STAGE_TONES[stage.status], now: t(`now_${stage.status}`), who: stage.status === 'open' ? t('with_judges') : t('with_you'),
        ...(stage.closesAt && stage.status !== 'sealed' ? { by: stage.closesAt } : {}),
      }}
      {...(action ? { action } : {})}
      tabs={tabs}
    >
      {holder}
      {trouble ? <ErrorNote error={trouble} /> : null}
      {stage.status === 'sealed' ? (
        <p className="stage-links">
          <Link to="/desk/scoring/$callId/$stageKey/analysis" params={{ callId: round.callId, stageKey: stage.key } as never} className="button">
            {analysis}
          </Link>
        </p>
      ) : null}
    </PageShell>
  );
}

/** Everything about the stage, as far as it has come. */
function useStageTabs({ round, stage }: StageProps): PageShellProps['tabs'] {
  const t = useTexts(officerTexts);
  const progress = useQuery(progressQuery(round.callId, stage.key)).data;
  const sources = useQuery(outsideQuery(round.callId)).data?.sources.length ?? 0;
  const more = { calibration: useTexts(calibrationTexts)('tab'), readings: useTexts(readingsTexts)('tab'), paper: useTexts(paperTexts)('tab') };
  const [blindTabs, correctionTabs] = [useBlindTabs({ round, stage }), useCorrectionTabs({ round, stage })];
  const common = { callId: round.callId, stageKey: stage.key, mine: round.mine };
  const begun = stage.status !== 'waiting';
  const ties = useTiesTab(round.callId, stage.last && begun);
  return [
    ...(!begun ? [] : [{ key: 'board', label: t('tab_board'), content: <BoardTab {...common} closesAt={stage.closesAt} /> }]),
    { key: 'panels', label: t('tab_panels'), content: <PanelsTab {...common} stage={stage} /> },
    { key: 'paper', label: more.paper, content: <PaperTab callId={round.callId} stage={stage} mine={round.mine} /> },
    { key: 'assignment', label: t('tab_assignment'), content: <AssignmentTab callId={round.callId} mine={round.mine} stage={stage} /> },
    { key: 'conflicts', label: t('tab_conflicts'), count: stage.unsure, content: <ConflictsTab {...common} open={stage.status === 'open'} /> },
    ...(!begun ? [] : [{ key: 'locks', label: t('tab_locks'), content: <LocksTab callId={round.callId} stageKey={stage.key} /> }]),
    { key: 'calibration', label: more.calibration, content: <CalibrationTab {...common} mine={round.mine && stage.status !== 'sealed'} /> },
    ...(!begun ? [] : [{ key: 'readings', label: more.readings, content: <ReadingsTab {...common} mine={round.mine && stage.status !== 'sealed'} /> }]),
    ...blindTabs,
    ...correctionTabs,
    ...(sources > 0 ? [{ key: 'outside', label: t('tab_outside'), content: <OutsideTab callId={round.callId} mine={round.mine} /> }] : []),
    ...ties,
    ...(stage.status === 'open' ? [{ key: 'gaps', label: t('tab_gaps'), count: progress?.gaps.length ?? stage.gaps, content: <GapsTab {...common} /> }] : []),
  ];
}

/** How many sets of equals no lot and no committee has settled; only the final ranking is settled. */
function useOpenTies(callId: string, shown: boolean): number {
  const { data } = useQuery({ ...tiesQuery(callId), enabled: shown });
  return data?.ties.filter(({ decision }) => decision?.state !== 'settled').length ?? 0;
}

function useTiesTab(callId: string, shown: boolean): NonNullable<PageShellProps['tabs']> {
  const label = useTexts(tiesTexts)('tab');
  const open = useOpenTies(callId, shown);
  return shown ? [{ key: 'ties', label, count: open, content: <TiesTab callId={callId} /> }] : [];
}

function useBlindTabs({ round, stage }: StageProps): { key: string; label: string; content: React.ReactNode }[] {
  const label = useTexts(blindFilesTexts)('tab');
  if (stage.status === 'waiting' || !stage.blocs.some(({ blind, kind }) => blind !== 'open' && kind !== 'external')) return [];
  return [{ key: 'files', label, content: <BlindFilesTab callId={round.callId} stageKey={stage.key} mine={round.mine && stage.status === 'open'} /> }];
}

function useCorrectionTabs({ round, stage }: StageProps): { key: string; label: string; content: React.ReactNode }[] {
  const label = useTexts(correctionsTexts)('tab');
  return stage.status === 'sealed' ? [{ key: 'corrections', label, content: <CorrectionsTab callId={round.callId} stageKey={stage.key} mine={round.mine} /> }] : [];
}

/** Begin, then seal, then the ranking: one primary action at a time. */
function useStageAction({ round, stage }: StageProps): { action: PageShellProps['action'] | null; trouble: Error | null; holder: React.ReactNode } {
  const say = useSay();
  const t = useTexts(officerTexts);
  const navigate = useNavigate();
  const [modal, holder] = Modal.useModal();
  const path = { callId: round.callId, stageKey: stage.key };
  const toRanking = () => void navigate({ to: stage.last ? `/desk/scoring/${round.callId}/ranking` : `/desk/scoring/${round.callId}/${stage.key}/ranking` });
  const begin = useCommand<void, unknown>({ run: (_, key) => api.scoringBegin({ path, headers: { 'Idempotency-Key': key } }), refresh: [['scoring']] });
  const seal = useCommand<void, unknown>({ run: (_, key) => api.scoringSeal({ path, headers: { 'Idempotency-Key': key } }), refresh: [['scoring']], onDone: toRanking });
  const title = say(stage.title);
  const ties = useOpenTies(round.callId, stage.last && stage.status === 'open');
  const shared = useTexts(tiesTexts)('seal_shared', { count: ties });
  const ask = (question: string, content: string, okText: string, run: () => Promise<unknown>) =>
    void modal.confirm({ title: question, content, okText, cancelText: t('cancel'), onOk: () => run().catch(() => {}) });
  const actions: Record<StageOverview['status'], PageShellProps['action'] | null> = {
    waiting: round.mine ? { label: t('begin'), refusal: stage.begin.reason && say(stage.begin.reason), busy: begin.isPending, onAct: () => ask(t('begin_confirm', { stage: title }), t('begin_what'), t('begin'), () => begin.mutateAsync()) } : null,
    open: round.mine ? { label: t('seal'), icon: 'lock', refusal: stage.seal.reason && say(stage.seal.reason), busy: seal.isPending, onAct: () => ask(t('seal_confirm', { stage: title }), [t('seal_what'), ties > 0 ? shared : '', stage.last ? t('seal_last') : ''].filter(Boolean).join(' '), t('seal'), () => seal.mutateAsync()) } : null,
    sealed: { label: stage.last ? t('see_ranking') : t('stage_ranking'), icon: 'list', onAct: toRanking },
  };
  return { action: actions[stage.status], trouble: begin.error ?? seal.error, holder };
}
