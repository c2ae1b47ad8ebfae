import { tell, say, type Facts, type Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import type { CallView } from '#modules/calls';
import { DocumentView } from '#modules/documents';
import { PARTS, type Part } from '../applications.permissions.js';
import type { Application, ApplicationHistory, EligibilityCheck, Outcome, Return } from '../domain/application.js';
import { applicationLifecycle, type ApplicationContext } from '../domain/application.lifecycle.js';
import { OUTCOMES, type ApplicationStatus } from '../domain/application-status.js';
import type { JudgedRule } from '../domain/eligibility/judge-rules.js';
import type { Answers } from '../domain/form/answers.js';
import type { Origin } from '../domain/origins.js';
import type { Fault } from '../domain/form/fault.js';
import { ANSWERS_SHOWN } from './answers-shown.js';
import { labelOf, labelOfRow, shownStatus, type Audience } from './application-labels.js';
import { CorrectedView } from './corrected.view.js';
import { PartnerView } from './parties.view.js';

const filled = (sentence: Sentence, facts: Facts = {}): Sentence => say(tell(sentence, facts, 'zh'), tell(sentence, facts, 'en'));

/** Nothing of it can be written while it is judged, and its true version would count the decisions that are not announced. */
const UNDER_REVIEW = 0;

/** What whoever writes it names with a save. */
export const versionToSave = (application: Pick<Application, 'status' | 'announcedAt' | 'version'>): number =>
  application.announcedAt === null && shownStatus(application, 'outside') === 'in_review' ? UNDER_REVIEW : application.version;

type Listed = Omit<ApplicationRow, 'label'> & Pick<Application, 'status' | 'announcedAt' | 'outcome'>;

export class ApplicationRow {
  @Shown() id: string;
  @Shown({ nullable: true, type: String }) number: string | null;
  @Shown() callId: string;
  @Shown() organisationId: string;
  @Shown() organisationName: string;
  @Shown() projectName: string;
  @Shown() categoryKey: string;
  @Shown() status: string;
  @ShownSentence() label: Sentence;
  @Shown({ description: '分 fen' }) requestedFen: number;
  @Shown({ description: '分 fen' }) totalFen: number;
  @Shown({ nullable: true, type: Date }) submittedAt: Date | null;
  @Shown({ nullable: true, type: String }) score: string | null;
  @Shown({ nullable: true, type: Number }) rank: number | null;
  @Shown() savedAt: Date;
  @Shown({ description: '评审期间对申报人为 0 what a save must name; 0 to its applicant while it is judged' }) version: number;

  static of(application: Listed, audience: Audience): ApplicationRow {
    const { id, number, callId, organisationId, organisationName, projectName, categoryKey, requestedFen, totalFen, submittedAt, savedAt } = application;
    const status = shownStatus(application, audience);
    const hidden = audience === 'outside' && application.announcedAt === null;
    return {
      id, number, callId, organisationId, organisationName, projectName, categoryKey, status, label: labelOfRow(application, audience), requestedFen, totalFen,
      submittedAt, savedAt, version: audience === 'outside' ? versionToSave(application) : application.version, score: hidden ? null : application.score, rank: hidden ? null : application.rank,
    };
  }
}

/** The published text on which a broken rule rests. */
export class FaultSourceView {
  @ShownSentence() title: Sentence;
  @Shown({ nullable: true, type: String, description: '没有公开网址的为空 null where it has no public address' }) url: string | null;
}

export class FaultView {
  @Shown({ description: '如 proposal.summary' }) path: string;
  @Shown() section: string;
  @Shown() code: string;
  @Shown({ enum: ['error', 'warning'] }) severity: string;
  @ShownSentence() sentence: Sentence;
  @Shown({ required: false, type: FaultSourceView, description: '费用规则的依据 what a broken cost rule rests on' }) source?: FaultSourceView;

  static of({ path, section, code, severity, sentence, facts, source }: Fault): FaultView {
    return { path, section, code, severity, sentence: filled(sentence, facts), ...(source ? { source } : {}) };
  }
}

/** What a screener found on one rule. */
export class CheckView {
  @Shown({ enum: ['passed', 'failed', 'not_applicable'] }) verdict: string;
  @Shown({ nullable: true, type: String }) note: string | null;
  @Shown() checkedAt: Date;
}

export class RuleView {
  @Shown() id: string;
  @ShownSentence() text: Sentence;
  @Shown({ enum: ['exclude', 'flag'] }) effect: string;
  @Shown({ enum: ['passed', 'failed', 'unknown'], description: '系统判断 as the platform judges' }) verdict: string;
  @ShownSentence({ description: '系统看了什么、得到什么 what was looked at and found' }) ground: Sentence;
  @Shown({ description: '判断所依据的日期 the day of the test' }) testedOn: string;
  @Shown({ nullable: true, type: String, description: '证据的日期 the day of the evidence' }) evidenceOn: string | null;
  @Shown({ required: false, type: () => CheckView }) check?: CheckView;

  static of({ id, text, effect, verdict, ground, testedOn, evidenceOn }: JudgedRule, checks: readonly EligibilityCheck[] = []): RuleView {
    const check = checks.find(({ ruleId }) => ruleId === id);
    return { id, text, effect, verdict, ground, testedOn, evidenceOn, ...(check ? { check: { verdict: check.verdict, note: check.note, checkedAt: check.checkedAt } } : {}) };
  }
}

export class ApplicationMoveView {
  @Shown() move: string;
  @ShownSentence() label: Sentence;
  @Shown() allowed: boolean;
  @ShownSentence({ required: false }) reason?: Sentence;

  static of(application: Application, context: ApplicationContext, names: readonly string[]): ApplicationMoveView[] {
    return applicationLifecycle.possible(application, { ...context, reason: 'given with the move' }).filter(({ move }) => names.includes(move))
      .map(({ move, label, verdict }) => ({ move, label, allowed: verdict.allowed, ...(verdict.allowed ? {} : { reason: filled(verdict.sentence, verdict.facts) }) }));
  }
}

export class TimelineView {
  @Shown() move: string;
  @ShownSentence() label: Sentence;
  @ShownSentence() status: Sentence;
  @Shown({ nullable: true, type: String }) reason: string | null;
  @Shown() at: Date;

  /**
   * The applicant's own timeline leaves out what was decided and not announced, and with it every coming to review but the first: only who
   * was shortlisted comes there again.
   */
  static of(rows: readonly ApplicationHistory[], application: Application, audience: Audience): TimelineView[] {
    const firstReview = rows.findIndex(({ toStatus }) => toStatus === 'in_review');
    const hidden = (status: ApplicationStatus, at: number) =>
      audience === 'outside' && application.announcedAt === null && (OUTCOMES.includes(status) || (status === 'in_review' && at > firstReview));
    return rows.filter((row, at) => !hidden(row.toStatus, at)).map(({ move, toStatus, reason, at }) => ({
      move, label: applicationLifecycle.table.moves[move as 'submit'].label, status: labelOf(toStatus, application, audience), reason, at,
    }));
  }
}

/** What may be corrected, until when, and why. */
export class ReturnView {
  @Shown({ type: [String], description: '开放修改的部分 keys of the sections that are open' }) sections: readonly string[];
  @Shown() reason: string;
  @Shown({ type: Date }) dueAt: string;
  @Shown({ description: '申报单位也须调整 who applies together is to be put in order, too' }) parties: boolean;

  static of({ sections, reason, dueAt, parties = false }: Return): ReturnView {
    return { sections, reason, dueAt, parties };
  }
}

export class OutcomeView {
  @Shown({ enum: ['awarded', 'reserved', 'not_awarded', 'declined'] }) kind: string;
  @Shown({ required: false, description: '分 fen' }) amountFen?: number;
  @Shown({ required: false, description: '公示期满已确认立项 the award was confirmed after its notice' }) confirmed?: boolean;
  @Shown({ required: false, description: '候补序号 place on the reserve list' }) position?: number;
  @ShownSentence({ required: false }) reason?: Sentence;
}

/** What a page about one application tells of its call. */
export class CallOfApplication {
  @Shown() number: string;
  @ShownSentence() title: Sentence;
  @Shown() status: string;
  @Shown() opensAt: Date;
  @Shown({ description: '其板块的截止时间 the end of its board, or of the call' }) closesAt: Date;
  @Shown({ description: '其板块仍接收申报 its board, or the call, still takes applications' }) takes: boolean;
  @ShownSentence({ nullable: true, description: '已截止的板块，批次仍在征集 its board where that has closed and the call has not' }) closedBoard: Sentence | null;

  static of({ number, title, status, opensAt, closesAt }: CallView, time: Pick<CallOfApplication, 'takes' | 'closedBoard'>): CallOfApplication {
    return { number, title, status, opensAt, closesAt, ...time };
  }
}

/** Where an answer came from, and of when. */
export class OriginView {
  @Shown({ description: '如 proposal.summary' }) path: string;
  @Shown({ enum: ['profile', 'earlier'] }) kind: string;
  @Shown({ type: Date, description: '资料登记或以往申报的时间' }) at: string;
  @Shown({ required: false }) applicationId?: string;
  @Shown({ required: false }) projectName?: string;
  @Shown({ required: false, description: '依托单位的资料 the host whose profile it is' }) organisationName?: string;

  static of(path: string, origin: Origin): OriginView {
    return { path, ...origin };
  }
}

/** One application with all that stands against it and all that may be done. */
export class ApplicationDetail extends ApplicationRow {
  @Shown(ANSWERS_SHOWN) answers: Answers;
  @Shown({ type: [DocumentView], description: '答案中的文件 the files that the answers name' }) files: DocumentView[];
  @Shown({ type: [String] }) coOrganisationIds: string[];
  @Shown({ type: [PartnerView], description: '联合申报单位 partners' }) partners: PartnerView[];
  @Shown({ type: CallOfApplication }) call: CallOfApplication;
  @Shown({ nullable: true, type: Number, description: '首次申报的上限（分） a first-timer’s lower cap in fen' }) ceilingFen: number | null;
  @Shown() rulebookVersion: number;
  @Shown({ nullable: true, type: ReturnView, description: '退回补正 while returned' }) returned: ReturnView | null;
  @Shown({ nullable: true, type: CorrectedView, description: '最近一次补正的改动，供审查员看 what the last correction changed, for those who screen it' }) correction: CorrectedView | null;
  @Shown({ nullable: true, type: String }) reason: string | null;
  @Shown({ nullable: true, type: OutcomeView }) outcome: Outcome | null;
  @Shown({ type: [FaultView] }) faults: FaultView[];
  @Shown({ type: [FaultView], description: '不能申报的原因 what bars the applicant' }) bars: FaultView[];
  @Shown({ type: [RuleView] }) rules: RuleView[];
  @Shown({ type: [ApplicationMoveView] }) moves: ApplicationMoveView[];
  @Shown({ nullable: true, enum: [...PARTS], description: '读者在填写中的权限 what the reader may do in writing it' }) part: Part | null;
  @Shown({ type: [OriginView], description: '不是在此填写的答案 answers that were not typed here' }) origins: OriginView[];
  @Shown({ type: [TimelineView] }) timeline: TimelineView[];
  @Shown({ description: '服务器时间 the server’s time' }) serverTime: Date;
}

/** The answer to an autosave: small, for it comes often. */
export class SavedView {
  @Shown() version: number;
  @Shown() savedAt: Date;
  @Shown({ type: [String], description: '错误有变化的部分；其余部分照旧 sections whose faults are told; those of the others are as before' }) sections: readonly string[];
  @Shown({ type: [FaultView] }) faults: FaultView[];

  static of({ version, savedAt, sections, faults }: { version: number; savedAt: Date; sections: readonly string[]; faults: readonly Fault[] }): SavedView {
    return { version, savedAt, sections, faults: faults.map((fault) => FaultView.of(fault)) };
  }
}

/** What the applicant keeps: anybody can ask whether the platform has issued this hash. */
export class ReceiptView {
  @Shown() number: string;
  @Shown() ordinal: number;
  @Shown({ description: 'SHA-256' }) hash: string;
  @Shown({ description: '服务器时间 the server’s time' }) submittedAt: Date;
  @Shown() rulebookVersion: number;
}
