import { say, tell, type Facts, type Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import { ReachView, type ProjectView } from '#modules/projects';
import { MILESTONE_STATUSES, type Milestone } from '../domain/milestone.js';
import { milestoneLifecycle } from '../domain/milestone.lifecycle.js';
import { OVER } from '../domain/readiness.js';
import { ReportReopeningView } from './reopening.view.js';

export const filled = (sentence: Sentence, facts: Facts = {}): Sentence => say(tell(sentence, facts, 'zh'), tell(sentence, facts, 'en'));

export class MilestoneRow {
  @Shown() id: string;
  @Shown() projectId: string;
  @Shown() projectNumber: string;
  @Shown() projectName: string;
  @Shown() organisationName: string;
  @Shown() callId: string;
  @Shown() key: string;
  @ShownSentence() title: Sentence;
  @Shown({ enum: MILESTONE_STATUSES }) status: string;
  @ShownSentence() label: Sentence;
  @Shown() dueOn: string;
  @Shown({ description: '仍须提交 still to be handed in; false once the project is over' }) owed: boolean;
  @Shown({ description: '已过期未交 past its day and not handed in' }) late: boolean;
  @Shown({ enum: ['operator', 'funder', 'evaluator'], description: '由谁验收 who accepts it' }) acceptedBy: string;
  @Shown({ nullable: true, type: Date }) submittedAt: Date | null;
  @Shown({ nullable: true, type: Date }) decidedAt: Date | null;
  @Shown({ nullable: true, type: String }) reason: string | null;
  @Shown({ description: '自项目开始累计支出（分） spent since the beginning, in fen' }) spentFen: number;
  @Shown({ type: [ReachView], description: '自项目开始累计 reached since the beginning' }) reached: ReachView[];
  @Shown() version: number;

  static of(milestone: Milestone, project: Pick<ProjectView, 'number' | 'name' | 'organisationName' | 'status'>, today: string): MilestoneRow {
    const { id, projectId, callId, key, title, status, dueOn, acceptedBy, submittedAt, decidedAt, reason, spentFen, report, version } = milestone;
    const owed = (status === 'planned' || status === 'returned') && !OVER.includes(project.status);
    const late = owed && dueOn < today;
    return {
      id, projectId, projectNumber: project.number, projectName: project.name, organisationName: project.organisationName, callId, key, title, status,
      label: milestoneLifecycle.label(status), dueOn, owed, late, acceptedBy, submittedAt, decidedAt, reason, spentFen, reached: ReachView.of(report.reached ?? {}), version,
    };
  }
}

export class MilestonePage {
  @Shown({ type: [MilestoneRow] }) items: MilestoneRow[];
  @Shown({ required: false, type: String }) next?: string;
  @Shown({ type: 'object', additionalProperties: { type: 'integer' }, description: '各状态数目 how many stand in each status' }) counts: Record<string, number>;
}

export class EvidenceFileView {
  @Shown() id: string;
  @Shown() name: string;
  @Shown() bytes: number;
}

/** Files of one kind. */
export class EvidenceView {
  @Shown() kind: string;
  @ShownSentence() title: Sentence;
  @Shown() required: boolean;
  @Shown({ type: [EvidenceFileView] }) files: EvidenceFileView[];
}

/** One cost category: planned, reported before, and reported here; amounts in fen from the project's beginning. */
export class SpendingView {
  @Shown() category: string;
  @ShownSentence() title: Sentence;
  @Shown() budgetFen: number;
  @Shown({ nullable: true, type: Number, description: '上一次报告的累计数 as the report before said' }) beforeFen: number | null;
  @Shown({ nullable: true, type: Number }) amountFen: number | null;
}

export class ReachedView {
  @Shown() key: string;
  @ShownSentence() label: Sentence;
  @Shown({ nullable: true, type: Number }) planned: number | null;
  @Shown({ nullable: true, type: Number }) before: number | null;
  @Shown({ nullable: true, type: Number }) reached: number | null;
}

/** A move, allowed or with the reason against it. */
export class MilestoneMoveView {
  @Shown({ enum: ['submit', 'accept', 'return', 'reopen'] }) move: string;
  @ShownSentence() label: Sentence;
  @Shown() allowed: boolean;
  @ShownSentence({ required: false }) reason?: Sentence;
}

/** Whether the reader may ask for the report now, and why not. */
export class ReminderView {
  @Shown({ nullable: true, type: Date, description: '最近一次催交 when it was last asked for' }) sentAt: Date | null;
  @ShownSentence({ nullable: true, description: '现在不能催交的原因 why it cannot be asked for now' }) refusal: Sentence | null;
}

export class MilestoneDetail extends MilestoneRow {
  @Shown() narrative: string;
  @Shown({ description: '须有文字说明 a narrative is owed' }) narrativeRequired: boolean;
  @Shown({ type: [ReachedView] }) reach: ReachedView[];
  @Shown({ type: [SpendingView] }) spending: SpendingView[];
  @Shown({ type: [EvidenceView] }) evidence: EvidenceView[];
  @Shown({ type: [String] }) evidenceKinds: string[];
  @ShownSentence({ isArray: true, description: '尚缺材料 what is lacking' }) lacking: Sentence[];
  @Shown({ nullable: true, type: String, description: '验收人 who decided' }) decidedBy: string | null;
  @Shown({ description: '可以填写 whether the reader may write it now' }) writable: boolean;
  @Shown({ type: [MilestoneMoveView] }) moves: MilestoneMoveView[];
  @Shown({ type: [ReportReopeningView], description: '撤销验收的申请，由远及近 requests to take the acceptance back, oldest first' }) reopenings: ReportReopeningView[];
  @Shown({ type: ReminderView, nullable: true, description: '逾期未交时的催交；不由读者催交时为空 for staff while it is late, else null' }) reminder: ReminderView | null;
}
