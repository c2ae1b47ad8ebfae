import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import { LATE, type LateKind } from '../domain/late.js';
import type { StageFigures } from '../domain/stage-line.js';
import type { StageState } from '../domain/stage-rules.js';
import type { LateCount, LateRow } from '../store/late.store.js';

/** One number and what it counts; `key` names the table behind it. */
export class FigureView {
  @Shown({ example: 'applications.submitted' }) key: string;
  @ShownSentence() label: Sentence;
  @Shown({ type: 'integer' }) count: number;
  @Shown({ type: 'integer', nullable: true, description: '共多少；没有时为空 out of how many' }) of: number | null;
}

/** One stage on the line of the round. */
export class RoundStageView {
  @Shown() key: string;
  @Shown() kind: string;
  @ShownSentence() title: Sentence;
  @Shown({ type: Date, nullable: true }) opensAt: Date | null;
  @Shown({ type: Date, nullable: true }) closesAt: Date | null;
  @Shown({ enum: ['done', 'current', 'ahead'] }) state: StageState;
  @Shown({ description: '已过截止时间且未完成 its end has passed and it is not done' }) late: boolean;
  @Shown({ type: [FigureView] }) figures: FigureView[];

  static of({ figures, ...stage }: StageFigures): RoundStageView {
    return { ...stage, figures: figures.map((figure) => ({ ...figure })) };
  }
}

export class RoundDateView {
  @ShownSentence() label: Sentence;
  @Shown({ type: Date }) at: Date;
}

/** How many things of one kind are late. */
export class LateCountView {
  @Shown({ enum: ['correction', 'sheets', 'objection', 'contract', 'milestone'] }) kind: LateKind;
  @ShownSentence() label: Sentence;
  @Shown({ type: 'integer' }) count: number;
  @Shown({ type: Date, description: '其中最早的期限 the oldest of their dates' }) oldest: Date;

  static of({ kind, count, oldest }: LateCount): LateCountView {
    return { kind, label: LATE[kind], count, oldest };
  }
}

/** One late thing, with what leads to it. */
export class LateThingView {
  @Shown({ enum: ['correction', 'sheets', 'objection', 'contract', 'milestone'] }) kind: LateKind;
  @ShownSentence() label: Sentence;
  @Shown({ type: String, nullable: true, description: '所属申报、项目或异议 the application, project or objection' }) subjectId: string | null;
  @Shown() title: string;
  @Shown({ type: String, nullable: true }) organisation: string | null;
  @ShownSentence({ nullable: true }) detail: Sentence | null;
  @Shown({ type: 'integer' }) count: number;
  @Shown({ type: Date }) dueAt: Date;

  static of({ kind, subjectId, title, organisation, detail, count, dueAt }: LateRow): LateThingView {
    return { kind, label: LATE[kind], subjectId, title, organisation, detail, count, dueAt };
  }
}

/** The money of a round, in fen. */
export class RoundMoneyFigures {
  @Shown({ type: 'integer', description: '资金总额 the pool' }) poolFen: number;
  @Shown({ type: 'integer', description: '申请金额 asked for' }) requestedFen: number;
  @Shown({ type: 'integer', description: '拟立项与已立项金额 awarded, proposals included' }) awardedFen: number;
  @Shown({ type: 'integer', description: '已到账 received' }) receivedFen: number;
  @Shown({ type: 'integer', description: '已支付 paid' }) paidFen: number;
  @Shown({ type: 'integer', description: '已退回 came back' }) returnedFen: number;
}

/** What a round has come to, in five numbers. */
export class RoundCounts {
  @Shown({ type: 'integer', description: '已提交的申报 submitted applications' }) applications: number;
  @Shown({ type: 'integer', description: '资格审查通过 admitted' }) admitted: number;
  @Shown({ type: 'integer', description: '拟立项与已立项 awards, proposals included' }) awards: number;
  @Shown({ type: 'integer', description: '项目 projects' }) projects: number;
  @Shown({ type: 'integer', description: '已结项 completed projects' }) completed: number;
}

/** One round: where it stands, what comes next, what is late. */
export class RoundRowView {
  @Shown() callId: string;
  @Shown() number: string;
  @ShownSentence() title: Sentence;
  @Shown() programmeId: string;
  @ShownSentence() programmeTitle: Sentence;
  @Shown() status: string;
  @ShownSentence() label: Sentence;
  @Shown({ type: Date }) opensAt: Date;
  @Shown({ type: Date }) closesAt: Date;
  @Shown({ type: RoundDateView, nullable: true }) next: RoundDateView | null;
  @Shown({ type: [RoundStageView] }) line: RoundStageView[];
  @Shown({ type: RoundCounts }) counts: RoundCounts;
  @Shown({ type: RoundMoneyFigures }) money: RoundMoneyFigures;
  @Shown({ type: [LateCountView] }) late: LateCountView[];
  @Shown({ type: 'integer', description: '逾期事项合计 everything that is late' }) lateTotal: number;
}

export class RoundPage {
  @Shown({ type: [RoundRowView] }) items: RoundRowView[];
  @Shown({ type: String, required: false }) next?: string;
}
