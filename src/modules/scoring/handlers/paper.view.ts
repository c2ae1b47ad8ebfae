import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import type { Criterion } from '#modules/calls';
import type { Entries } from '../domain/check-sheet.js';
import { JudgedApplicationView } from './judging.view.js';

const ENTRIES = {
  type: 'object' as const,
  additionalProperties: { type: 'object' as const, properties: { points: { type: ['string', 'null'] as unknown as 'string' }, reason: { type: 'string' as const } }, required: ['points'] },
};
const CRITERIA = { type: 'array' as const, items: { $ref: '#/components/schemas/RulebookCriterion' }, description: '评分指标 the criteria' };
const STANDING = { enum: ['waiting', 'entered', 'differs', 'handed_in', 'abstained'], description: '待录入、待核对、两次录入不一致、已提交、已放弃 to be brought in, to be checked, read otherwise by two, handed in, left to the others' };

/** Who brought in a sheet, never what it says. */
export class PaperMarkView {
  @Shown() enteredBy: string;
  /** Null until a second person has read the same. */
  @Shown({ nullable: true, type: String }) checkedBy: string | null;
  @Shown({ description: '由评委填写的表格文件录入 taken from the judge’s own workbook' }) byFile: boolean;
}

/** One application before a guest judge. */
export class PaperRowView {
  @Shown() applicationId: string;
  @Shown() number: string;
  @Shown({ description: '按本组盲评规则显示 as the panel may read it' }) projectName: string;
  @Shown({ nullable: true, type: String }) organisationName: string | null;
  @Shown({ nullable: true, type: String, enum: ['none', 'has', 'unsure'] }) conflict: string | null;
  /** Null until a sheet is printed for it, and where the panel votes by ballot. */
  @Shown({ nullable: true, type: String }) code: string | null;
  @Shown(STANDING) standing: string;
  @Shown({ nullable: true, type: PaperMarkView }) mark: PaperMarkView | null;
}

/** A guest judge with her paper. */
export class PaperSeatView {
  @Shown() seatId: string;
  @Shown() alias: string;
  @Shown() name: string;
  @ShownSentence() blocTitle: Sentence;
  @Shown({ description: '用排序投票 whether the panel votes by ranked ballot' }) ballot: boolean;
  /** Of the ballot; null where the panel gives points. */
  @Shown({ nullable: true, type: String }) code: string | null;
  @Shown({ ...STANDING, description: '选票的进度 how the ballot stands' }) standing: string;
  @Shown({ nullable: true, type: PaperMarkView }) mark: PaperMarkView | null;
  @Shown({ type: [PaperRowView] }) rows: PaperRowView[];
}

/** What is printed for a guest: one page for each application that nothing ties her to. */
export class PaperPageView {
  @Shown() code: string;
  @Shown() number: string;
  @Shown() projectName: string;
  @Shown({ type: JudgedApplicationView }) application: JudgedApplicationView;
}

export class PaperBookletView {
  @Shown() seatId: string;
  @Shown() alias: string;
  @Shown() name: string;
  @ShownSentence() callTitle: Sentence;
  @ShownSentence() stageTitle: Sentence;
  @ShownSentence() blocTitle: Sentence;
  @Shown() ballot: boolean;
  /** Of the ballot; null where the panel gives points. */
  @Shown({ nullable: true, type: String }) ballotCode: string | null;
  @Shown({ description: '选票可否只排一部分 whether a ballot may leave some out' }) partial: boolean;
  @Shown(CRITERIA) criteria: readonly Criterion[];
  @Shown({ type: [PaperPageView] }) pages: PaperPageView[];
}

/** A line in which two people read the same paper otherwise. */
export class PaperDifferenceView {
  @ShownSentence() title: Sentence;
  @Shown({ nullable: true, type: String }) mine: string | null;
  @Shown({ nullable: true, type: String }) theirs: string | null;
  @Shown({ description: '文字不一致 the words differ' }) wordsDiffer: boolean;
}

export class PaperScanView {
  @Shown() id: string;
  @Shown() name: string;
  @Shown() openable: boolean;
  @ShownSentence() scanLabel: Sentence;
}

/** One paper sheet before whoever brings it in. Points that somebody else has read are not in it. */
export class PaperSheetView {
  @Shown() code: string;
  @Shown() seatId: string;
  @Shown() alias: string;
  @Shown() name: string;
  @ShownSentence() stageTitle: Sentence;
  @ShownSentence() blocTitle: Sentence;
  @Shown({ nullable: true, type: String }) number: string | null;
  @Shown({ nullable: true, type: String }) projectName: string | null;
  @Shown() ballot: boolean;
  @Shown({ description: '选票可否只排一部分 whether a ballot may leave some out' }) partial: boolean;
  @Shown({ ...CRITERIA, description: '评分指标；选票为空 the criteria; none on a ballot' }) criteria: readonly Criterion[];
  @Shown({ type: [PaperRowView], description: '选票上的项目 what stands on a ballot' }) candidates: PaperRowView[];
  @Shown(STANDING) standing: string;
  @Shown({ nullable: true, type: PaperMarkView }) mark: PaperMarkView | null;
  /** What the reader herself has entered. */
  @Shown({ ...ENTRIES, nullable: true }) own: Entries | null;
  @Shown({ nullable: true, type: String }) ownComment: string | null;
  @Shown({ description: '本人录入为放弃评分 she herself read the tick that leaves it to the others' }) ownAbstained: boolean;
  /** The words that the first person typed, without the points: to be compared with the paper, not typed again. */
  @Shown(ENTRIES) words: Entries;
  @Shown() comment: string;
  @Shown({ type: [PaperDifferenceView] }) differences: PaperDifferenceView[];
  @Shown({ nullable: true, type: PaperScanView }) scan: PaperScanView | null;
  @ShownSentence({ nullable: true, description: '现在不能录入的原因 why it cannot be brought in now' }) refusal: Sentence | null;
  @Shown({ nullable: true, type: Date }) submittedAt: Date | null;
  /** The guest's receipt, to be handed to her. */
  @Shown({ nullable: true, type: String }) commitment: string | null;
}
