import { Injectable } from '@nestjs/common';
import { scopeOf, type Actor } from '#libs/access';
import type { PageRequest } from '#libs/database';
import { say } from '#libs/errors';
import { fen, toWords } from '#libs/money';
import { CallsFacade, type CallView } from '#modules/calls';
import { IdentityFacade } from '#modules/identity';
import { noSuchProject } from '../projects.errors.js';
import { READERS } from '../projects.permissions.js';
import type { Project } from '../domain/project.js';
import { ProjectCatalogue, type ProjectFilter } from '../store/project-catalogue.js';
import { ProjectStore } from '../store/project.store.js';
import { PlannedReach } from './planned-reach.js';
import { ProjectRoots } from './record-project.js';
import { BudgetSumView, ProjectDetail, ProjectRow, ProjectStepView, ReachView, type ProjectPage, type Surroundings } from './project.view.js';

const mayRead = (actor: Actor, { organisationId, nodePath }: Project): boolean => actor.holdsFor(organisationId, 'applicant') || actor.holdsAt(nodePath, ...READERS);

/** Who did what, and what stops it. */
@Injectable()
export class ProjectSurroundings {
  constructor(
    readonly people: IdentityFacade,
    readonly roots: ProjectRoots,
  ) {}
}

/** Projects as their people see them. @throws DomainError `project_absent` also for one out of sight */
@Injectable()
export class ReadProjects {
  constructor(
    private readonly projects: ProjectStore,
    private readonly catalogue: ProjectCatalogue,
    private readonly calls: CallsFacade,
    private readonly planned: PlannedReach,
    private readonly around: ProjectSurroundings,
  ) {}

  async list(actor: Actor, page: PageRequest, filter: ProjectFilter): Promise<ProjectPage> {
    const scope = scopeOf(actor, 'applicant', ...READERS);
    const [{ items, next }, counts] = await Promise.all([this.catalogue.list(scope, page, filter), this.catalogue.counts(scope, filter)]);
    const calls = new Map<string, CallView>();
    for (const callId of new Set(items.map((project) => project.callId))) calls.set(callId, await this.calls.get(callId));
    return { items: items.map((project) => ProjectRow.of(project, actor, around(project, calls.get(project.callId)!, null))), counts, ...(next ? { next } : {}) };
  }

  async one(id: string, actor: Actor): Promise<ProjectDetail> {
    const project = await this.projects.find(id);
    if (!project || !mayRead(actor, project)) throw noSuchProject();
    const [call, planned, history, stopReason] = await Promise.all([this.calls.get(project.callId), this.planned.of(project), this.history(id), this.around.roots.stopOf(project)]);
    return {
      ...ProjectRow.of(project, actor, around(project, call, stopReason)), awardedInWords: toWords(fen(project.awardedFen)), publicityEndedAt: project.publicityEndedAt, planned: ReachView.of(planned),
      budget: budgetOf(project, call), history,
    };
  }

  private async history(id: string): Promise<ProjectStepView[]> {
    const steps = await this.projects.history(id);
    const names = await this.around.people.names(steps.map(({ actorId }) => actorId));
    return steps.reverse().map((step) => ProjectStepView.of(step, names.get(step.actorId) ?? null));
  }
}

const around = ({ categoryKey }: Project, { number, title, rulebook }: CallView, stopReason: string | null): Surroundings =>
  ({ stopReason, callNumber: number, callTitle: title, category: rulebook.categories.find(({ key }) => key === categoryKey)?.title ?? say(categoryKey, categoryKey) });

function budgetOf({ budget }: Project, { rulebook }: CallView): BudgetSumView[] {
  const titleOf = (list: readonly { key: string; title: BudgetSumView['category'] }[], wanted: string) => list.find(({ key }) => key === wanted)?.title ?? say(wanted, wanted);
  return budget.map(({ category, item, source, amountFen }) => ({ category: titleOf(rulebook.budget.costs, category), item, source: titleOf(rulebook.budget.sources, source), amountFen }));
}
