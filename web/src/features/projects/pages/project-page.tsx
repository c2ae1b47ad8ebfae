import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { holdsOneOf, useSession, type ProjectDetail } from '../../../api/index.js';
import { ErrorNote, type Marks, PageShell, type PageShellProps, type PageTab, useMarks, useRecordTabs, useSay, useTexts } from '../../../ui/index.js';
import { Overview } from '../parts/overview.js';
import { History } from '../parts/history.js';
import { nowOf, type ProjectNow } from '../project-now.js';
import { contractsQuery, mendingQuery, plannedQuery, projectQuery } from '../queries.js';
import { toneOf } from '../statuses.js';
import { texts } from '../texts.js';

/** One project, for everybody who has to do with it. */
export default function ProjectPage() {
  const { id = '' } = useParams({ strict: false });
  const t = useTexts(texts);
  const project = useQuery(projectQuery(id));
  if (project.isError && !project.data) return <article className="page"><ErrorNote error={project.error} onRetry={() => void project.refetch()} /></article>;
  if (!project.data) return <p className="opening quiet" role="status">{t('title')}…</p>;
  return <Loaded project={project.data} />;
}

function Loaded({ project }: { readonly project: ProjectDetail }) {
  const t = useTexts(texts);
  const say = useSay();
  const others = useRecordTabs('project', project.id);
  const now = useNow(project);
  const action = useAction(now);
  const tabs: PageTab[] = [
    { key: 'overview', label: t('overview'), content: <Overview project={project} /> },
    ...others,
    { key: 'history', label: t('history'), content: <History steps={project.history} /> },
  ];
  return (
    <PageShell
      back={{ to: '/desk/projects', label: t('all') }}
      title={project.name}
      reference={[t('reference', { number: project.number }), project.organisationName, say(project.callTitle)].join(' · ')}
      status={{ word: say(project.label), tone: toneOf(project.status), ...useStatusWords(project, now) }}
      tabs={tabs}
      {...(action ? { action } : {})}
    />
  );
}

function useNow(project: ProjectDetail): ProjectNow | null {
  const contracts = useQuery(contractsQuery(project.id));
  const milestones = useQuery(plannedQuery(project.id));
  const orders = useQuery({ ...mendingQuery(project.id), enabled: project.status === 'rectifying' });
  const needed = project.status === 'opened' ? [contracts] : [milestones, orders];
  // A reader who may not see what it rests on, or whose request failed, is told the status alone instead of a guess.
  if (needed.some((query) => query.isLoading || query.isError)) return null;
  return nowOf(project, contracts.data ?? [], milestones.data ?? [], orders.data ?? []);
}

/** What happens now, by when, and in whose hands. */
function useStatusWords(project: ProjectDetail, now: ProjectNow | null): { now?: string; by?: string; who?: string } {
  const t = useTexts(texts);
  const say = useSay();
  const marks = useMarks();
  if (!now) return {};
  const what = t(now.key as 'now_owed', { title: now.title ? say(now.title) : '' });
  const because = project.stoppedReason ? t('stopped_because', { reason: project.stoppedReason }) : '';
  return { now: [what, because].filter(Boolean).join(marks.stop), ...(now.by ? { by: now.by } : {}), ...(now.who ? { who: whoOf(now, project, { t, say, marks }) } : {}) };
}

interface Words {
  readonly t: ReturnType<typeof useTexts<(typeof texts)['texts']>>;
  readonly say: ReturnType<typeof useSay>;
  readonly marks: Marks;
}

function whoOf(now: ProjectNow, project: ProjectDetail, { t, say, marks }: Words): string {
  switch (now.who) {
    case 'parties':
      return (now.parties ?? []).map((party) => say(party)).join(marks.semicolon);
    case 'officer':
      return t('who_officer');
    case 'evaluator':
      return t('who_evaluator');
    case 'finance':
      return t('who_finance');
    default:
      return project.organisationName;
  }
}

type Holds = (role: 'officer' | 'applicant' | 'evaluator') => boolean;

/** The one next step of the person who reads, when it is hers. */
function useAction(now: ProjectNow | null): PageShellProps['action'] | null {
  const t = useTexts(texts);
  const say = useSay();
  const session = useSession();
  const navigate = useNavigate();
  if (!now || !session) return null;
  const holds: Holds = (role) => holdsOneOf(session.account, [role]);
  const toTab = (tab: string) => ({ onAct: () => void navigate({ to: '.', search: { tab } as never }) });
  if ((now.key === 'now_opened' || now.key === 'now_declined') && holds('officer')) return { label: t('do_draw_up'), ...toTab('contract') };
  if (now.key === 'now_issued' && now.yours) return { label: t('do_accept'), ...toTab('contract') };
  const mending = mendingAction(now, holds);
  if (mending) return { label: t(mending), ...toTab('milestones') };
  if (!now.milestone) return null;
  const toReport = { onAct: () => void navigate({ to: `/desk/milestones/${now.milestone?.id}` }) };
  const label = reportAction(now, holds);
  return label ? { label: t(label, { title: say(now.milestone.title) }), ...toReport } : null;
}

function mendingAction({ key }: ProjectNow, holds: Holds): 'do_mend' | 'do_examine' | null {
  if (key === 'now_mend' || key === 'now_mend_late') return holds('applicant') ? 'do_mend' : null;
  return key === 'now_mended' && (holds('officer') || holds('evaluator')) ? 'do_examine' : null;
}

function reportAction({ key, who }: ProjectNow, holds: Holds): 'do_decide' | 'do_report' | null {
  if (key === 'now_submitted') return holds(who === 'evaluator' ? 'evaluator' : 'officer') ? 'do_decide' : null;
  return holds('applicant') ? 'do_report' : null;
}
