import { Shown, ShownSentence } from '#libs/http';
import type { AwardNotice } from '../domain/notice.js';
import { objectionLifecycle, type Objection } from '../domain/objection.js';
import type { Sentence } from '#libs/errors';

/** A notice as everybody reads it. */
export class NoticeView {
  @Shown() id: string;
  @Shown() callId: string;
  @Shown() ordinal: number;
  @Shown() publishedAt: Date;
  @Shown() firstDay: string;
  @Shown() lastDay: string;
  @Shown({ type: Object }) content: object;
  @Shown() hash: string;
  @Shown({ type: String, nullable: true }) documentId: string | null;
  @Shown({ type: Date, nullable: true }) withdrawnAt: Date | null;
  @Shown({ type: String, nullable: true }) withdrawnReason: string | null;

  static of(notice: AwardNotice): NoticeView {
    return { ...notice };
  }
}

/** What the objector sees by the reference. */
export class ObjectionAnswerView {
  @Shown() reference: string;
  @Shown() status: string;
  @ShownSentence() label: Sentence;
  @Shown() receivedAt: Date;
  @Shown() answerUntil: string;
  @Shown({ type: String, nullable: true }) reply: string | null;

  static of({ reference, status, receivedAt, answerUntil, reply }: Objection): ObjectionAnswerView {
    return { reference, status, label: objectionLifecycle.label(status), receivedAt, answerUntil, reply };
  }
}

/** The objector's own page: what it was about, what was said, and the answer. */
export class ObjectionPageView extends ObjectionAnswerView {
  @Shown() callId: string;
  @ShownSentence() callTitle: Sentence;
  /** The project it names; absent for an objection against the whole list. */
  @Shown({ type: String, nullable: true }) projectName: string | null;
  @Shown() text: string;
  @Shown({ type: Date, nullable: true }) decidedAt: Date | null;
}

/** What staff of the organiser see. */
export class ObjectionView extends ObjectionAnswerView {
  @Shown() id: string;
  @Shown() noticeId: string;
  @Shown({ type: String, nullable: true }) awardId: string | null;
  @Shown() anonymous: boolean;
  @Shown({ type: Object, nullable: true }) person: object | null;
  @Shown() text: string;

  static from(objection: Objection, person: object | null): ObjectionView {
    const { id, noticeId, awardId, anonymous, text } = objection;
    return { ...ObjectionAnswerView.of(objection), id, noticeId, awardId, anonymous, person, text };
  }
}
