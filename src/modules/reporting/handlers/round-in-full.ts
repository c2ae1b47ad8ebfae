import { Injectable } from '@nestjs/common';
import { say, type Sentence } from '#libs/errors';
import { applicationLifecycle } from '#modules/applications';
import { awardLifecycle } from '#modules/awards';
import { milestoneLifecycle } from '#modules/milestones';
import { projectLifecycle } from '#modules/projects';
import { BUCKET_POINTS, DetailsStore } from '../store/details.store.js';
import type { StatusSum } from '../store/figures.store.js';
import { LateStore } from '../store/late.store.js';
import type { RoundRow } from '../store/round.store.js';
import { CountRounds, fenOf, HELD, tallyOf, type CountedRound } from './count-rounds.js';
import { LateThingView } from './figures.view.js';
import type { CategoryView, EvaluationCountView, RoundStatisticsView, ScoresView, StatusSumView, TrancheStepView } from './statistics.view.js';

/** More late things than this are counted and not listed. */
const MOST_LATE = 100;

/** One round with everything that is counted of it. The caller has judged who reads, and holds the data still. */
@Injectable()
export class RoundInFull {
  constructor(
    private readonly counting: CountRounds,
    private readonly details: DetailsStore,
    private readonly late: LateStore,
  ) {}

  async run(round: RoundRow, now: Date): Promise<RoundStatisticsView> {
    const [counted] = await this.counting.run([round], now);
    const { row, sums } = counted!;
    return {
      ...row, asOf: now,
      applications: statuses(sums.applications, (status) => applicationLifecycle.label(status as never)),
      categories: categoriesOf(counted!),
      perDay: await this.details.perDay(round.id),
      refusals: (await this.details.refusals(round.id)).map((one) => ({ ...one, text: round.rules.find(({ id }) => id === one.ruleId)?.text ?? say(one.ruleId, one.ruleId) })),
      scores: await this.scores(round.id),
      awards: statuses(sums.awards, (status) => awardLifecycle.label(status as never)),
      projects: statuses(sums.projects, (status) => projectLifecycle.label(status as never)),
      tranches: steps(sums.tranches),
      milestones: statuses(sums.milestones, (status) => milestoneLifecycle.label(status as never)),
      evaluations: evaluationsOf(counted!),
      lateThings: (await this.late.list(round.id, now, MOST_LATE)).map((one) => LateThingView.of(one)),
    };
  }

  private async scores(callId: string): Promise<ScoresView> {
    const summary = await this.details.scoreSummary(callId);
    const buckets = (await this.details.scores(callId)).map(({ from, count }) => ({ from, to: from + BUCKET_POINTS, count }));
    return { ...summary, buckets };
  }
}

/** Every grid of the rulebook, also one by which nobody was evaluated yet. */
function evaluationsOf({ round, evaluations }: CountedRound): EvaluationCountView[] {
  return round.evaluations.map(({ key, title }) => {
    const found = evaluations.find((one) => one.key === key);
    return { key, title, count: found?.count ?? 0, passed: found?.passed ?? 0 };
  });
}

/** In the order of their counts, the largest first. */
function statuses(rows: readonly StatusSum[], label: (status: string) => Sentence): StatusSumView[] {
  return Object.entries(tallyOf(rows)).map(([status, count]) => ({ status, label: label(status), count: count!, fen: fenOf(rows, 'fen', status) })).sort((a, b) => b.count - a.count);
}

function categoriesOf({ round, sums }: CountedRound): CategoryView[] {
  const asked = sums.applications.filter(({ status }) => status !== 'draft' && status !== 'withdrawn');
  const held = sums.awards.filter(({ status }) => HELD.includes(status));
  const sum = (rows: readonly StatusSum[], categoryKey: string, column: 'count' | 'fen') => rows.filter((row) => row.categoryKey === categoryKey).reduce((total, row) => total + row[column], 0);
  return round.categories.map(({ key, title }) => ({
    key, title, applications: sum(asked, key, 'count'), requestedFen: sum(asked, key, 'fen'), awards: sum(held, key, 'count'), awardedFen: sum(held, key, 'fen'),
  }));
}

const STEPS: readonly (readonly [step: string, label: Sentence, column: 'fen' | 'payFen', statuses: readonly string[]])[] = [
  ['planned', say('计划中', 'Planned'), 'fen', ['planned']],
  ['requested', say('已申请', 'Requested'), 'fen', ['requested']],
  ['prepared', say('待审批', 'To be approved'), 'payFen', ['prepared']],
  ['approved', say('待支付', 'To be paid'), 'payFen', ['approved']],
  ['paid', say('已支付', 'Paid'), 'payFen', ['paid', 'acknowledged']],
  ['cancelled', say('已取消', 'Cancelled'), 'fen', ['cancelled']],
];

/** Every step, also an empty one: the way of the money is read from left to right. */
function steps(rows: readonly StatusSum[]): TrancheStepView[] {
  return STEPS.map(([step, label, column, of]) => ({
    step, label, count: rows.filter(({ status }) => of.includes(status)).reduce((sum, { count }) => sum + count, 0), fen: fenOf(rows, column, ...of),
  }));
}
