import type { Sentence } from '#libs/errors';
import { Shown, ShownAs, ShownSentence } from '#libs/http';
import type { Criterion, Question } from '#modules/calls';
import type { Entries } from '../domain/check-sheet.js';
import type { ScoreSheet } from '../domain/score-sheet.js';

const CONFLICT = { nullable: true, type: String, enum: ['none', 'has', 'unsure'] };
const STATUS = { nullable: true, type: String, enum: ['draft', 'submitted', 'abstained', 'void'] };
const ENTRIES = {
  type: 'object' as const,
  additionalProperties: {
    type: 'object' as const,
    properties: { points: { type: ['string', 'null'] as unknown as 'string' }, reason: { type: 'string' as const } },
    required: ['points'],
  },
};
const ANSWER = [{ type: 'string' }, { type: 'number' }, { type: 'array', items: {} }, { type: 'object', additionalProperties: true }];
const CRITERIA = { type: 'array' as const, items: { $ref: '#/components/schemas/RulebookCriterion' }, description: '评分指标 the criteria' };

/** One application in a judge's queue. */
export class TaskView {
  @Shown() seatId: string;
  @Shown() applicationId: string;
  /** The number where judging is blind, else the project's name. */
  @Shown() name: string;
  @Shown({ nullable: true, type: String }) number: string | null;
  @Shown(CONFLICT) conflict: string | null;
  @Shown(STATUS) status: string | null;
  @Shown({ nullable: true, type: Date }) savedAt: Date | null;
  @Shown({ nullable: true, type: Date }) submittedAt: Date | null;
  /** Whether it can be scored at this moment. */
  @Shown() open: boolean;
}

/** What one seat has to judge. */
export class QueueView {
  @Shown() seatId: string;
  @Shown() callId: string;
  @ShownSentence() callTitle: Sentence;
  @Shown() stageKey: string;
  @ShownSentence() stageTitle: Sentence;
  @ShownSentence() blocTitle: Sentence;
  @Shown({ enum: ['open', 'single', 'double'] }) blind: string;
  @Shown() live: boolean;
  @Shown({ description: '用排序投票 whether it votes by ranked ballot' }) ballot: boolean;
  @Shown({ enum: ['waiting', 'open', 'sealed'] }) stage: string;
  @Shown({ nullable: true, type: String }) closesAt: string | null;
  @Shown() submitted: number;
  @Shown({ description: '应评份数（不含回避） sheets due, without those stepped aside from' }) due: number;
  @Shown({ type: [TaskView] }) tasks: TaskView[];
}

export class SheetView {
  @Shown() seatId: string;
  @Shown() applicationId: string;
  @Shown() version: number;
  @Shown(STATUS) status: string | null;
  @Shown(ENTRIES) entries: Entries;
  @Shown() comment: string;
  /** How sure she is, 1 to 3; it never counts. */
  @Shown({ nullable: true, type: Number }) confidence: number | null;
  @Shown({ nullable: true, type: Date }) savedAt: Date | null;
  @Shown({ nullable: true, type: Date }) submittedAt: Date | null;
  /** The judge's receipt: what it commits to can be proved later, and tells nothing now. */
  @Shown({ nullable: true, type: String }) commitment: string | null;

  static of(seatId: string, applicationId: string, sheet: ScoreSheet | null): SheetView {
    if (!sheet) return { seatId, applicationId, version: 0, status: null, entries: {}, comment: '', confidence: null, savedAt: null, submittedAt: null, commitment: null };
    const { version, status, entries, comment, confidence, savedAt, submittedAt, commitment } = sheet;
    return { seatId, applicationId, version, status, entries, comment, confidence, savedAt, submittedAt, commitment };
  }
}

/** A file of the application, to be opened beside the sheet. */
export class JudgedFileView {
  @Shown() id: string;
  @Shown() name: string;
  @Shown() mediaType: string;
  @Shown() bytes: number;
  @Shown({ description: '可否打开 whether it may leave quarantine' }) openable: boolean;
  @ShownSentence() scanLabel: Sentence;
  @ShownSentence({ nullable: true, description: '盲评中为何不显示 why a blind judge does not read it' }) withheld: Sentence | null;
}

/** One answer with the question that gives it its shape. */
export class JudgedAnswerView {
  @ShownAs('RulebookQuestion') question: Question;
  @Shown({ oneOf: ANSWER, description: '按题型 its shape follows from the kind of the question' }) answer: unknown;
  @Shown({ type: [JudgedFileView], description: '文件题的文件 the files of a question for files' }) files: JudgedFileView[];
}

export class JudgedSectionView {
  @Shown() key: string;
  @ShownSentence() title: Sentence;
  @Shown({ type: [JudgedAnswerView] }) answers: JudgedAnswerView[];
}

export class JudgedCostView {
  @Shown() item: string;
  @ShownSentence() category: Sentence;
  @ShownSentence() source: Sentence;
  @Shown({ description: '分 fen' }) amountFen: number;
  /** How it was reckoned: unit price × quantity (× days). */
  @Shown({ description: '分 fen' }) unitFen: number;
  @Shown() unit: string;
  @Shown() quantity: number;
  @Shown({ nullable: true, type: Number }) days: number | null;
  @Shown() note: string;
}

/** An application as a judge reads it; a blind one leaves out the organisation and every answer that gives it away. */
export class JudgedApplicationView {
  @Shown() projectName: string;
  @Shown({ nullable: true, type: String }) organisationName: string | null;
  @ShownSentence() category: Sentence;
  @Shown({ description: '分 fen' }) requestedFen: number;
  @Shown({ description: '分 fen' }) totalFen: number;
  @Shown({ type: [JudgedCostView] }) budget: JudgedCostView[];
  @Shown({ type: [JudgedSectionView] }) sections: JudgedSectionView[];
  @Shown({ description: '因盲评未显示的题数 how many answers blind judging leaves out' }) hidden: number;
}

export class ReopeningView {
  @Shown() reason: string;
  @Shown() at: Date;
}

/** The sheet with what is judged beside it. */
export class JudgingView extends SheetView {
  @ShownSentence() callTitle: Sentence;
  @ShownSentence() stageTitle: Sentence;
  @ShownSentence() blocTitle: Sentence;
  @Shown({ nullable: true, type: String }) closesAt: string | null;
  @Shown({ description: '随路演开放评分 scored while it is presented' }) live: boolean;
  @Shown({ description: '用排序投票，本页只供阅读 its judges vote by ranked ballot; this page is for reading' }) ballot: boolean;
  @Shown(CONFLICT) conflict: string | null;
  @Shown({ nullable: true, type: String }) conflictNote: string | null;
  @Shown({ description: '已由工作人员核定 staff have settled it' }) conflictSettled: boolean;
  @Shown() open: boolean;
  @Shown({ description: '环节已封存 whether the stage is sealed' }) sealed: boolean;
  /** Why it cannot be scored at this moment. */
  @ShownSentence({ nullable: true }) refusal: Sentence | null;
  @Shown({ nullable: true, type: String }) number: string | null;
  @Shown() projectName: string;
  /** Null where judging is blind. */
  @Shown({ nullable: true, type: String }) organisationName: string | null;
  @Shown({ enum: ['open', 'single', 'double'] }) blind: string;
  @Shown(CRITERIA) criteria: readonly Criterion[];
  @Shown({ nullable: true, type: ReopeningView, description: '退回修改的原因 why it was opened again' }) reopened: ReopeningView | null;
  /** Null until no conflict has been declared. */
  @Shown({ nullable: true, type: JudgedApplicationView }) application: JudgedApplicationView | null;
}

export class GridRowView extends SheetView {
  @Shown() name: string;
  @Shown() number: string;
  @Shown() projectName: string;
  @Shown(CONFLICT) conflict: string | null;
  @Shown() open: boolean;
}

/** Every sheet of one seat, for whoever compares many applications at once. */
export class GridView {
  @Shown() seatId: string;
  @ShownSentence() callTitle: Sentence;
  @ShownSentence() stageTitle: Sentence;
  @Shown(CRITERIA) criteria: readonly Criterion[];
  @Shown({ type: [GridRowView] }) rows: GridRowView[];
}
