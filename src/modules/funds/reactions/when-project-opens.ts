import { Injectable } from '@nestjs/common';
import { SYSTEM } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { newId } from '#libs/database';
import { Reacts, type Reaction } from '#libs/events';
import { fen } from '#libs/money';
import { CallsFacade } from '#modules/calls';
import { ProjectOpened, type ProjectNews } from '#modules/projects';
import { planOf } from '../domain/gate-of-rulebook.js';
import { planTranches } from '../domain/tranche-plan.js';
import { Tranche, type TrancheId } from '../domain/tranche.js';
import { KeepBooks } from '../handlers/keep-books.js';
import { FundsStore } from '../store/funds.store.js';

/** With the project its money is promised: the commitment is posted, and the tranches are planned. */
@Injectable()
@Reacts(ProjectOpened)
export class WhenProjectOpens implements Reaction<ProjectNews> {
  constructor(
    private readonly funds: FundsStore,
    private readonly books: KeepBooks,
    private readonly calls: CallsFacade,
    private readonly audit: AuditTrail,
  ) {}

  async run({ projectId, callId, organisationId, nodePath, awardedFen }: ProjectNews): Promise<void> {
    const { rulebook } = await this.calls.get(callId);
    const planned = planTranches(fen(awardedFen), planOf(rulebook.tranches));
    const tranches = planned.map(({ key, number, amountFen, atActual }, at) => Object.assign(new Tranche(), {
      id: newId<TrancheId>(), projectId, callId, nodePath, organisationId, key, number, amountFen, atActual, title: rulebook.tranches.tranches[at]!.title,
      conditions: rulebook.tranches.tranches[at]!.conditions, status: 'planned', vouchers: [], requestedBy: null, requestedAt: null, preparedBy: null, preparedAt: null,
      payFen: null, accountId: null, approvedBy: null, approvedAt: null, bankReference: null, paidOn: null, paidBy: null, acknowledgedAt: null, reason: null, version: 1,
    }));
    await this.funds.insert(tranches);
    await this.audit.record({ action: 'funds.committed', subject: { kind: 'project', id: projectId }, actor: SYSTEM, facts: { awardedFen, tranches: tranches.map(({ key, amountFen }) => ({ key, amountFen })) } });
    await this.books.commit({ callId, projectId, amountFen: awardedFen, poolFen: rulebook.money.poolFen });
  }
}
