import { Shown, ShownSentence } from '#libs/http';
import type { AwardNotice } from '../domain/notice.js';
import { objectionLifecycle, type Objection } from '../domain/objection.js';
import type { Language, Sentence } from '#libs/errors';
import type { Term } from '#modules/calls';

/** One line of the list; only the columns that the rulebook shows are there. Amounts in fen. */
export class NoticeRowView {
  @Shown({ type: Number, nullable: true, required: false }) rank?: number | null;
  @Shown({ type: String, required: false }) organisation?: string;
  @Shown({ type: String, required: false }) project?: string;
  @Shown({ type: String, required: false }) category?: string;
  @Shown({ type: Number, required: false }) amount?: number;
  @Shown({ type: String, nullable: true, required: false }) score?: string | null;
}

export class NoticeContentView {
  @Shown() callNumber: string;
  @ShownSentence() title: Sentence;
  @ShownSentence({ isArray: true }) organisers: Sentence[];
  @Shown({ enum: ['rank', 'organisation', 'project', 'category', 'amount', 'score'], isArray: true }) columns: string[];
  @Shown({ type: [NoticeRowView] }) rows: NoticeRowView[];
  @ShownSentence({ description: '异议提出方式 how to object' }) channel: Sentence;
}

/** A notice as it was published. */
export class NoticeView {
  @Shown() id: string;
  @Shown() callId: string;
  @Shown() ordinal: number;
  @Shown() publishedAt: Date;
  @Shown() firstDay: string;
  @Shown() lastDay: string;
  @Shown({ type: NoticeContentView }) content: NoticeContentView;
  @Shown({ description: '名单内容的 SHA-256 of the content' }) hash: string;
  @Shown({ type: String, nullable: true }) documentId: string | null;
  @Shown({ type: Date, nullable: true }) withdrawnAt: Date | null;
  @Shown({ type: String, nullable: true }) withdrawnReason: string | null;

  static of(notice: AwardNotice): NoticeView {
    return { ...notice, content: notice.content as unknown as NoticeContentView };
  }
}

/** How long the public has its say, and how the days are counted. */
export class TermView {
  @Shown() days: number;
  @Shown({ enum: ['working', 'calendar'] }) unit: string;
  @Shown({ description: '公布当日计入 the day of publication counts' }) countFirstDay: boolean;

  static of({ days, unit, countFirstDay = false }: Term): TermView {
    return { days, unit, countFirstDay };
  }
}

/** A project on the list against which one may object by itself. */
export class SubjectView {
  @Shown() applicationId: string;
  @Shown() projectName: string;
  @Shown() organisationName: string;
}

/** What the rules ask of an objection. */
export class ObjectionTermsView {
  @Shown({ description: '须实名 a real name is needed' }) realName: boolean;
  @Shown({ description: '单位须盖章 an organisation stamps its paper' }) seal: boolean;
  @Shown({ enum: ['inadmissible', 'read_only'] }) anonymous: string;
  @Shown({ type: TermView }) answer: TermView;
  @ShownSentence({ nullable: true, description: '上级渠道 who is above' }) escalation: Sentence | null;
}

/** A notice as everybody reads it, with what the reader may do about it now. */
export class PublicNoticeView extends NoticeView {
  @Shown({ enum: ['running', 'over', 'withdrawn', 'coming'] }) state: string;
  @ShownSentence() label: Sentence;
  @Shown({ description: '公示期最后一刻 the last instant of the period' }) endsAt: Date;
  @Shown({ type: TermView }) term: TermView;
  @Shown({ description: '合计（分） the sum, in fen' }) totalFen: number;
  @Shown({ description: '合计大写' }) totalInWords: string;
  @Shown({ type: [SubjectView], description: '可单独提出异议的项目 what may be objected to by itself' }) subjects: SubjectView[];
  @Shown({ type: ObjectionTermsView }) objection: ObjectionTermsView;
  @ShownSentence({ isArray: true, description: '类别的中英文名称 the categories that the list names, in both languages' }) categories: Sentence[];
  @ShownSentence({ isArray: true, description: '板块；无板块为空 the boards under which the list stands' }) boards: Sentence[];
}

/** One day of the calendar between publication and the last day. */
export class NoticeDayView {
  @Shown() day: string;
  @Shown({ enum: ['working', 'make_up', 'weekend', 'holiday'] }) kind: string;
  @Shown({ type: Number, nullable: true, description: '第几天；不计入时为空 its number; null when it does not count' }) ordinal: number | null;
}

/** The list as the public would read it if it were published now; nothing is kept. */
export class NoticePreviewView {
  @Shown() firstDay: string;
  @Shown() lastDay: string;
  @Shown({ type: TermView }) term: TermView;
  @Shown({ type: [NoticeDayView] }) days: NoticeDayView[];
  @Shown({ type: NoticeContentView }) content: NoticeContentView;
  @Shown() totalFen: number;
  @Shown() totalInWords: string;
  @Shown({ type: ObjectionTermsView }) objection: ObjectionTermsView;
  @ShownSentence({ isArray: true }) categories: Sentence[];
  @ShownSentence({ isArray: true }) boards: Sentence[];
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

/** Who objects, as given. */
export class ObjectorView {
  @Shown() name: string;
  @Shown() contact: string;
  @Shown({ type: String, nullable: true }) organisation: string | null;
  @Shown() sealed: boolean;
  @Shown({ enum: ['zh', 'en'], description: '答复信所用语言 in which the letter is written' }) language: Language;
}

export class ObjectionMoveView {
  @Shown({ enum: ['admit', 'turn_away', 'uphold', 'reject', 'escalate'] }) move: string;
  @ShownSentence() label: Sentence;
  @Shown() allowed: boolean;
  @ShownSentence({ required: false }) reason?: Sentence;
}

/** What staff of the organiser see. */
export class ObjectionView extends ObjectionAnswerView {
  @Shown() id: string;
  @Shown() noticeId: string;
  @Shown({ type: String, nullable: true }) awardId: string | null;
  @Shown() anonymous: boolean;
  @Shown({ type: ObjectorView, nullable: true, description: '仅项目官员可见 for officers only' }) person: ObjectorView | null;
  @Shown() text: string;
  @Shown({ type: Date, nullable: true }) decidedAt: Date | null;

  static from(objection: Objection, person: ObjectorView | null): ObjectionView {
    const { id, noticeId, awardId, anonymous, text, decidedAt } = objection;
    return { ...ObjectionAnswerView.of(objection), id, noticeId, awardId, anonymous, person, text, decidedAt };
  }
}

/** An objection with the project that it names and what may be done with it. */
export class ObjectionDetail extends ObjectionView {
  @Shown() callId: string;
  @ShownSentence() callTitle: Sentence;
  @Shown({ type: String, nullable: true, description: '所针对的项目；针对整份名单时为空 null: against the whole list' }) projectName: string | null;
  @Shown({ type: String, nullable: true }) decidedBy: string | null;
  @Shown({ type: [ObjectionMoveView] }) moves: ObjectionMoveView[];
}
