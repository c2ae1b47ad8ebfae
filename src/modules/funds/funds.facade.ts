import { Injectable } from '@nestjs/common';
import { CallsFacade } from '#modules/calls';
import { ReadBalances, type RoundBalances } from './handlers/read-balances.js';
import { FundsStore } from './store/funds.store.js';

export interface PaidTranche {
  readonly id: string;
  readonly key: string;
  readonly amountFen: number;
  readonly payFen: number | null;
  readonly status: string;
  readonly paidOn: string | null;
}

/** What reports ask about money. Amounts in fen. */
@Injectable()
export class FundsFacade {
  constructor(
    private readonly funds: FundsStore,
    private readonly balances: ReadBalances,
    private readonly calls: CallsFacade,
  ) {}

  async ofProject(projectId: string): Promise<PaidTranche[]> {
    return (await this.funds.ofProject(projectId)).map(({ id, key, amountFen, payFen, status, paidOn }) => ({ id, key, amountFen, payFen, status, paidOn }));
  }

  async ofCall(callId: string): Promise<RoundBalances> {
    return this.balances.of(callId, (await this.calls.get(callId)).rulebook.money.poolFen);
  }
}
