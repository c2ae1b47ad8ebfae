import { Injectable } from '@nestjs/common';
import { dayOf, startOfDay, type Day } from '#libs/calendar';
import { DatabaseTime } from '#libs/database';
import { fen } from '#libs/money';
import { ContractsFacade } from '#modules/contracts';
import { MilestonesFacade } from '#modules/milestones';
import { OrganisationsFacade } from '#modules/organisations';
import { ProjectsFacade, type ProjectView } from '#modules/projects';
import { conditionOf } from '../domain/gate-of-rulebook.js';

import { settleAtActual } from '../domain/tranche-plan.js';
import type { Flag, GateVerdict, TrancheFacts } from '../domain/tranche-facts.js';
import { trancheGate } from '../domain/tranche-gate.js';
import type { Tranche } from '../domain/tranche.js';
import { FundsStore } from '../store/funds.store.js';

const ON_ITS_WAY: readonly string[] = ['prepared', 'approved', 'paid', 'acknowledged'];

export interface JudgedTranche {
  readonly verdict: GateVerdict;
  /** What would be paid now: the tranche, or less where the last one is settled at actual cost. */
  readonly dueFen: number;
  readonly now: Date;
  readonly project: ProjectView;
}

/** What stops an organisation or a project, and whether its account is verified. */
@Injectable()
export class GateContext {
  constructor(
    private readonly organisations: OrganisationsFacade,
    private readonly time: DatabaseTime,
  ) {}

  async of({ organisationId, status, stoppedReason }: ProjectView): Promise<{ now: Date; flags: Flag[]; account: string | null }> {
    const now = await this.time.now();
    const today = dayOf(now);
    const { stopReason, debarredUntil } = await this.organisations.standing(organisationId, today);
    const account = await this.organisations.payableAccount(organisationId);
    const from = startOfDay(today as Day);
    const flags: Flag[] = [
      ...(stopReason === null ? [] : [{ kind: 'stop' as const, from, until: null, basis: stopReason }]),
      ...(debarredUntil === null ? [] : [{ kind: 'debarment' as const, from, until: null, basis: debarredUntil }]),
      ...(status === 'suspended' || status === 'terminated' ? [{ kind: 'stop' as const, from, until: null, basis: stoppedReason ?? status }] : []),
    ];
    return { now, flags, account: account?.id ?? null };
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
    const { now, flags, account } = await this.context.of(project);
    const others = siblings.filter(({ id, status }) => id !== tranche.id && ON_ITS_WAY.includes(status));
    const paidFen = others.reduce((sum, { payFen }) => sum + (payFen ?? 0), 0);
    const dueFen = tranche.atActual ? Math.min(tranche.amountFen, settleAtActual(fen(project.awardedFen), fen(state.acceptedSpendFen), fen(paidFen)).payFen) : tranche.amountFen;
    const facts: TrancheFacts = {
      now, trancheFen: fen(dueFen), grantedFen: fen(project.awardedFen), paidFen: fen(paidFen), flags,
      contract: contract && { signedAt: contract.signedAt, evidence: { kind: 'contract', id: contract.contractId } },
      publicity: { endedAt: project.publicityEndedAt },
      milestones: state.milestones.map(({ id, key, acceptedAt }) => ({ key, acceptedAt, evidence: { kind: 'milestone', id } })),
      evaluations: state.evaluations.map(({ id, key, gradeKey, passed }) => ({ key, grade: gradeKey, passed, evidence: { kind: 'evaluation', id } })),
      documents: tranche.vouchers.map(({ kind, documentId, amountFen }) => ({ kind, amountFen: fen(amountFen), evidence: { kind: 'document', id: documentId } })),
      objections: project.objectionOpen ? [{ closedAt: null, evidence: { kind: 'award', id: project.awardId } }] : [],
      bankAccount: account === null ? null : { verifiedAt: now, evidence: { kind: 'bank_account', id: account } },
    };
    return { verdict: trancheGate(tranche.conditions.map(conditionOf), facts), dueFen, now, project };
  }
}
