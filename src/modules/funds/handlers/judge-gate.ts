import { Injectable } from '@nestjs/common';
import { dayOf, endOfDay, startOfDay, type Day } from '#libs/calendar';
import { DatabaseTime } from '#libs/database';
import { fen } from '#libs/money';
import { CallsFacade } from '#modules/calls';
import { ContractsFacade } from '#modules/contracts';
import { MilestonesFacade } from '#modules/milestones';
import { OrganisationsFacade, type PayableAccount, type Standing } from '#modules/organisations';
import { ProjectsFacade, type ProjectView } from '#modules/projects';
import { conditionOf, wordsOf } from '../domain/gate-of-rulebook.js';
import { openedAt } from '../domain/opened-at.js';
import { settleAtActual } from '../domain/tranche-plan.js';
import type { Flag, GateVerdict, RulebookWords, TrancheFacts } from '../domain/tranche-facts.js';
import { trancheGate } from '../domain/tranche-gate.js';
import type { TrancheMove } from '../domain/tranche.lifecycle.js';
import type { Tranche } from '../domain/tranche.js';
import { FundsStore } from '../store/funds.store.js';

const ON_ITS_WAY: readonly string[] = ['prepared', 'approved', 'paid', 'acknowledged'];

export interface JudgedTranche {
  readonly verdict: GateVerdict;
  /** What would be paid now: the tranche, or less where the last one is settled at actual cost. */
  readonly dueFen: number;
  /** When the last condition was met; null while the gate is shut. */
  readonly openedAt: Date | null;
  /** The project's other payments that are made or on their way, in fen. */
  readonly paidFen: number;
  readonly now: Date;
  readonly project: ProjectView;
}

/** What stops an organisation or a project, and whether its account is verified. */
@Injectable()
export class GateContext {
  constructor(
    private readonly organisations: OrganisationsFacade,
    private readonly calls: CallsFacade,
    private readonly time: DatabaseTime,
  ) {}

  async of(project: ProjectView): Promise<{ now: Date; flags: Flag[]; account: PayableAccount | null; words: RulebookWords }> {
    const now = await this.time.now();
    const [standing, account, { rulebook }] = await Promise.all([
      this.organisations.standing(project.organisationId, dayOf(now)), this.organisations.payableAccount(project.organisationId), this.calls.get(project.callId),
    ]);
    return { now, flags: flagsOf(standing, project, now), account, words: wordsOf(rulebook) };
  }
}

/** Looks at everything that stands for or against paying a tranche now. */
@Injectable()
export class JudgeGate {
  constructor(
    private readonly funds: FundsStore,
    private readonly projects: ProjectsFacade,
    private readonly contracts: ContractsFacade,
    private readonly milestones: MilestonesFacade,
    private readonly context: GateContext,
  ) {}

  async run(tranche: Tranche): Promise<JudgedTranche> {
    const [project, contract, state, siblings] = await Promise.all([
      this.projects.get(tranche.projectId), this.contracts.signedOf(tranche.projectId), this.milestones.stateOf(tranche.projectId), this.funds.ofProject(tranche.projectId),
    ]);
    const { now, flags, account, words } = await this.context.of(project);
    const others = siblings.filter(({ id, status }) => id !== tranche.id && ON_ITS_WAY.includes(status));
    const paidFen = others.reduce((sum, { payFen }) => sum + (payFen ?? 0), 0);
    const dueFen = tranche.atActual ? Math.min(tranche.amountFen, settleAtActual(fen(project.awardedFen), fen(state.acceptedSpendFen), fen(paidFen)).payFen) : tranche.amountFen;
    const facts: TrancheFacts = {
      now, trancheFen: fen(dueFen), grantedFen: fen(project.awardedFen), paidFen: fen(paidFen), flags, words,
      contract: contract && { signedAt: contract.signedAt, evidence: { kind: 'contract', id: contract.contractId } },
      publicity: { endedAt: project.publicityEndedAt },
      milestones: state.milestones.map(({ id, key, acceptedAt }) => ({ key, acceptedAt, evidence: { kind: 'milestone', id } })),
      evaluations: state.evaluations.map(({ id, key, gradeKey, passed, recordedAt }) => ({ key, grade: gradeKey, passed, recordedAt, evidence: { kind: 'evaluation', id } })),
      documents: tranche.vouchers.map(({ kind, documentId, amountFen }) => ({ kind, amountFen: fen(amountFen), evidence: { kind: 'document', id: documentId } })),
      objections: project.objectionOpen ? [{ closedAt: null, evidence: { kind: 'award', id: project.awardId } }] : [],
      bankAccount: account && { verifiedAt: account.verifiedAt, evidence: { kind: 'bank_account', id: account.id } },
    };
    const conditions = tranche.conditions.map(conditionOf);
    const verdict = trancheGate(conditions, facts);
    return { verdict, dueFen, openedAt: verdict.open ? openedAt(conditions, facts, tranche.requestedAt) : null, paidFen, now, project };
  }

  /** Reports that a payment rests on stay accepted while it is under way and once it is made; sent back, it rests on nothing. */
  async noteReliance(move: TrancheMove, { id, projectId, title, status, atActual, conditions }: Tranche): Promise<void> {
    if (move === 'refuse') await this.milestones.release(id);
    if (!RELYING.includes(move)) return;
    const keys = conditions.flatMap((condition) => (condition.kind === 'milestone_accepted' ? [condition.milestone] : []));
    const { milestones } = await this.milestones.stateOf(projectId);
    const grounds = milestones.filter(({ key, acceptedAt }) => acceptedAt !== null && (atActual || keys.includes(key)));
    await this.milestones.rely(grounds.map(({ id: milestoneId }) => milestoneId), { id, title, paid: status === 'paid' });
  }
}

/** Steps from which a payment rests on the reports that its conditions name. */
const RELYING: readonly TrancheMove[] = ['prepare', 'approve', 'pay'];

function flagsOf({ stopReason, stoppedAt, ban }: Standing, { status, stoppedReason }: ProjectView, now: Date): Flag[] {
  const flags: Flag[] = [];
  if (stopReason !== null) flags.push({ kind: 'stop', from: stoppedAt ?? now, until: null, basis: stopReason });
  if (ban) flags.push({ kind: 'debarment', from: startOfDay(ban.fromDay as Day), until: endOfDay(ban.untilDay as Day), basis: ban.basis });
  if (status === 'suspended' || status === 'terminated') flags.push({ kind: 'stop', from: now, until: null, basis: stoppedReason ?? STOPPED_WORDS[status] });
  return flags;
}

const STOPPED_WORDS = { suspended: '项目已暂停', terminated: '项目已终止' };
