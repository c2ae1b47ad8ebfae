import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { say, type Sentence } from '#libs/errors';
import { fen, toWords } from '#libs/money';
import { CallsFacade } from '#modules/calls';
import { DocumentsFacade } from '#modules/documents';
import { IdentityFacade } from '#modules/identity';
import { OrganisationsFacade } from '#modules/organisations';
import { trancheLifecycle, type TrancheMove } from '../domain/tranche.lifecycle.js';
import type { Tranche } from '../domain/tranche.js';
import { DescribeTranches } from './describe-tranches.js';
import { JudgeGate, type JudgedTranche } from './judge-gate.js';
import { ReadBalances } from './read-balances.js';
import { GateReasonView, inWords, stepWords, VoucherView, type PayeeView, type StepView, type TrancheDetail, type TrancheMoveView, type TrancheHistoryView } from './tranche.view.js';

/** Who takes each step, and what the others are told of it. */
const STEP_OF: Readonly<Record<TrancheMove, { role: string; sentence: Sentence }>> = {
  request: { role: 'applicant', sentence: say('由承担组织申请', 'The grantee asks for it') },
  acknowledge: { role: 'applicant', sentence: say('由承担组织确认', 'The grantee acknowledges it') },
  prepare: { role: 'finance_maker', sentence: say('由财务经办提交', 'A finance maker prepares it') },
  pay: { role: 'finance_maker', sentence: say('由财务经办登记', 'A finance maker records it') },
  cancel: { role: 'finance_maker', sentence: say('由财务经办取消', 'A finance maker cancels it') },
  approve: { role: 'finance_approver', sentence: say('须由另一位持有财务审批角色的同事批准', 'It is approved by another person, who holds the approver’s role') },
  refuse: { role: 'finance_approver', sentence: say('由财务审批退回', 'A finance approver sends it back') },
};

/** The people and papers around a payment. */
@Injectable()
export class TrancheSurroundings {
  constructor(
    private readonly identity: IdentityFacade,
    private readonly documents: DocumentsFacade,
    private readonly organisations: OrganisationsFacade,
    private readonly audit: AuditTrail,
  ) {}

  async steps(tranche: Tranche): Promise<Pick<TrancheDetail, 'requested' | 'prepared' | 'approved' | 'recorded' | 'history'>> {
    const leaves = (await this.audit.of({ kind: 'tranche', id: tranche.id }, { limit: 200 })).items;
    const names = await this.identity.names([tranche.requestedBy, tranche.preparedBy, tranche.approvedBy, tranche.paidBy, ...leaves.map(({ actorId }) => actorId)]);
    const step = (by: string | null, at: Date | null): StepView | null => (by === null ? null : { name: names.get(by) ?? '', at });
    const history = leaves.flatMap(({ action, actorId, at, facts }): TrancheHistoryView[] => {
      const what = action === 'bank_account.number_read' ? say('查看完整账号', 'Read the full account number') : stepWords(action);
      return what ? [{ what, at, who: names.get(actorId) ?? '', note: (facts as { reason?: string }).reason ?? null }] : [];
    });
    const paidAt = leaves.find(({ action }) => action === 'tranche.pay')?.at ?? null;
    return {
      requested: step(tranche.requestedBy, tranche.requestedAt), prepared: step(tranche.preparedBy, tranche.preparedAt), approved: step(tranche.approvedBy, tranche.approvedAt),
      recorded: step(tranche.paidBy, paidAt), history: history.reverse(),
    };
  }

  async vouchers(tranche: Tranche): Promise<VoucherView[]> {
    const files = new Map((await this.documents.many(tranche.vouchers.map(({ documentId }) => documentId))).map((file) => [file.id, file]));
    return tranche.vouchers.map((voucher) => VoucherView.of(voucher, files.get(voucher.documentId)!));
  }

  /** The account that it is, or would be, paid to. */
  async payee({ organisationId, accountId }: Tranche): Promise<PayeeView | null> {
    const account = accountId === null ? await this.organisations.payableAccount(organisationId) : await this.organisations.accountOf(organisationId, accountId);
    return account && { id: account.id, bankName: account.bankName, accountName: account.accountName, masked: account.masked };
  }
}

/** One payment as its page shows it. */
@Injectable()
export class ReadTranche {
  constructor(
    private readonly gate: JudgeGate,
    private readonly describing: DescribeTranches,
    private readonly around: TrancheSurroundings,
    private readonly balances: ReadBalances,
    private readonly calls: CallsFacade,
  ) {}

  async run(tranche: Tranche, actor: Actor): Promise<TrancheDetail> {
    const judged = await this.gate.run(tranche);
    const { rulebook } = await this.calls.get(tranche.callId);
    const [row, steps, vouchers, account, { bankFen, freeFen }] = await Promise.all([
      this.describing.one(tranche, judged), this.around.steps(tranche), this.around.vouchers(tranche), this.around.payee(tranche), this.balances.of(tranche.callId, rulebook.money.poolFen),
    ]);
    const dueFen = tranche.payFen ?? judged.dueFen;
    return {
      ...row, ...steps, vouchers, account, dueFen, dueWords: toWords(fen(dueFen)), gate: judged.verdict.reasons.map((reason) => GateReasonView.of(reason)),
      acknowledgedAt: tranche.acknowledgedAt, moves: movesOf(tranche, judged, actor), awardedFen: judged.project.awardedFen, othersFen: judged.paidFen, bankFen, freeFen,
    };
  }
}

function movesOf(tranche: Tranche, { verdict, now, project, dueFen }: JudgedTranche, actor: Actor): TrancheMoveView[] {
  const unmet = verdict.reasons.filter(({ met }) => !met);
  return trancheLifecycle.possible(tranche, { actor, now, unmet, projectOver: project.status === 'terminated', dueFen, reason: 'given with the move' }).map(({ move, label, verdict: may }) => {
    if (!may.allowed) return { move, label, allowed: false, reason: inWords(may) };
    const { role, sentence } = STEP_OF[move];
    const holds = role === 'applicant' ? actor.holdsFor(tranche.organisationId, role) : actor.holdsAt(tranche.nodePath, role);
    return holds ? { move, label, allowed: true } : { move, label, allowed: false, reason: sentence };
  });
}
