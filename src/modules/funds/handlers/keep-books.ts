import { Injectable } from '@nestjs/common';
import { SYSTEM } from '#libs/access';
import { startOfDay, type Day } from '#libs/calendar';
import { Ledger } from '#libs/ledger';
import { fen } from '#libs/money';
import { accountsOf } from '../domain/accounts-of-round.js';

interface Movement {
  readonly callId: string;
  readonly projectId: string;
  readonly amountFen: number;
}

/** Posts what happens to a round's money. Each key names one event in the world: posting it twice posts it once. */
@Injectable()
export class KeepBooks {
  constructor(private readonly ledger: Ledger) {}

  /** The pool is authorised with the first project; a promise beyond it is refused by the floor of what is free. */
  async commit({ callId, projectId, amountFen, poolFen }: Movement & { poolFen: number }): Promise<void> {
    const accounts = await this.open(callId, projectId);
    await this.ledger.post({ key: `round:${callId}:authorised`, memo: '批次资金总额', actorId: SYSTEM.accountId, postings: move(accounts.free, accounts.authorised, poolFen) });
    await this.ledger.post({ key: `project:${projectId}:committed`, memo: '立项承诺', actorId: SYSTEM.accountId, postings: move(accounts.committed(projectId), accounts.free, amountFen) });
  }

  async deposit(callId: string, { id, amountFen }: { id: string; amountFen: number }, actorId: string): Promise<void> {
    const accounts = await this.open(callId);
    await this.ledger.post({ key: `deposit:${id}`, memo: '资金到账', actorId, postings: move(accounts.bank, accounts.source, amountFen) });
  }

  /** Cash leaves the bank and the promise is used up, in one journal. @throws DomainError `insufficient_balance` */
  async pay({ callId, projectId, amountFen }: Movement, { trancheId, paidOn }: { trancheId: string; paidOn: string }, actorId: string): Promise<void> {
    const accounts = await this.open(callId, projectId);
    const postings = [...move(accounts.paid(projectId), accounts.bank, amountFen), ...move(accounts.used, accounts.committed(projectId), amountFen)];
    await this.ledger.post({ key: `tranche:${trancheId}:paid`, memo: '拨付', actorId, postings, occurredAt: startOfDay(paidOn as Day) });
  }

  async takeBack({ callId, projectId, amountFen }: Movement, { returnId, returnedOn }: { returnId: string; returnedOn: string }, actorId: string): Promise<void> {
    const accounts = await this.open(callId, projectId);
    const postings = [...move(accounts.bank, accounts.paid(projectId), amountFen), ...move(accounts.free, accounts.used, amountFen)];
    await this.ledger.post({ key: `return:${returnId}`, memo: '结余退回', actorId, postings, occurredAt: startOfDay(returnedOn as Day) });
  }

  /** What is left of a promise becomes free again. */
  async release(callId: string, projectId: string, actorId: string): Promise<void> {
    const accounts = await this.open(callId, projectId);
    const left = await this.ledger.balance(accounts.committed(projectId));
    if (left > 0) await this.ledger.post({ key: `project:${projectId}:released`, memo: '释放未用承诺', actorId, postings: move(accounts.free, accounts.committed(projectId), left) });
  }

  private async open(callId: string, projectId?: string): Promise<ReturnType<typeof accountsOf>> {
    const accounts = accountsOf(callId);
    await this.ledger.openAccount({ code: accounts.authorised, name: '批次资金总额', kind: 'equity' });
    await this.ledger.openAccount({ code: accounts.free, name: '未承诺资金', kind: 'asset', floor: fen(0) });
    await this.ledger.openAccount({ code: accounts.used, name: '已使用额度', kind: 'expense' });
    await this.ledger.openAccount({ code: accounts.source, name: '资金来源', kind: 'income' });
    await this.ledger.openAccount({ code: accounts.bank, name: '银行存款', kind: 'asset', floor: fen(0) });
    if (projectId === undefined) return accounts;
    await this.ledger.openAccount({ code: accounts.committed(projectId), name: '已承诺资金', kind: 'asset', floor: fen(0) });
    await this.ledger.openAccount({ code: accounts.paid(projectId), name: '已拨付资金', kind: 'expense', floor: fen(0) });
    return accounts;
  }
}

/** Out of one account into another. */
const move = (into: string, from: string, amountFen: number) => [{ account: into, amount: fen(amountFen) }, { account: from, amount: fen(-amountFen) }];
