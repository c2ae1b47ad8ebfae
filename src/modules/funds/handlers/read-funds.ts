import { Injectable } from '@nestjs/common';
import { scopeOf, type Actor } from '#libs/access';
import type { PageRequest } from '#libs/database';
import { Shown } from '#libs/http';
import { ProjectsFacade } from '#modules/projects';
import { noSuchProject, noSuchTranche } from '../funds.errors.js';
import { FundsStore, type TrancheFilter } from '../store/funds.store.js';
import { DescribeTranches } from './describe-tranches.js';
import { ReadTranche } from './read-tranche.js';
import { CountMoney, ProjectMoneyView } from './settle-project.js';
import { TrancheRow, type TrancheDetail, type TranchePage } from './tranche.view.js';

export const STAFF = ['officer', 'finance_maker', 'finance_approver', 'auditor'] as const;
const WAITING = ['requested', 'prepared', 'approved'] as const;

export class ProjectFundsView {
  @Shown({ type: [TrancheRow] }) tranches: TrancheRow[];
  @Shown({ type: ProjectMoneyView }) money: ProjectMoneyView;
}

/** What finance, officers and grantees read of the money. Out of sight is absent. */
@Injectable()
export class ReadFunds {
  constructor(
    private readonly funds: FundsStore,
    private readonly describing: DescribeTranches,
    private readonly tranche: ReadTranche,
    private readonly projects: ProjectsFacade,
    private readonly counting: CountMoney,
  ) {}

  /** Without a status: what waits for finance, or everything where that is asked for. */
  async list(actor: Actor, page: PageRequest, { status, show, ...filter }: Omit<TrancheFilter, 'statuses'> & { status?: TrancheRow['status']; show?: 'waiting' | 'all' }): Promise<TranchePage> {
    const scope = scopeOf(actor, ...STAFF);
    const statuses = status ? [status] : show === 'all' ? undefined : WAITING;
    const [{ items, next }, counts] = await Promise.all([this.funds.list(scope, page, { ...filter, statuses }), this.funds.counts(scope, filter)]);
    return { items: await this.describing.rows(items), next, counts };
  }

  async ofProject(projectId: string, actor: Actor): Promise<ProjectFundsView> {
    const project = await this.projects.get(projectId);
    if (!mayRead(actor, project)) throw noSuchProject();
    return { tranches: await this.describing.rows(await this.funds.ofProject(projectId)), money: await this.counting.shown(project, actor) };
  }

  async one(id: string, actor: Actor): Promise<TrancheDetail> {
    const tranche = await this.funds.tranche(id);
    if (!tranche || !mayRead(actor, tranche)) throw noSuchTranche();
    return this.tranche.run(tranche, actor);
  }
}

const mayRead = (actor: Actor, { nodePath, organisationId }: { nodePath: string; organisationId: string }): boolean =>
  actor.holdsAt(nodePath, ...STAFF) || actor.holdsFor(organisationId, 'applicant');
