import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';

/** A funded project as everybody reads it. What its notice does not show is null. */
export class FundedProjectView {
  @Shown({ type: String, nullable: true }) organisation: string | null;
  @Shown({ type: String, nullable: true }) project: string | null;
  @ShownSentence({ nullable: true }) category: Sentence | null;
  @Shown({ type: 'integer', nullable: true, description: '资助金额（分） in fen' }) amountFen: number | null;
  @ShownSentence({ description: '当前状态 where it stands' }) state: Sentence;
  @Shown({ description: '公示中，尚未确认 on notice and not confirmed yet' }) onNotice: boolean;
}

/** What one round of a programme funded; only what has been announced. */
export class FundedRoundView {
  @Shown() callId: string;
  @Shown() number: string;
  @ShownSentence() title: Sentence;
  @ShownSentence() programme: Sentence;
  @Shown({ type: 'integer' }) year: number;
  @ShownSentence({ description: '主办单位 who holds it' }) organiser: Sentence;
  @Shown({ type: Date }) announcedAt: Date;
  @Shown({ type: 'integer', description: '已确认立项的项目 confirmed projects' }) projects: number;
  @Shown({ type: 'integer', nullable: true, description: '已确认的资助金额（分），公示未列金额时为空 confirmed, in fen; null where the notice shows none' }) awardedFen: number | null;
  @Shown({ type: 'integer', description: '公示中的项目 projects still on notice' }) onNotice: number;
  @Shown({ type: [FundedProjectView] }) list: FundedProjectView[];
}

export class FundedRoundPage {
  @Shown({ type: [FundedRoundView] }) items: FundedRoundView[];
  @Shown({ type: String, required: false }) next?: string;
}

/** The platform in a few numbers, of announced rounds only. Amounts in fen. */
export class PlatformTotalsView {
  @Shown({ type: 'integer' }) programmes: number;
  @Shown({ type: 'integer' }) rounds: number;
  @Shown({ type: 'integer' }) applications: number;
  @Shown({ type: 'integer' }) projects: number;
  @Shown({ type: 'integer' }) organisations: number;
  @Shown({ type: 'integer' }) awardedFen: number;
  @Shown({ type: 'integer' }) paidFen: number;
  @Shown({ type: 'integer', description: '正在征集的批次 calls that take applications' }) openCalls: number;
}

export const FINDING_KINDS = ['receipt', 'ranking', 'notice', 'contract', 'document', 'report', 'score_sheet'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** What a hash belongs to, told without anything private. */
export class ProofView {
  @Shown({ enum: [...FINDING_KINDS] }) kind: FindingKind;
  @ShownSentence({ description: '这是什么 what it is' }) what: Sentence;
  @Shown({ type: Date }) issuedAt: Date;
  @ShownSentence({ description: '由谁签发 by whom' }) issuer: Sentence;
  @ShownSentence({ nullable: true, description: '所属批次 the round' }) round: Sentence | null;
  @Shown({ type: String, nullable: true }) roundNumber: string | null;
  @ShownSentence({ nullable: true, description: '须知，如已撤回 what to know, such as a withdrawal' }) remark: Sentence | null;
}

export class VerificationView {
  @Shown({ description: 'SHA-256' }) hash: string;
  @Shown({ type: [ProofView] }) findings: ProofView[];
}
