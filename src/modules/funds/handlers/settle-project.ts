import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { fen } from '#libs/money';
import { IdentityFacade } from '#modules/identity';
import { MilestonesFacade } from '#modules/milestones';
import { ProjectsFacade, type ProjectView } from '#modules/projects';
import { moneyOwed, noSuchProject, notSettled, tooMuchReturned } from '../funds.errors.js';
import { settleAtActual } from '../domain/tranche-plan.js';
import { FundsStore } from '../store/funds.store.js';
import { KeepBooks } from './keep-books.js';

export interface ReturnedMoney {
  readonly amountFen: number;
  readonly bankReference: string;
  /** Day in Asia/Shanghai. */
  readonly returnedOn: string;
}

/** How a project's money stands. Amounts in fen. */
export interface ProjectMoney {
  readonly paidFen: number;
  readonly returnedFen: number;
  /** Paid beyond the accepted spending, and not back yet. */
  readonly owedFen: number;
  readonly open: number;
}

@Injectable()
export class CountMoney {
  constructor(
    private readonly funds: FundsStore,
    private readonly milestones: MilestonesFacade,
  ) {}

  async of({ id, awardedFen }: Pick<ProjectView, 'id' | 'awardedFen'>): Promise<ProjectMoney> {
    const [tranches, returnedFen, { acceptedSpendFen }] = await Promise.all([this.funds.ofProject(id), this.funds.returned(id), this.milestones.stateOf(id)]);
    const paidFen = tranches.filter(({ status }) => status === 'paid' || status === 'acknowledged').reduce((sum, { payFen }) => sum + payFen!, 0);
    const { recoverFen } = settleAtActual(fen(awardedFen), fen(acceptedSpendFen), fen(Math.max(0, paidFen - returnedFen)));
    return { paidFen, returnedFen, owedFen: recoverFen, open: tranches.filter(({ status }) => !['paid', 'acknowledged', 'cancelled'].includes(status)).length };
  }
}

/** Puts a return or a settlement on record and into the books. */
@Injectable()
export class RecordSettlement {
  constructor(
    private readonly funds: FundsStore,
    private readonly books: KeepBooks,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  async returned({ id: projectId, callId }: ProjectView, { amountFen, bankReference, returnedOn }: ReturnedMoney, actor: Actor): Promise<void> {
    const id = newId<string>();
    await this.funds.addReturn({ id, projectId, amountFen, bankReference, returnedOn, by: actor.accountId, at: await this.time.now() });
    await this.audit.record({ action: 'funds.returned', subject: { kind: 'project', id: projectId }, actor, facts: { amountFen, bankReference, returnedOn } });
    await this.books.takeBack({ callId, projectId, amountFen }, { returnId: id, returnedOn }, actor.accountId);
  }

  async settled({ id, callId }: ProjectView, money: ProjectMoney, actor: Actor): Promise<void> {
    await this.audit.record({ action: 'funds.settled', subject: { kind: 'project', id }, actor, facts: { ...money } });
    await this.books.release(callId, id, actor.accountId);
  }
}

/** Finance takes unspent money back, and closes the accounts of a project. */
@Injectable()
export class SettleProject {
  constructor(
    private readonly tx: Transaction,
    private readonly projects: ProjectsFacade,
    private readonly counting: CountMoney,
    private readonly identity: IdentityFacade,
    private readonly records: RecordSettlement,
  ) {}

  /** @throws DomainError `second_factor_needed`, `return_above_paid`, `bank_reference_taken` */
  async takeBack(projectId: string, returned: ReturnedMoney, actor: Actor): Promise<ProjectMoney> {
    this.identity.requireFreshFactor(actor);
    return this.tx.run(async () => {
      const project = await this.held(projectId, actor, 'finance_maker');
      const { paidFen, returnedFen } = await this.counting.of(project);
      if (returnedFen + returned.amountFen > paidFen) throw tooMuchReturned();
      await this.records.returned(project, returned, actor);
      return this.counting.of(project);
    });
  }

  /** @throws DomainError `second_factor_needed`, `payments_open`, `money_owed`, `wrong_state` unless its final evaluation is in */
  async settle(projectId: string, actor: Actor): Promise<ProjectMoney> {
    this.identity.requireFreshFactor(actor);
    return this.tx.run(async () => {
      const project = await this.held(projectId, actor, 'finance_approver');
      const money = await this.counting.of(project);
      if (money.open > 0) throw notSettled(money.open);
      if (money.owedFen > 0) throw moneyOwed(money.owedFen);
      await this.projects.move(projectId, 'settle', actor, { ...money });
      await this.records.settled(project, money, actor);
      return money;
    });
  }

  private async held(projectId: string, actor: Actor, role: string): Promise<ProjectView> {
    const project = await this.projects.hold(projectId);
    if (!actor.holdsAt(project.nodePath, role)) throw noSuchProject();
    return project;
  }
}
