import { useMemo } from 'react';
import type { RoundStatisticsView } from '../../../api/index.js';
import { Money, useSay, useTexts } from '../../../ui/index.js';
import { Chart } from '../charts/chart.js';
import { categoriesOption, daysOption, everyDay, scoresOption } from '../charts/options.js';
import { texts } from '../texts.js';
import { FiguresPart } from './figures-part.js';
import { FiguresTable } from './figures-table.js';
import { StatusTable } from './status-table.js';
import { applicationsOf } from './table-behind.js';

interface Of {
  readonly round: RoundStatisticsView;
}

export function ApplicationsPart({ round }: Of) {
  const t = useTexts(texts);
  return (
    <FiguresPart id="applications" title={t('by_status')} none={round.applications.length === 0 && { why: t('submitted_none'), what: t('submitted_none_do') }}>
      <StatusTable label={t('by_status')} rows={round.applications} way={(status) => (status === 'draft' ? null : applicationsOf(round.callId, status))} money />
    </FiguresPart>
  );
}

export function DaysPart({ round }: Of) {
  const t = useTexts(texts);
  const option = useMemo(() => daysOption(round.perDay, { count: t('count'), sum: t('sum_so_far') }), [round.perDay, t]);
  const days = everyDay(round.perDay).filter(({ count }) => count > 0);
  return (
    <FiguresPart id="days" title={t('over_time')} none={days.length === 0 && { why: t('submitted_none'), what: t('submitted_none_do') }}>
      {days.length > 1 ? <Chart caption={t('chart_days')} option={option} /> : null}
      <FiguresTable
        label={t('over_time')} rows={days} rowKey={({ day }) => day}
        columns={[
          { key: 'day', title: t('day'), render: ({ day }) => <span className="figures">{day}</span> },
          { key: 'count', title: t('count'), right: true, render: ({ count }) => count },
          { key: 'sum', title: t('sum_so_far'), right: true, render: ({ sum }) => sum },
        ]}
      />
    </FiguresPart>
  );
}

export function CategoriesPart({ round }: Of) {
  const t = useTexts(texts);
  const say = useSay();
  const option = useMemo(
    () => categoriesOption(round.categories.map((one) => ({ ...one, name: say(one.title) })), { requested: t('requested'), awarded: t('awarded') }),
    [round.categories, say, t],
  );
  const { counts, money } = round;
  return (
    <FiguresPart id="categories" title={t('by_category')}>
      <Chart caption={t('chart_categories')} option={option} height={70 + 52 * round.categories.length} />
      <FiguresTable
        label={t('by_category')} rows={round.categories} rowKey={({ key }) => key}
        columns={[
          { key: 'category', title: t('category'), render: ({ title }) => say(title) },
          { key: 'applications', title: t('applications'), right: true, render: ({ applications }) => applications },
          { key: 'requested', title: t('requested'), right: true, render: ({ requestedFen }) => <Money fen={requestedFen} /> },
          { key: 'awards', title: t('awards'), right: true, render: ({ awards }) => awards },
          { key: 'awarded', title: t('awarded'), right: true, render: ({ awardedFen }) => <Money fen={awardedFen} /> },
        ]}
        total={[t('total'), counts.applications, <Money key="requested" fen={money.requestedFen} />, counts.awards, <Money key="awarded" fen={money.awardedFen} />]}
      />
    </FiguresPart>
  );
}

export function RefusalsPart({ round }: Of) {
  const t = useTexts(texts);
  const say = useSay();
  return (
    <FiguresPart id="refusals" title={t('refusals')} none={round.refusals.length === 0 && { why: t('refusals_none'), what: t('refusals_none_do') }}>
      <FiguresTable
        label={t('refusals')} rows={round.refusals} rowKey={({ ruleId }) => ruleId}
        columns={[
          { key: 'condition', title: t('condition'), render: ({ text }) => say(text) },
          { key: 'failed', title: t('failed'), right: true, render: ({ failed }) => failed },
          { key: 'excluded', title: t('excluded'), right: true, render: ({ excluded }) => excluded },
        ]}
      />
    </FiguresPart>
  );
}

export function ScoresPart({ round: { scores } }: Of) {
  const t = useTexts(texts);
  const option = useMemo(() => scoresOption(scores.buckets, t('count')), [scores.buckets, t]);
  return (
    <FiguresPart id="scores" title={t('scores')} none={scores.count === 0 && { why: t('scores_none'), what: t('scores_none_do') }}>
      <p className="part-lead">{t('scores_summary', { count: scores.count, highest: scores.highest ?? '—', median: scores.median ?? '—', mean: scores.mean ?? '—', lowest: scores.lowest ?? '—' })}</p>
      <Chart caption={t('chart_scores')} option={option} height={200} />
      <FiguresTable
        label={t('scores')} rows={scores.buckets} rowKey={({ from }) => String(from)}
        columns={[
          { key: 'points', title: t('points'), render: ({ from, to }) => <span className="figures">{`${from}–${to}`}</span> },
          { key: 'count', title: t('count'), right: true, render: ({ count }) => count },
        ]}
      />
    </FiguresPart>
  );
}
