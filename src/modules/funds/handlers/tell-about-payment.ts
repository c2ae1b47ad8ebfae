import { Injectable } from '@nestjs/common';
import { say, type Sentence } from '#libs/errors';
import { Events } from '#libs/events';
import { fen, formatFen } from '#libs/money';
import { NothingLeftToDo, PeopleToBeTold, type Recipients } from '#modules/identity';
import type { Deposit, Tranche } from '../domain/tranche.js';
import type { TrancheMove } from '../domain/tranche.lifecycle.js';

interface News {
  readonly to: (tranche: Tranche) => Recipients;
  readonly title: Sentence;
  readonly body: Sentence;
}

const makers = ({ nodePath }: Tranche): Recipients => ({ role: 'finance_maker', nodePath });
const approvers = ({ nodePath }: Tranche): Recipients => ({ role: 'finance_approver', nodePath });
const grantee = ({ organisationId }: Tranche): Recipients => ({ role: 'applicant', subjectId: organisationId });

/** Who hears of which step: whoever has the next one. */
const NEWS: Readonly<Partial<Record<TrancheMove, News>>> = {
  request: { to: makers, title: say('拨款申请：{title} {amount}', 'Payment asked for: {titleEn} {amount}'), body: say('请核对条件并提交审批。', 'Please check the conditions and prepare it.') },
  prepare: { to: approvers, title: say('待审批：{title} {amount}', 'To be approved: {titleEn} {amount}'), body: say('请核对收款单位、金额和条件后批准或退回。', 'Please check payee, amount and conditions, and approve it or send it back.') },
  refuse: { to: makers, title: say('拨款被退回：{title} {amount}', 'Sent back: {titleEn} {amount}'), body: say('退回原因：{reason}', 'The reason: {reason}') },
  approve: { to: makers, title: say('可以付款：{title} {amount}', 'To be paid: {titleEn} {amount}'), body: say('已经批准，请在银行付款后登记。', 'It is approved; please pay it at the bank and record it.') },
  pay: { to: grantee, title: say('已拨付：{title} {amount}', 'Paid: {titleEn} {amount}'), body: say('款项已于 {paidOn} 付出，请核对账户后确认到账。', 'It was paid on {paidOn}; please look at your account and confirm receipt.') },
  cancel: { to: grantee, title: say('不再拨付：{title} {amount}', 'Not paid any more: {titleEn} {amount}'), body: say('原因：{reason}', 'The reason: {reason}') },
};

/** Which messages a step answers: those that asked for it. */
const ANSWERED: Readonly<Partial<Record<TrancheMove, readonly TrancheMove[]>>> = {
  prepare: ['request', 'refuse'], cancel: ['request', 'refuse'], approve: ['prepare'], refuse: ['prepare', 'approve'], pay: ['approve'], acknowledge: ['pay'],
};

/** Tells whoever has the next step with money, and that the one before is done. */
@Injectable()
export class TellAboutMoney {
  constructor(private readonly events: Events) {}

  async payment(move: TrancheMove, tranche: Tranche): Promise<void> {
    const news = NEWS[move];
    const answered = ANSWERED[move];
    if (answered) await this.events.tell(NothingLeftToDo, { asked: answered.map((step) => `payment-${step}:${tranche.id}:`) });
    if (!news) return;
    const { id, title, amountFen, payFen, reason, paidOn, version } = tranche;
    await this.events.tell(PeopleToBeTold, {
      to: news.to(tranche), kind: `payment-${move}`, title: news.title, body: news.body, link: `/desk/payments/${id}`, key: `payment-${move}:${id}:${version}`,
      facts: { title: title.zh, titleEn: title.en, amount: formatFen(fen(payFen ?? amountFen)), reason: reason ?? '', paidOn: paidOn ?? '' },
    });
  }

  async depositDecided({ id }: Deposit): Promise<void> {
    await this.events.tell(NothingLeftToDo, { asked: [`deposit-proposed:${id}`] });
  }

  async deposit({ id, callId, nodePath, amountFen, memo }: Deposit): Promise<void> {
    await this.events.tell(PeopleToBeTold, {
      to: { role: 'finance_approver', nodePath }, kind: 'deposit-proposed', title: say('到账待批准：{amount}', 'Money in, to be approved: {amount}'),
      body: say('{memo}。请核对银行回单后批准入账。', '{memo}. Please look at the bank’s slip and approve it.'), link: `/desk/funds/${callId}?tab=deposits`, key: `deposit-proposed:${id}`,
      facts: { amount: formatFen(fen(amountFen)), memo },
    });
  }
}
