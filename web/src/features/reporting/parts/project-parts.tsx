import { useMemo } from 'react';
import { Link } from '@tanstack/react-router';
import type { LateThingView, RoundStatisticsView } from '../../../api/index.js';
import { Empty, formatInstant, Icon, Instant, Money, StatusMark, useSay, useTexts } from '../../../ui/index.js';
import { Chart } from '../charts/chart.js';
import { paymentsOption } from '../charts/options.js';
import { texts } from '../texts.js';
import { FiguresPart } from './figures-part.js';
import { FiguresTable } from './figures-table.js';
import { isLate, lateStagesOf } from './late-mark.js';
import { StatusTable } from './status-table.js';
import { milestonesOf, projectsOf } from './table-behind.js';

interface Of {
  readonly round: RoundStatisticsView;
}

export function ProjectsPart({ round }: Of) {
  const t = useTexts(texts);
  return (
    <FiguresPart id="projects" title={t('project_states')} none={round.projects.length === 0 && { why: t('projects_none'), what: t('projects_none_do') }}>
      <StatusTable label={t('project_states')} rows={round.projects} way={(status) => projectsOf(round.callId, status)} money />
    </FiguresPart>
  );
}

export function PaymentsPart({ round }: Of) {
  const t = useTexts(texts);
  const say = useSay();
  const rows = useMemo(() => round.tranches.map((one) => ({ ...one, name: say(one.label) })), [round.tranches, say]);
  const option = useMemo(() => paymentsOption(rows.filter(({ step }) => step !== 'cancelled'), { amount: t('amount'), unit: t('wan') }), [rows, t]);
  return (
    <FiguresPart id="payments" title={t('payments')} none={round.projects.length === 0 && { why: t('projects_none'), what: t('projects_none_do') }}>
      <Chart caption={t('chart_payments')} option={option} height={200} />
      <FiguresTable
        label={t('payments')} rows={rows} rowKey={({ step }) => step}
        columns={[
          { key: 'step', title: t('step'), render: ({ name }) => name },
          { key: 'count', title: t('payments_count'), right: true, render: ({ count }) => count },
          { key: 'amount', title: t('amount'), right: true, render: ({ fen }) => <Money fen={fen} /> },
        ]}
      />
    </FiguresPart>
  );
}

export function MilestonesPart({ round }: Of) {
  const t = useTexts(texts);
  return (
    <FiguresPart id="milestones" title={t('milestones')} none={round.milestones.length === 0 && { why: t('projects_none'), what: t('projects_none_do') }}>
      <StatusTable label={t('milestones')} rows={round.milestones} way={(status) => milestonesOf(round.callId, status)} />
    </FiguresPart>
  );
}

export function EvaluationsPart({ round }: Of) {
  const t = useTexts(texts);
  const say = useSay();
  if (round.evaluations.length === 0) return null;
  return (
    <FiguresPart id="evaluations" title={t('evaluations')}>
      <FiguresTable
        label={t('evaluations')} rows={round.evaluations} rowKey={({ key }) => key}
        columns={[
          { key: 'grid', title: t('grid'), render: ({ title }) => say(title) },
          { key: 'evaluated', title: t('evaluated'), right: true, render: ({ count }) => `${count} / ${round.counts.projects}` },
          { key: 'passed', title: t('passed'), right: true, render: ({ passed }) => passed },
        ]}
      />
    </FiguresPart>
  );
}

/** Where the late thing is dealt with; a judge's sheets have no page of their own. */
function pageOf({ kind, subjectId }: LateThingView): string | null {
  if (subjectId === null) return null;
  if (kind === 'correction') return `/desk/applications/${subjectId}`;
  return kind === 'milestone' || kind === 'contract' ? `/desk/projects/${subjectId}` : null;
}

export function LatePart({ round }: Of) {
  const t = useTexts(texts);
  const say = useSay();
  const nameOf = (one: LateThingView) => {
    const page = pageOf(one);
    return page ? <Link to={page}>{one.title}</Link> : one.title;
  };
  return (
    <FiguresPart id="late" title={t('late_things')}>
      {lateStagesOf(round).map((stage) => (
        <p key={stage.key} className="late-stage tone-waiting">
          <Icon name="alert" />
          {t('late_stage_on', { stage: say(stage.title), day: stage.closesAt ? formatInstant(new Date(stage.closesAt), 'day') : '' })}
        </p>
      ))}
      {!isLate(round) ? <Empty small why={t('nothing_late')} what={t('late_none_do')} /> : null}
      {round.lateThings.length === 0 ? null : (
        <FiguresTable
          label={t('late_things')} rows={round.lateThings} rowKey={(one) => `${one.kind} ${one.subjectId ?? ''} ${one.title} ${one.dueAt} ${one.detail?.zh ?? ''}`}
          columns={[
            { key: 'what', title: t('what'), render: ({ label, count }) => <StatusMark tone="waiting" icon="alert" word={count > 1 ? `${say(label)} ${count}` : say(label)} /> },
            { key: 'whose', title: t('whose'), render: (one) => <>{nameOf(one)}<span className="sub">{[one.organisation, one.detail ? say(one.detail) : null].filter(Boolean).join(' · ')}</span></> },
            { key: 'due', title: t('due'), render: ({ dueAt }) => <Instant at={dueAt} zone={false} /> },
            { key: 'since', title: t('since'), render: ({ dueAt }) => <Instant at={dueAt} relative /> },
          ]}
        />
      )}
    </FiguresPart>
  );
}
