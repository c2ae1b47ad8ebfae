import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';

export class FeedbackBandView {
  @Shown() from: number;
  @Shown() middle: number;
  @Shown() to: number;
}

/** One criterion in percent of its points: one's own, and where the middle half of the field lies. */
export class CriterionFeedbackView {
  @ShownSentence() stageTitle: Sentence;
  @ShownSentence() title: Sentence;
  @Shown({ nullable: true, type: Number }) own: number | null;
  @Shown({ nullable: true, type: FeedbackBandView }) band: FeedbackBandView | null;
  @Shown({ nullable: true, type: String, enum: ['below', 'within', 'above'] }) standing: string | null;
}

/** What an applicant is told of the judging of her application. */
export class FeedbackView {
  @Shown() applicationId: string;
  @Shown() number: string;
  @Shown() projectName: string;
  @ShownSentence() callTitle: Sentence;
  @Shown({ type: [CriterionFeedbackView] }) criteria: CriterionFeedbackView[];
  @Shown({ type: [String] }) comments: string[];
  @Shown() advice: string;
  @Shown() releasedAt: Date;
}

/** What staff work on before it goes out. */
export class FeedbackDraftView {
  @Shown() applicationId: string;
  @Shown() number: string;
  @Shown() projectName: string;
  @Shown({ type: [CriterionFeedbackView] }) criteria: CriterionFeedbackView[];
  /** What the judges wrote, in an order that tells nothing of who wrote what. */
  @Shown({ type: [String] }) written: string[];
  @Shown({ type: [String] }) comments: string[];
  @Shown() advice: string;
  @Shown() version: number;
  @Shown({ description: '计入的评委少于三位时不提供单项得分与评语 no figures and comments of fewer than three judges' }) small: boolean;
  @Shown({ nullable: true, type: Date }) releasedAt: Date | null;
  @Shown() mine: boolean;
}

export class FeedbackRowView {
  @Shown() applicationId: string;
  @Shown() number: string;
  @Shown() projectName: string;
  @Shown() organisationName: string;
  @Shown({ enum: ['none', 'draft', 'released'] }) state: string;
}
