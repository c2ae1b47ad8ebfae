import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { dayOf } from '#libs/calendar';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { say, tell, type Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import { fen } from '#libs/money';
import { IdentityFacade } from '#modules/identity';
import { MilestonesFacade } from '#modules/milestones';
import { ProjectsFacade, type ProjectView } from '#modules/projects';
import { dayAhead, moneyOwed, noSuchProject, notSettled, tooMuchReturned } from '../funds.errors.js';
import { settleAtActual } from '../domain/tranche-plan.js';
import { CLOSED } from '../domain/tranche.js';
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

/** While a project runs, money that is paid and not spent yet is not owed to anybody. */
const ACCOUNTED: readonly string[] = ['evaluating', 'settled', 'archived', 'terminated'];

export class MoneyReturnView {
  @Shown() amountFen: number;
  @Shown() bankReference: string;
  @Shown() returnedOn: string;
  @Shown() who: string;
}

/** The same with what may be done about it. */
export class ProjectMoneyView implements ProjectMoney {
  @Shown() awardedFen: number;
  @Shown() paidFen: number;
  @Shown() returnedFen: number;
  @Shown({ description: '应退未退 paid beyond the accepted spending and not back yet' }) owedFen: number;
  @Shown({ description: '未办结的拨款笔数 payments that are not closed' }) open: number;
  @Shown({ description: '已认可支出 spending that was accepted' }) acceptedSpendFen: number;
  @Shown({ type: [MoneyReturnView] }) returns: MoneyReturnView[];
  @Shown() mayTakeBack: boolean;
  @Shown({ description: '已结算 its accounts are closed' }) settled: boolean;
  @ShownSentence({ nullable: true, description: '不能结算的原因 why it cannot be settled' }) settleRefusal: Sentence | null;
}

@Injectable()
export class CountMoney {
  constructor(
    private readonly funds: FundsStore,
    private readonly milestones: MilestonesFacade,
    private readonly identity: IdentityFacade,
  ) {}

  async shown(project: ProjectView, actor: Actor): Promise<ProjectMoneyView> {
    const [money, { acceptedSpendFen }, returns] = await Promise.all([this.of(project), this.milestones.stateOf(project.id), this.funds.returnsOf(project.id)]);
    const names = await this.identity.names(returns.map(({ by }) => by));
    return {
      ...money, owedFen: ACCOUNTED.includes(project.status) ? money.owedFen : 0, awardedFen: project.awardedFen, acceptedSpendFen, returns: returns.map(({ amountFen, bankReference, returnedOn, by }) => ({ amountFen, bankReference, returnedOn, who: names.get(by) ?? '' })),
      mayTakeBack: actor.holdsAt(project.nodePath, 'finance_maker') && money.paidFen > money.returnedFen, settled: isSettled(project), settleRefusal: againstSettling(project, money, actor),
    };
  }

  async of({ id, awardedFen }: Pick<ProjectView, 'id' | 'awardedFen'>): Promise<ProjectMoney> {
    const [tranches, returnedFen, { acceptedSpendFen }] = await Promise.all([this.funds.ofProject(id), this.funds.returned(id), this.milestones.stateOf(id)]);
    const paidFen = tranches.filter(({ status }) => status === 'paid' || status === 'acknowledged').reduce((sum, { payFen }) => sum + payFen!, 0);
    const { recoverFen } = settleAtActual(fen(awardedFen), fen(acceptedSpendFen), fen(Math.max(0, paidFen - returnedFen)));
    return { paidFen, returnedFen, owedFen: recoverFen, open: tranches.filter(({ status }) => !CLOSED.includes(status)).length };
  }
}

const isSettled = ({ status }: ProjectView): boolean => status === 'settled' || status === 'archived';

function againstSettling(project: ProjectView, { open, owedFen }: ProjectMoney, actor: Actor): Sentence | null {
  const { status, nodePath } = project;
  if (isSettled(project)) return say('项目已结算', 'The project is settled');
  if (open > 0) return inBoth(notSettled(open));
  if (owedFen > 0) return inBoth(moneyOwed(owedFen));
  if (status !== 'evaluating') return say('末期评估通过后才能结算', 'It is settled after the final evaluation');
  return actor.holdsAt(nodePath, 'finance_approver') ? null : say('由财务审批办理结算', 'A finance approver settles it');
}

const inBoth = ({ sentence, facts }: { sentence: Sentence; facts: Record<string, unknown> }): Sentence => say(tell(sentence, facts, 'zh'), tell(sentence, facts, 'en'));

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
    const [id, now] = [newId<string>(), await this.time.now()];
    if (returnedOn > dayOf(now)) throw dayAhead();
    await this.funds.addReturn({ id, projectId, amountFen, bankReference, returnedOn, by: actor.accountId, at: now });
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

  /** @throws DomainError `second_factor_needed`, `return_above_paid`, `day_ahead`, `bank_reference_taken` */
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
