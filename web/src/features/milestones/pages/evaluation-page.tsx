import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { api, useCommand, type EvaluationDueView, type EvaluationTrialView, type MilestoneRow, type ProjectDetail } from '../../../api/index.js';
import { ActDialog, Empty, ErrorNote, PageShell, StatusMark, useSay, useTexts } from '../../../ui/index.js';
import '../milestones.css';
import { DemandFields, faultOf, useToday } from '../parts/demand-fields.js';
import { bodyOf, useEvaluationDraft, type EvaluationDraft } from '../parts/evaluation-draft.js';
import { verdictOf } from '../parts/evaluation-result.js';
import { GridExtras } from '../parts/grid-extras.js';
import { GridFields } from '../parts/grid-fields.js';
import type { Grid, ReachedFigure } from '../parts/grid-types.js';
import { useTrial } from '../parts/use-trial.js';
import { AFTER_WRITE, dueEvaluationsQuery, planQuery, projectQuery, rulesQuery } from '../queries.js';
import { mendingTexts } from '../texts-mending.js';
import { texts } from '../texts.js';

/** An evaluator fills in a grid and records it once. */
export default function EvaluationPage() {
  const { id = '', key = '' } = useParams({ strict: false });
  const t = useTexts(texts);
  const project = useQuery(projectQuery(id));
  const due = useQuery(dueEvaluationsQuery(id));
  const plan = useQuery(planQuery(id));
  const rules = useQuery({ ...rulesQuery(project.data?.callId ?? ''), enabled: project.data !== undefined });
  const error = project.error ?? due.error ?? plan.error ?? rules.error;
  if (error) return <article className="page"><ErrorNote error={error} onRetry={() => void Promise.all([project.refetch(), due.refetch(), plan.refetch(), rules.refetch()])} /></article>;
  if (!project.data || !due.data || !plan.data || !rules.data) return <p className="opening quiet" role="status">{t('evaluations')}…</p>;
  const grid = rules.data.rulebook.evaluations.find((one) => one.key === key);
  const state = due.data.find((one) => one.key === key);
  return <Framed project={project.data} grid={grid} state={state} plan={plan.data} />;
}

interface FramedProps {
  readonly project: ProjectDetail;
  readonly grid: Grid | undefined;
  readonly state: EvaluationDueView | undefined;
  readonly plan: readonly MilestoneRow[];
}

function Framed({ project, grid, state, plan }: FramedProps) {
  const t = useTexts(texts);
  const say = useSay();
  const against = state?.reason ? say(state.reason) : t('recorded_already');
  return (
    <PageShell
      back={{ to: `/desk/projects/${project.id}`, search: { tab: 'evaluations' }, label: t('back_project', { project: project.name }) }}
      title={grid ? say(grid.title) : t('evaluations')}
      reference={t('reference', { number: project.number, organisation: project.organisationName })}
    >
      {grid && state?.allowed ? <Form project={project} grid={grid} figures={figuresOf(project, plan)} /> : <Empty why={t('cannot')} what={against} />}
    </PageShell>
  );
}

/** What the newest accepted report says was reached, beside what was planned. */
function figuresOf({ planned }: ProjectDetail, plan: readonly MilestoneRow[]): ReachedFigure[] {
  const accepted = plan.filter(({ status, reached }) => status === 'accepted' && reached.length > 0).sort((a, b) => (a.submittedAt ?? '').localeCompare(b.submittedAt ?? ''));
  const newest = accepted.at(-1)?.reached ?? [];
  return newest.flatMap(({ key, label, count }) => {
    const goal = planned.find((one) => one.key === key)?.count;
    return goal ? [{ key, label, planned: goal, reached: count }] : [];
  });
}

interface FormProps {
  readonly project: ProjectDetail;
  readonly grid: Grid;
  readonly figures: readonly ReachedFigure[];
}

function Form({ project, grid, figures }: FormProps) {
  const [draft, change, forget] = useEvaluationDraft(project.id, grid.key);
  const trial = useTrial(project.id, grid.key, draft);
  const mending = useTexts(mendingTexts);
  return (
    <>
      <GridFields grid={grid} draft={draft} onDraft={change} trial={trial.data} figures={figures} />
      <GridExtras grid={grid} draft={draft} onDraft={change} />
      {failsOf(grid, trial.data) ? (
        <section className="grid-dimension mending open">
          <h2>{mending('title')}</h2>
          <p className="quiet">{mending('failed_lead')}</p>
          <DemandFields value={draft} tried={false} onChange={change} />
        </section>
      ) : null}
      {trial.isError ? <ErrorNote error={trial.error} onRetry={() => void trial.refetch()} /> : null}
      <Tally project={project} grid={grid} draft={draft} trial={trial.data} onRecorded={forget} />
    </>
  );
}

/** Everything is entered, and it is a mid-term evaluation that is not passed. */
const failsOf = (grid: Grid, trial: EvaluationTrialView | undefined): boolean => grid.kind === 'midterm' && trial?.complete === true && !trial.passed;

interface TallyProps {
  readonly project: ProjectDetail;
  readonly grid: Grid;
  readonly draft: EvaluationDraft;
  readonly trial: EvaluationTrialView | undefined;
  readonly onRecorded: () => void;
}

/** The running total as the server counts it, and the recording. */
function Tally({ project, grid, draft, trial, onRecorded }: TallyProps) {
  const t = useTexts(texts);
  const mending = useTexts(mendingTexts);
  const navigate = useNavigate();
  const today = useToday();
  const fails = failsOf(grid, trial);
  const fault = fails ? faultOf(draft, today) : null;
  const record = useCommand({
    run: (_: void, key) => api.evaluationsEvaluate({ path: { projectId: project.id }, body: bodyOf(grid.key, draft, fails), headers: { 'Idempotency-Key': key } }),
    refresh: AFTER_WRITE,
    onDone: () => {
      onRecorded();
      void navigate({ to: `/desk/projects/${project.id}`, search: { tab: 'evaluations' } as never });
    },
  });
  const left = trial?.faults.length ?? 0;
  const refusal = left > 0 ? t('need_all', { count: left }) : draft.opinion.trim().length < 2 ? t('need_opinion') : fault ? mending(fault) : null;
  return (
    <div className="tally no-print" role="status">
      <span>{t('running_total')}</span>
      <Count trial={trial} />
      {left > 0 ? <span className="quiet">{t('to_fill', { count: left })}</span> : null}
      <ActDialog label={t('record')} refusal={refusal} onAct={() => record.mutateAsync()}>
        <p className="tally-line">
          <Count trial={trial} />
        </p>
        <p>{t('record_follows')}</p>
        {grid.kind === 'final' ? <p>{t('record_final')}</p> : null}
        {fails ? <p>{t('record_failed')}</p> : null}
      </ActDialog>
    </div>
  );
}

function Count({ trial }: { readonly trial: EvaluationTrialView | undefined }) {
  const t = useTexts(texts);
  const say = useSay();
  if (!trial) return <span className="big">–</span>;
  return (
    <>
      <span className="big">{t('score_of', { score: trial.score })}</span>
      {trial.complete ? <StatusMark word={verdictOf(say(trial.grade), trial.passed ? t('passed') : t('failed'))} tone={trial.passed ? 'done' : 'late'} /> : null}
    </>
  );
}
