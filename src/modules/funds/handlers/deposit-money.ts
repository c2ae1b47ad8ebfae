import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { CallsFacade } from '#modules/calls';
import { IdentityFacade } from '#modules/identity';
import { decided, noSuchDeposit, noSuchRound, secondPerson } from '../funds.errors.js';
import { Deposit } from '../domain/tranche.js';
import { FundsStore } from '../store/funds.store.js';
import { KeepBooks } from './keep-books.js';
import { TellAboutMoney } from './tell-about-payment.js';

/** Puts what is proposed and what is decided on record. */
@Injectable()
export class RecordDeposit {
  constructor(
    private readonly funds: FundsStore,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
    private readonly telling: TellAboutMoney,
  ) {}

  async proposed(deposit: Deposit, actor: Actor): Promise<void> {
    deposit.proposedAt = await this.time.now();
    await this.funds.addDeposit(deposit);
    const { id, callId, amountFen, reference } = deposit;
    await this.audit.record({ action: 'deposit.proposed', subject: { kind: 'call', id: callId }, actor, facts: { id, amountFen, reference } });
    await this.telling.deposit(deposit);
  }

  async run(deposit: Deposit, move: 'approve' | 'refuse', actor: Actor): Promise<void> {
    Object.assign(deposit, { status: move === 'approve' ? 'approved' : 'refused', decidedBy: actor.accountId, decidedAt: await this.time.now() });
    await this.funds.saveDeposit(deposit);
    await this.audit.record({ action: `deposit.${deposit.status}`, subject: { kind: 'call', id: deposit.callId }, actor, facts: { id: deposit.id, amountFen: deposit.amountFen } });
    await this.telling.depositDecided(deposit);
  }
}

/** Money comes in for a round: the maker enters what the bank says, the approver sees it too. */
@Injectable()
export class ProposeDeposit {
  constructor(
    private readonly tx: Transaction,
    private readonly funds: FundsStore,
    private readonly calls: CallsFacade,
    private readonly records: RecordDeposit,
  ) {}

  /** @throws DomainError `call_absent`, `bank_reference_taken` */
  run(callId: string, { amountFen, reference, memo }: { amountFen: number; reference: string; memo: string }, actor: Actor): Promise<Deposit> {
    return this.tx.run(async () => {
      const { nodePath } = await this.calls.get(callId);
      if (!actor.holdsAt(nodePath, 'finance_maker')) throw noSuchRound();
      const deposit = Object.assign(new Deposit(), {
        id: newId<string>(), callId, nodePath, amountFen, reference, memo, status: 'proposed', proposedBy: actor.accountId, decidedBy: null, decidedAt: null,
      });
      await this.records.proposed(deposit, actor);
      return deposit;
    });
  }
}

/** The approver sees the money too, or does not. */
@Injectable()
export class DecideDeposit {
  constructor(
    private readonly tx: Transaction,
    private readonly funds: FundsStore,
    private readonly identity: IdentityFacade,
    private readonly books: KeepBooks,
    private readonly records: RecordDeposit,
  ) {}

  /** @throws DomainError `second_factor_needed`, `deposit_absent`, `second_person_needed`, `deposit_decided` */
  async run(id: string, move: 'approve' | 'refuse', actor: Actor): Promise<Deposit> {
    this.identity.requireFreshFactor(actor);
    return this.tx.run(async () => {
      const deposit = await this.funds.lockDeposit(id);
      if (!deposit || !actor.holdsAt(deposit.nodePath, 'finance_approver')) throw noSuchDeposit();
      if (deposit.proposedBy === actor.accountId) throw secondPerson();
      if (deposit.status !== 'proposed') throw decided();
      await this.records.run(deposit, move, actor);
      if (move === 'approve') await this.books.deposit(deposit.callId, deposit, actor.accountId);
      return deposit;
    });
  }
}
