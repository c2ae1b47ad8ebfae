import { say, tell, type Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import { DOCUMENT_WORDS, type GateReason } from '../domain/tranche-facts.js';
import { TRANCHE_STATUSES, type Tranche, type TrancheStatus, type Voucher } from '../domain/tranche.js';
import { trancheLifecycle, type TrancheMove } from '../domain/tranche.lifecycle.js';

/** Who did a step, and when. */
export class StepView {
  @Shown() name: string;
  @Shown({ nullable: true, type: Date }) at: Date | null;
}

export class TrancheRow {
  @Shown() id: string;
  @Shown() projectId: string;
  @Shown() projectNumber: string;
  @Shown() projectName: string;
  @Shown() organisationId: string;
  @Shown() organisationName: string;
  @Shown() callId: string;
  @ShownSentence() callTitle: Sentence;
  @Shown({ description: '第几期 which of the project’s payments' }) number: number;
  @Shown() key: string;
  @ShownSentence() title: Sentence;
  @Shown({ description: '分 fen' }) amountFen: number;
  @Shown({ nullable: true, type: Number }) payFen: number | null;
  @Shown({ description: '据实结算，金额为上限 settled at actual cost, the amount is its ceiling' }) atActual: boolean;
  @Shown({ enum: TRANCHE_STATUSES }) status: TrancheStatus;
  @ShownSentence() label: Sentence;
  @Shown({ nullable: true, type: Date, description: '何时进入现状态 since when it stands where it does' }) since: Date | null;
  @Shown({ nullable: true, type: String, description: '应付日 the day by which it is to be paid; known once every condition is met' }) dueOn: string | null;
  @Shown({ nullable: true, type: Boolean, description: '条件是否齐备 whether every condition is met; null once it is paid or cancelled' }) open: boolean | null;
  @ShownSentence({ isArray: true, description: '尚缺的条件 what is still not met' }) waitsFor: Sentence[];
  @Shown({ description: '被审批人退回 sent back by the approver' }) returned: boolean;
  @Shown({ nullable: true, type: String }) paidOn: string | null;
  @Shown({ nullable: true, type: String }) bankReference: string | null;
  @Shown({ nullable: true, type: String }) reason: string | null;
}

export class TranchePage {
  @Shown({ type: [TrancheRow] }) items: TrancheRow[];
  @Shown({ required: false }) next?: string;
  @Shown({ type: 'object', additionalProperties: { type: 'integer' }, description: '各状态笔数 how many stand in each status' }) counts: Record<string, number>;
}

export class GateEvidenceView {
  @Shown({ enum: ['contract', 'milestone', 'evaluation', 'document', 'award', 'bank_account'] }) kind: string;
  @Shown() id: string;
}

export class GateReasonView {
  @Shown() code: string;
  @Shown() met: boolean;
  @ShownSentence() sentence: Sentence;
  @Shown({ required: false, type: GateEvidenceView }) evidence?: GateEvidenceView;

  static of({ code, met, evidence, ...reason }: GateReason): GateReasonView {
    return { code, met, sentence: inWords(reason), ...(evidence ? { evidence } : {}) };
  }
}

export class VoucherView {
  @Shown({ enum: Object.keys(DOCUMENT_WORDS) }) kind: string;
  @ShownSentence() label: Sentence;
  @Shown() documentId: string;
  @Shown() name: string;
  @Shown() bytes: number;
  @Shown() amountFen: number;

  static of({ kind, documentId, amountFen }: Voucher, { name, bytes }: { name: string; bytes: number }): VoucherView {
    return { kind, label: DOCUMENT_WORDS[kind], documentId, name, bytes, amountFen };
  }
}

export class PayeeView {
  @Shown() id: string;
  @Shown() bankName: string;
  @Shown() accountName: string;
  @Shown({ description: '隐去号码 without the number' }) masked: string;
}

export class TrancheMoveView {
  @Shown({ enum: ['request', 'prepare', 'approve', 'refuse', 'pay', 'acknowledge', 'cancel'] }) move: TrancheMove;
  @ShownSentence() label: Sentence;
  @Shown() allowed: boolean;
  @ShownSentence({ required: false }) reason?: Sentence;
}

export class TrancheHistoryView {
  @ShownSentence() what: Sentence;
  @Shown() at: Date;
  @Shown() who: string;
  @Shown({ nullable: true, type: String }) note: string | null;
}

/** One payment with every reason for and against it. */
export class TrancheDetail extends TrancheRow {
  @Shown({ description: '此刻应付（分） due now in fen' }) dueFen: number;
  @Shown({ description: '应付金额大写 what is due, in words' }) dueWords: string;
  @Shown({ type: [GateReasonView] }) gate: GateReasonView[];
  @Shown({ type: [VoucherView] }) vouchers: VoucherView[];
  @Shown({ nullable: true, type: StepView }) requested: StepView | null;
  @Shown({ nullable: true, type: StepView }) prepared: StepView | null;
  @Shown({ nullable: true, type: StepView }) approved: StepView | null;
  @Shown({ nullable: true, type: StepView }) recorded: StepView | null;
  @Shown({ nullable: true, type: Date }) acknowledgedAt: Date | null;
  @Shown({ nullable: true, type: PayeeView }) account: PayeeView | null;
  @Shown({ type: [TrancheMoveView] }) moves: TrancheMoveView[];
  @Shown({ description: '项目资助总额 the whole grant of the project' }) awardedFen: number;
  @Shown({ description: '其他各期已付和在途 its other payments, made or on their way' }) othersFen: number;
  @Shown({ description: '批次银行存款 what lies in the round’s bank account' }) bankFen: number;
  @Shown({ description: '批次尚未承诺 what is free of the round’s pool' }) freeFen: number;
  @Shown({ type: [TrancheHistoryView] }) history: TrancheHistoryView[];
}

/** When the payment came to stand where it does. */
export function sinceOf({ status, requestedAt, preparedAt, approvedAt, acknowledgedAt }: Tranche): Date | null {
  const at: Record<TrancheStatus, Date | null> = {
    planned: null, requested: requestedAt, prepared: preparedAt, approved: approvedAt, paid: approvedAt, acknowledged: acknowledgedAt, cancelled: null,
  };
  return at[status];
}

/** The steps of a tranche as they stand in the trail. */
export const stepWords = (action: string): Sentence | null => {
  const found = trancheLifecycle.moves().find(([move]) => action === `tranche.${move}`);
  return found ? found[1].label : null;
};

/** A sentence with its facts in it, in both languages. */
export const inWords = ({ sentence, facts }: { sentence: Sentence; facts?: Readonly<Record<string, unknown>> }): Sentence =>
  say(tell(sentence, facts ?? {}, 'zh'), tell(sentence, facts ?? {}, 'en'));
