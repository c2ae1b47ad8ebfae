import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import type { StatementLine } from '#libs/ledger';
import type { Deposit } from '../domain/tranche.js';
import type { RoundBalances } from './read-balances.js';

export class DepositView {
  @Shown() id: string;
  @Shown() callId: string;
  @ShownSentence() callTitle: Sentence;
  @Shown() amountFen: number;
  @Shown() reference: string;
  @Shown() memo: string;
  @Shown({ enum: ['proposed', 'approved', 'refused'] }) status: Deposit['status'];
  @Shown() proposedAt: Date;
  @Shown() proposedBy: string;
  @Shown({ nullable: true, type: Date }) decidedAt: Date | null;
  @Shown({ nullable: true, type: String }) decidedBy: string | null;
  @Shown({ description: '可由本人审批 whether the reader may decide it' }) mayDecide: boolean;
  @ShownSentence({ required: false, description: '不可的原因 why not' }) refusal?: Sentence;
}

/** How a round's money stands, in fen. */
export class RoundMoneyView implements RoundBalances {
  @Shown({ description: '批次资金总额 the pool that the rulebook names' }) poolFen: number;
  @Shown({ description: '尚未承诺 not promised yet' }) freeFen: number;
  @Shown({ description: '已承诺未付 promised and not paid' }) committedFen: number;
  @Shown({ description: '净支付 paid less returned' }) paidFen: number;
  @Shown({ description: '已退回 returned by grantees' }) returnedFen: number;
  @Shown({ description: '已到账 granted in and approved' }) grantedInFen: number;
  @Shown({ description: '银行存款 in the bank' }) bankFen: number;
  @Shown({ type: [DepositView] }) deposits: DepositView[];
}

/** One round in the list of rounds. */
export class RoundRow implements RoundBalances {
  @Shown() callId: string;
  @Shown() number: string;
  @ShownSentence() title: Sentence;
  @Shown() poolFen: number;
  @Shown() freeFen: number;
  @Shown() committedFen: number;
  @Shown() paidFen: number;
  @Shown() returnedFen: number;
  @Shown() grantedInFen: number;
  @Shown() bankFen: number;
}

export class JournalLineView {
  @ShownSentence() account: Sentence;
  @Shown({ enum: ['budget', 'cash'], description: '预算或财务 which side of the books' }) side: string;
  @Shown({ nullable: true, type: String }) projectId: string | null;
  @Shown({ nullable: true, type: String }) projectNumber: string | null;
  @Shown({ nullable: true, type: Number, description: '借方 debit' }) debitFen: number | null;
  @Shown({ nullable: true, type: Number, description: '贷方 credit' }) creditFen: number | null;
  @Shown({ description: '该账户此后余额 the balance of this account afterwards, debit positive' }) balanceFen: number;
}

/** One entry (凭证) in the books of a round. */
export class JournalView {
  @Shown() id: string;
  @Shown({ description: '凭证号 its number in the books of the round' }) number: number;
  @Shown({ description: '业务日期 the day on which it happened' }) occurredOn: string;
  @Shown({ description: '入账时间 when it was posted' }) recordedAt: Date;
  @ShownSentence({ description: '摘要' }) summary: Sentence;
  @Shown({ nullable: true, type: String, description: '银行流水号' }) reference: string | null;
  @Shown({ nullable: true, type: String, description: '经办人，系统自动入账为空 null where the platform posted it' }) who: string | null;
  @Shown({ nullable: true, type: Number, description: '冲销的凭证 the entry that it reverses' }) reversalOf: number | null;
  @Shown({ nullable: true, type: Number, description: '被哪张凭证冲销 the entry that reverses it' }) reversedBy: number | null;
  @Shown({ type: [JournalLineView] }) lines: JournalLineView[];
}

export class JournalPage {
  @Shown({ type: [JournalView] }) items: JournalView[];
  @Shown({ required: false }) next?: string;
}

export class StatementLineView implements Omit<StatementLine, 'journalId' | 'reversalOf'> {
  @Shown() journalId: string;
  @Shown() key: string;
  @Shown() occurredAt: Date;
  @Shown() memo: string;
  @Shown() actorId: string;
  @Shown() account: string;
  @Shown({ type: Number, description: '分 fen' }) amount: StatementLine['amount'];
  @Shown({ type: Number, description: '该账户此后的余额，分 the balance of this account after this line, in fen' }) balanceAfter: StatementLine['balanceAfter'];
  @Shown({ required: false }) reversalOf?: string;
}

export class StatementPage {
  @Shown({ type: [StatementLineView] }) items: StatementLineView[];
  @Shown({ required: false }) next?: string;
}

export class TrialLineView {
  @ShownSentence() account: Sentence;
  @Shown({ enum: ['budget', 'cash'] }) side: string;
  @Shown({ nullable: true, type: String }) projectId: string | null;
  @Shown({ nullable: true, type: String }) projectNumber: string | null;
  @Shown() debitFen: number;
  @Shown() creditFen: number;
}

/** Every account on its side (试算平衡表); the two totals are equal while the books are whole. */
export class TrialBalanceView {
  @Shown({ type: [TrialLineView] }) lines: TrialLineView[];
  @Shown() debitFen: number;
  @Shown() creditFen: number;
  @Shown() balanced: boolean;
}
