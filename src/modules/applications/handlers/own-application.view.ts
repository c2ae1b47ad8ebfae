import type { Sentence } from '#libs/errors';
import { Shown, ShownAs, ShownSentence } from '#libs/http';
import { boardOf, CallStageView, closesFor, rulesFor, type CallView } from '#modules/calls';
import { DocumentView } from '#modules/documents';
import type { Application } from '../domain/application.js';
import { stillTakes } from '../domain/application.lifecycle.js';
import type { Answers } from '../domain/form/answers.js';
import { withoutPaper } from '../domain/sites/site-request.js';
import { checkForm } from '../domain/form/check-form.js';
import { ANSWERS_SHOWN } from './answers-shown.js';
import { ApplicationRow, ReceiptView, ReturnView } from './application.view.js';
import { ApplicantPartyView } from './parties.view.js';

/** What waits for the applicant now. */
export interface OwnWaits {
  /** Her organisation was asked whether it takes part. */
  readonly toAgree: boolean;
  readonly supplementDueAt: Date | null;
  readonly appealUntil: Date | null;
}

/** One of my applications, with what its call says of time. */
export class OwnApplicationRow extends ApplicationRow {
  @Shown() callNumber: string;
  @ShownSentence() callTitle: Sentence;
  @Shown() callStatus: string;
  @Shown() closesAt: Date;
  @Shown({ description: '其板块仍接收申报 its board, or the call, still takes applications' }) takes: boolean;
  @ShownSentence({ nullable: true, description: '已截止的板块，批次仍在征集 its board where that has closed and the call has not' }) closedBoard: Sentence | null;
  @ShownSentence({ nullable: true }) categoryTitle: Sentence | null;
  @Shown({ type: [CallStageView] }) stages: CallStageView[];
  @Shown({ nullable: true, type: ReturnView, description: '退回补正 while returned' }) returned: ReturnView | null;
  @Shown({ nullable: true, type: Number, description: '草稿或补正还须更正几处 how much of an open form is still to be mended' }) toMend: number | null;
  @Shown({ description: '由本单位牵头，可以修改 the organisation leads and may write' }) leads: boolean;
  @Shown({ description: '等读者的单位确认是否参加 the reader’s organisation is to say whether it takes part' }) toAgree: boolean;
  @Shown({ nullable: true, type: Date, description: '要求补充的材料的期限 when a supplement that was asked for is due' }) supplementDueAt: Date | null;
  @Shown({ nullable: true, type: Date, description: '可以申诉至 until when the refusal may be appealed against' }) appealUntil: Date | null;

  static ofOwn(application: Application, call: CallView, { leads, toAgree, supplementDueAt, appealUntil, now }: OwnWaits & { leads: boolean; now: Date }): OwnApplicationRow {
    const { number, title, status, rulebook } = call;
    const closesAt = closesFor(call, application.categoryKey);
    const isOpen = application.status === 'draft' || application.status === 'returned';
    const row = ApplicationRow.of(application, 'outside');
    return {
      ...row, callNumber: number, callTitle: title, callStatus: status, closesAt, leads, toAgree, supplementDueAt, appealUntil,
      ...timeOf({ ...call, closesAt }, application.categoryKey, now),
      categoryTitle: rulebook.categories.find(({ key }) => key === application.categoryKey)?.title ?? null,
      stages: CallStageView.of(rulebook), returned: application.returned && ReturnView.of(application.returned),
      toMend: isOpen ? withoutPaper(checkForm(rulesFor(rulebook, application.categoryKey), application.answers, application.ceilingFen), application.siteRequests).filter(({ severity }) => severity === 'error').length : null,
    };
  }
}

/** Whether something may still be submitted, and the board that is in the way where the call itself goes on. @param call with the end of the board */
export function timeOf(call: CallView, categoryKey: string, now: Date): Pick<OwnApplicationRow, 'takes' | 'closedBoard'> {
  const takes = stillTakes(call, now);
  return { takes, closedBoard: takes || call.status !== 'open' ? null : (boardOf(call.rulebook, categoryKey)?.title ?? null) };
}

/** What was submitted once, word for word, with the questions as they were then. */
export class SubmissionView extends ReceiptView {
  @Shown({ description: '当时规则的截止时间 the deadline of its own rules' }) closesAt: Date;
  @Shown({ type: 'integer', description: '截止后仍接收的秒数 seconds of grace after it' }) graceSeconds: number;
  @Shown() projectName: string;
  @Shown() callNumber: string;
  @ShownSentence() callTitle: Sentence;
  @Shown({ type: [ApplicantPartyView], description: '申报单位在前 the leading organisation first' }) parties: ApplicantPartyView[];
  @Shown(ANSWERS_SHOWN) answers: Answers;
  @Shown({ type: [DocumentView] }) files: DocumentView[];
  @ShownAs('Rulebook') rulebook: object;
}
