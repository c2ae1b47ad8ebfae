import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import { LateThingView, RoundRowView } from './figures.view.js';

export class StatusSumView {
  @Shown() status: string;
  @ShownSentence() label: Sentence;
  @Shown({ type: 'integer' }) count: number;
  @Shown({ type: 'integer', description: '金额（分） in fen' }) fen: number;
}

/** One category: who asked for how much and who gets how much, in fen. */
export class CategoryView {
  @Shown() key: string;
  @ShownSentence() title: Sentence;
  @Shown({ type: 'integer' }) applications: number;
  @Shown({ type: 'integer' }) requestedFen: number;
  @Shown({ type: 'integer' }) awards: number;
  @Shown({ type: 'integer' }) awardedFen: number;
}

export class DayCountView {
  @Shown({ format: 'date' }) day: string;
  @Shown({ type: 'integer' }) count: number;
}

export class RuleCountView {
  @Shown() ruleId: string;
  @ShownSentence() text: Sentence;
  @Shown({ type: 'integer', description: '不符合此条的申报 applications that failed it' }) failed: number;
  @Shown({ type: 'integer', description: '其中最终未通过的 those excluded in the end' }) excluded: number;
}

export class ScoreBucketView {
  @Shown({ type: 'integer' }) from: number;
  @Shown({ type: 'integer' }) to: number;
  @Shown({ type: 'integer' }) count: number;
}

/** Final scores of the sealed ranking; decimal strings. */
export class ScoresView {
  @Shown({ type: 'integer' }) count: number;
  @Shown({ type: String, nullable: true }) lowest: string | null;
  @Shown({ type: String, nullable: true }) highest: string | null;
  @Shown({ type: String, nullable: true }) median: string | null;
  @Shown({ type: String, nullable: true }) mean: string | null;
  @Shown({ type: [ScoreBucketView] }) buckets: ScoreBucketView[];
}

/** A step of paying: tranches that have come as far, and their sum in fen. */
export class TrancheStepView {
  @Shown({ enum: ['planned', 'requested', 'prepared', 'approved', 'paid', 'cancelled'] }) step: string;
  @ShownSentence() label: Sentence;
  @Shown({ type: 'integer' }) count: number;
  @Shown({ type: 'integer' }) fen: number;
}

export class EvaluationCountView {
  @Shown() key: string;
  @ShownSentence() title: Sentence;
  @Shown({ type: 'integer' }) count: number;
  @Shown({ type: 'integer' }) passed: number;
}

/** Everything of one round in numbers, read from one state of the data. */
export class RoundStatisticsView extends RoundRowView {
  @Shown({ type: Date }) asOf: Date;
  @Shown({ type: [StatusSumView] }) applications: StatusSumView[];
  @Shown({ type: [CategoryView] }) categories: CategoryView[];
  @Shown({ type: [DayCountView] }) perDay: DayCountView[];
  @Shown({ type: [RuleCountView] }) refusals: RuleCountView[];
  @Shown({ type: ScoresView }) scores: ScoresView;
  @Shown({ type: [StatusSumView] }) awards: StatusSumView[];
  @Shown({ type: [StatusSumView] }) projects: StatusSumView[];
  @Shown({ type: [TrancheStepView] }) tranches: TrancheStepView[];
  @Shown({ type: [StatusSumView] }) milestones: StatusSumView[];
  @Shown({ type: [EvaluationCountView] }) evaluations: EvaluationCountView[];
  @Shown({ type: [LateThingView] }) lateThings: LateThingView[];
}
