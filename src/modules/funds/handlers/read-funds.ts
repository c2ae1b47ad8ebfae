import { Injectable } from '@nestjs/common';
import { scopeOf, type Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { Transaction, type Page, type PageRequest } from '#libs/database';
import { say, tell, type Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import { Ledger, type StatementLine } from '#libs/ledger';
import { CallsFacade } from '#modules/calls';
import { OrganisationsFacade } from '#modules/organisations';
import { ProjectsFacade } from '#modules/projects';
import { noSuchProject, noSuchRound, noSuchTranche } from '../funds.errors.js';
import { accountsOf } from '../domain/accounts-of-round.js';
import type { GateReason } from '../domain/tranche-facts.js';
import { trancheLifecycle } from '../domain/tranche.lifecycle.js';
import type { Deposit, Tranche, TrancheStatus } from '../domain/tranche.js';
import { FundsStore } from '../store/funds.store.js';
import { JudgeGate } from './judge-gate.js';
import { CountMoney, type ProjectMoney } from './settle-project.js';

export const STAFF = ['officer', 'finance_maker', 'finance_approver', 'auditor'] as const;

export class TrancheRow {
  @Shown() id: string;
  @Shown() projectId: string;
  @Shown() callId: string;
  @Shown() number: number;
  @Shown() key: string;
  @ShownSentence() title: Sentence;
  @Shown({ description: '分 fen' }) amountFen: number;
  @Shown({ nullable: true, type: Number }) payFen: number | null;
  @Shown() status: string;
  @ShownSentence() label: Sentence;
  @Shown({ nullable: true, type: String }) paidOn: string | null;
  @Shown({ nullable: true, type: String }) bankReference: string | null;
  @Shown({ nullable: true, type: String }) reason: string | null;

  static of({ id, projectId, callId, number, key, title, amountFen, payFen, status, paidOn, bankReference, reason }: Tranche): TrancheRow {
    return { id, projectId, callId, number, key, title, amountFen, payFen, status, label: trancheLifecycle.label(status), paidOn, bankReference, reason };
  }
}

export class GateReasonView {
  @Shown() code: string;
  @Shown() met: boolean;
  @ShownSentence() sentence: Sentence;
  @Shown({ required: false, type: Object }) evidence?: { kind: string; id: string };

  static of({ code, met, sentence, facts, evidence }: GateReason): GateReasonView {
    return { code, met, sentence: say(tell(sentence, facts, 'zh'), tell(sentence, facts, 'en')), ...(evidence ? { evidence } : {}) };
  }
}

/** One payment with every reason for and against it. */
export class TrancheDetail extends TrancheRow {
  @Shown({ description: '此刻应付（分） due now in fen' }) dueFen: number;
  @Shown() open: boolean;
  @Shown({ type: [GateReasonView] }) gate: GateReasonView[];
  @Shown({ type: Object }) vouchers: object[];
  @Shown({ nullable: true, type: String }) requestedBy: string | null;
  @Shown({ nullable: true, type: String }) preparedBy: string | null;
  @Shown({ nullable: true, type: String }) approvedBy: string | null;
  @Shown({ nullable: true, type: Object, description: '收款账户（隐去号码） where it goes, without the number' }) account: object | null;
  @Shown({ type: Object }) moves: object[];
}

export class DepositView {
  @Shown() id: string;
  @Shown() amountFen: number;
  @Shown() reference: string;
  @Shown() memo: string;
  @Shown() status: string;
  @Shown() proposedAt: Date;

  static of({ id, amountFen, reference, memo, status, proposedAt }: Deposit): DepositView {
    return { id, amountFen, reference, memo, status, proposedAt };
  }
}

/** How a round's money stands, in fen. */
export class RoundMoneyView {
  @Shown() poolFen: number;
  @Shown({ description: '尚未承诺 not promised yet' }) freeFen: number;
  @Shown({ description: '已承诺未付 promised and not paid' }) committedFen: number;
  @Shown({ description: '净支付 paid less returned' }) paidFen: number;
  @Shown({ description: '银行存款 in the bank' }) bankFen: number;
  @Shown({ type: [DepositView] }) deposits: DepositView[];
}

/** What finance, officers and grantees read of the money. Out of sight is absent. */
@Injectable()
export class ReadFunds {
  constructor(
    private readonly funds: FundsStore,
    private readonly gate: JudgeGate,
    private readonly organisations: OrganisationsFacade,
    private readonly projects: ProjectsFacade,
    private readonly counting: CountMoney,
  ) {}

  /** What waits for finance. */
  async waiting(actor: Actor, page: PageRequest, status?: TrancheStatus): Promise<Page<TrancheRow>> {
    const { items, next } = await this.funds.list(scopeOf(actor, ...STAFF), page, status ? [status] : ['requested', 'prepared', 'approved']);
    return { items: items.map((tranche) => TrancheRow.of(tranche)), next };
  }

  async ofProject(projectId: string, actor: Actor): Promise<{ tranches: TrancheRow[]; money: ProjectMoney }> {
    const project = await this.projects.get(projectId);
    if (!mayRead(actor, project)) throw noSuchProject();
    return { tranches: (await this.funds.ofProject(projectId)).map((tranche) => TrancheRow.of(tranche)), money: await this.counting.of(project) };
  }

  async one(id: string, actor: Actor): Promise<TrancheDetail> {
    const tranche = await this.funds.tranche(id);
    if (!tranche || !mayRead(actor, tranche)) throw noSuchTranche();
    const { verdict, dueFen, now } = await this.gate.run(tranche);
    const unmet = verdict.reasons.filter(({ met }) => !met);
    const moves = trancheLifecycle.possible(tranche, { actor, now, unmet, reason: 'given with the move' }).map(({ move, label, verdict: may }) => ({
      move, label, allowed: may.allowed, ...(may.allowed ? {} : { reason: say(tell(may.sentence, may.facts, 'zh'), tell(may.sentence, may.facts, 'en')) }),
    }));
    const { vouchers, requestedBy, preparedBy, approvedBy } = tranche;
    const account = await this.organisations.payableAccount(tranche.organisationId);
    return { ...TrancheRow.of(tranche), dueFen, open: verdict.open, gate: verdict.reasons.map((reason) => GateReasonView.of(reason)), vouchers, requestedBy, preparedBy, approvedBy, account, moves };
  }
}

const mayRead = (actor: Actor, { nodePath, organisationId }: { nodePath: string; organisationId: string }): boolean =>
  actor.holdsAt(nodePath, ...STAFF) || actor.holdsFor(organisationId, 'applicant');

/** The books of a round, for those who answer for them. */
@Injectable()
export class ReadBooks {
  constructor(
    private readonly tx: Transaction,
    private readonly funds: FundsStore,
    private readonly calls: CallsFacade,
    private readonly ledger: Ledger,
    private readonly projects: ProjectsFacade,
  ) {}

  /** @throws DomainError `call_absent` also for one out of sight */
  async round(callId: string, actor: Actor): Promise<RoundMoneyView> {
    const call = await this.visible(callId, actor);
    return { ...(await this.balances(callId, call.rulebook.money.poolFen)), deposits: (await this.funds.deposits(callId)).map((deposit) => DepositView.of(deposit)) };
  }

  async balances(callId: string, poolFen: number): Promise<Omit<RoundMoneyView, 'deposits'>> {
    const accounts = accountsOf(callId);
    const projects = await this.projects.ofCall(callId);
    const sum = async (codes: readonly string[]) => (await Promise.all(codes.map((code) => this.balance(code)))).reduce((total, each) => total + each, 0);
    const authorised = -(await this.balance(accounts.authorised));
    return {
      poolFen, freeFen: authorised === 0 ? poolFen : await this.balance(accounts.free), committedFen: await sum(projects.map(({ id }) => accounts.committed(id))),
      paidFen: await sum(projects.map(({ id }) => accounts.paid(id))), bankFen: await this.balance(accounts.bank),
    };
  }

  async statement(callId: string, page: PageRequest, actor: Actor): Promise<Page<StatementLine>> {
    await this.visible(callId, actor);
    return this.ledger.statement(accountsOf(callId).prefix, page);
  }

  private async visible(callId: string, actor: Actor) {
    const call = await this.calls.get(callId);
    if (!actor.holdsAt(call.nodePath, ...STAFF)) throw noSuchRound();
    return call;
  }

  /** Zero for an account that nothing was posted to yet. */
  private async balance(code: string): Promise<number> {
    const [row] = await this.tx.reader.query<{ balance: string }[]>('select balance from ledger_account where code = $1', [code]);
    return Number(row?.balance ?? 0);
  }
}

/** The instruction for the bank, with the full number: that it was read is on record. */
@Injectable()
export class ReadInstruction {
  constructor(
    private readonly tx: Transaction,
    private readonly funds: FundsStore,
    private readonly organisations: OrganisationsFacade,
    private readonly projects: ProjectsFacade,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `tranche_absent` unless it is approved and the actor's to pay */
  run(id: string, actor: Actor): Promise<{ payee: string; bankName: string; accountNumber: string; amountFen: number; purpose: string }> {
    return this.tx.run(async () => {
      const tranche = await this.funds.lock(id);
      if (tranche?.status !== 'approved' || !actor.holdsAt(tranche.nodePath, 'finance_maker')) throw noSuchTranche();
      const [account, project] = await Promise.all([this.organisations.payableAccount(tranche.organisationId), this.projects.get(tranche.projectId)]);
      const accountNumber = await this.organisations.accountNumber(tranche.organisationId, tranche.accountId!);
      await this.audit.record({ action: 'bank_account.number_read', subject: { kind: 'tranche', id }, actor, facts: { account: tranche.accountId } });
      return { payee: account!.accountName, bankName: account!.bankName, accountNumber: accountNumber!, amountFen: tranche.payFen!, purpose: `${project.number} ${tranche.title.zh}` };
    });
  }
}
