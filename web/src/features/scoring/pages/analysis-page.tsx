import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { ErrorNote, PageShell, useSay, useTexts } from '../../../ui/index.js';
import { analysisTexts } from '../analysis/analysis-texts.js';
import '../analysis/analysis.css';
import { JudgesPart } from '../analysis/judges-part.js';
import { PerformancePart } from '../analysis/performance-part.js';
import { performanceTexts } from '../analysis/performance-texts.js';
import { ProjectsPart } from '../analysis/projects-part.js';
import { RecheckPart } from '../analysis/recheck-part.js';
import '../officer/officer.css';
import { analysisQuery } from '../queries.js';

/** What a sealed stage tells of its judges, whether the winners hang on one of them, and the second look. */
export default function AnalysisPage() {
  const say = useSay();
  const t = useTexts(analysisTexts);
  const performance = useTexts(performanceTexts)('tab');
  const { callId = '', stageKey = '' } = useParams({ strict: false }) as { callId?: string; stageKey?: string };
  const { data, error, refetch } = useQuery(analysisQuery(callId, stageKey));
  if (error && !data) return <div className="page"><ErrorNote error={error} onRetry={() => void refetch()} /></div>;
  if (!data) return <p className="opening quiet" role="status">{t('loading')}</p>;
  const open = data.recheck.rows.filter(({ finding }) => finding === null).length;
  const note = <p className="quiet">{t('not_counted')}</p>;
  return (
    <PageShell
      title={`${t('title')} · ${say(data.title)}`}
      reference={`${say(data.callTitle)} · ${data.callNumber}`}
      back={{ to: `/desk/scoring/${callId}/${stageKey}`, label: t('back') }}
      tabs={[
        { key: 'judges', label: t('tab_judges'), content: <>{note}{data.blocs.map((bloc) => <JudgesPart key={`${bloc.board?.key} ${bloc.key}`} analysis={data} bloc={bloc} />)}</> },
        { key: 'projects', label: t('tab_projects'), content: <>{note}{data.blocs.map((bloc) => <ProjectsPart key={`${bloc.board?.key} ${bloc.key}`} bloc={bloc} />)}</> },
        { key: 'performance', label: performance, content: <PerformancePart callId={callId} stageKey={stageKey} /> },
        { key: 'recheck', label: t('tab_recheck'), count: open, content: <RecheckPart analysis={data} stageKey={stageKey} /> },
      ]}
    />
  );
}
