import type { Verdict } from '#libs/access';
import { Shown, ShownSentence } from '#libs/http';
import type { Sentence } from '#libs/errors';
import type { CallQuestion } from '../domain/question/question.js';
import { questionLifecycle } from '../domain/question/question-lifecycle.js';
import { PossibleView } from './possible.view.js';

/** One answer of the public log (答疑); it names nobody. */
export class PublicAnswerView {
  @Shown() id: string;
  @Shown() question: string;
  @Shown() answer: string;
  @Shown() answeredAt: Date;

  static of({ id, told, answer, decidedAt }: CallQuestion): PublicAnswerView {
    return { id, question: told!, answer: answer!, answeredAt: decidedAt! };
  }
}

/** Whether a question may be put now, and until when. */
export class AskingView extends PossibleView {
  @Shown() until: Date;
}

/** What somebody who has asked is shown: that it arrived. */
export class QuestionReceivedView {
  @Shown() askedAt: Date;
}

/** A question as the organiser sees it. */
export class OfficerQuestionView {
  @Shown() id: string;
  @Shown({ enum: ['waiting', 'answered', 'set_aside'] }) status: string;
  @ShownSentence() label: Sentence;
  @Shown({ nullable: true, type: String, description: '空为官员主动说明 null for a clarification that nobody asked for' }) asked: string | null;
  @Shown({ nullable: true, type: String, description: '提问人，不公布 who asked; never published' }) asker: string | null;
  @Shown() askedAt: Date;
  @Shown({ nullable: true, type: String, description: '公布的问题 the question as it is published' }) told: string | null;
  @Shown({ nullable: true, type: String }) answer: string | null;
  @Shown({ nullable: true, type: String }) decidedByName: string | null;
  @Shown({ nullable: true, type: Date }) decidedAt: Date | null;

  static of(question: CallQuestion, names: ReadonlyMap<string, string>): OfficerQuestionView {
    const { id, status, asked, askedBy, askerEmail, askedAt, told, answer, decidedBy, decidedAt } = question;
    const asker = askedBy ? (names.get(askedBy) ?? null) : askerEmail;
    return { id, status, label: questionLifecycle.label(status), asked, asker, askedAt, told, answer, decidedByName: names.get(decidedBy ?? '') ?? null, decidedAt };
  }
}

export class OfficerQuestionsView {
  @Shown({ description: '可以答复 whether this reader may answer' }) answering: PossibleView;
  @Shown() asking: AskingView;
  @Shown({ type: [OfficerQuestionView] }) items: OfficerQuestionView[];
}

export const askingOf = (verdict: Verdict, until: Date): AskingView => ({ ...PossibleView.of(verdict), until });
