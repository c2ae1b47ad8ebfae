import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';

/** What an officer wrote of a judge after a stage. */
export class PerformanceRecordView {
  @Shown({ description: '百分制 of 100' }) score: number;
  @Shown({ description: '查实的投诉 complaints found true' }) complaints: number;
  @Shown() note: string;
  @Shown() recordedBy: string;
  @Shown() recordedAt: Date;
}

/** One judge of a sealed stage: what she did there in figures, and the record of it. */
export class JudgePerformanceView {
  @Shown() accountId: string;
  @Shown() alias: string;
  @Shown() name: string;
  @Shown({ description: '应评份数 sheets due' }) due: number;
  @Shown() submitted: number;
  @Shown() recused: number;
  /** Sheets handed in after the end of judging; null where the stage has none. */
  @Shown({ nullable: true, type: Number }) late: number | null;
  @Shown({ nullable: true, type: Number, description: '偏严为负，偏宽为正 negative: harsher than the others' }) severity: number | null;
  @Shown({ nullable: true, type: Number, description: '分数离散 how widely she marks' }) spread: number | null;
  @Shown({ nullable: true, type: Number, description: '与其他评委排序的一致 agreement with the others' }) agreement: number | null;
  @Shown({ nullable: true, type: PerformanceRecordView }) record: PerformanceRecordView | null;
}

export class PerformancesView {
  @Shown({ nullable: true, type: String, description: '封存后两个工作日内 two working days after the sealing' }) dueBy: string | null;
  @Shown() mine: boolean;
  @ShownSentence() rule: Sentence;
  @Shown({ type: [JudgePerformanceView] }) judges: JudgePerformanceView[];
}
