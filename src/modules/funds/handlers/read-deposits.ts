import { Injectable } from '@nestjs/common';
import { scopeOf, type Actor } from '#libs/access';
import { say, type Sentence } from '#libs/errors';
import { CallsFacade } from '#modules/calls';
import { IdentityFacade } from '#modules/identity';
import type { Deposit } from '../domain/tranche.js';
import { FundsStore } from '../store/funds.store.js';
import type { DepositView } from './books.view.js';
import { STAFF } from './read-funds.js';

const DECIDED = say('已经处理', 'It has been decided');
const BY_APPROVER = say('由财务审批核对银行回单后批准', 'A finance approver approves it after looking at the bank’s slip');
const BY_ANOTHER = say('由您登记，须由另一人审批', 'You recorded it, so another person approves it');

/** Money that came in, as those see it who record and approve it. */
@Injectable()
export class ReadDeposits {
  constructor(
    private readonly funds: FundsStore,
    private readonly calls: CallsFacade,
    private readonly identity: IdentityFacade,
  ) {}

  /** What waits for approval in every round in sight, oldest first. */
  async waiting(actor: Actor): Promise<DepositView[]> {
    return this.views(await this.funds.proposedDeposits(scopeOf(actor, ...STAFF)), actor);
  }

  async ofCall(callId: string, actor: Actor): Promise<DepositView[]> {
    return this.views(await this.funds.deposits(callId), actor);
  }

  async views(deposits: readonly Deposit[], actor: Actor): Promise<DepositView[]> {
    const titles = new Map((await this.calls.many([...new Set(deposits.map(({ callId }) => callId))])).map(({ id, title }) => [id, title]));
    const names = await this.identity.names(deposits.flatMap(({ proposedBy, decidedBy }) => [proposedBy, decidedBy]));
    return deposits.map((deposit) => {
      const { id, callId, amountFen, reference, memo, status, proposedAt, decidedAt } = deposit;
      const refusal = against(deposit, actor);
      return {
        id, callId, callTitle: titles.get(callId)!, amountFen, reference, memo, status, proposedAt, proposedBy: names.get(deposit.proposedBy) ?? '', decidedAt,
        decidedBy: deposit.decidedBy && (names.get(deposit.decidedBy) ?? ''), mayDecide: refusal === null, ...(refusal ? { refusal } : {}),
      };
    });
  }
}

function against({ status, nodePath, proposedBy }: Deposit, actor: Actor): Sentence | null {
  if (status !== 'proposed') return DECIDED;
  if (proposedBy === actor.accountId) return BY_ANOTHER;
  return actor.holdsAt(nodePath, 'finance_approver') ? null : BY_APPROVER;
}
