import { Injectable } from '@nestjs/common';
import type { Actor, Scope } from '#libs/access';
import { AwardsFacade } from '#modules/awards';
import type { Project, ProjectContract } from './domain/project.js';
import type { ProjectMove } from './domain/project.lifecycle.js';
import type { Reach } from './domain/reach.js';
import { MoveProject } from './handlers/move-project.js';
import { ProjectRoots } from './handlers/record-project.js';
import { PlannedReach } from './handlers/planned-reach.js';
import { noSuchProject } from './projects.errors.js';
import { ProjectStore } from './store/project.store.js';

/** A project as other modules see it. Amounts in fen. */
export interface ProjectView extends Readonly<Project> {
  readonly objectionOpen: boolean;
}

@Injectable()
export class ProjectsFacade {
  constructor(
    private readonly projects: ProjectStore,
    private readonly moving: MoveProject,
    private readonly awards: AwardsFacade,
    private readonly planned: PlannedReach,
    private readonly roots: ProjectRoots,
  ) {}

  /** @throws DomainError `project_absent` */
  async get(id: string): Promise<ProjectView> {
    return this.view(await this.projects.find(id));
  }

  /** As `get`, locked until the caller's transaction ends. */
  async hold(id: string): Promise<ProjectView> {
    return this.view(await this.projects.lock(id));
  }

  async ofCall(callId: string): Promise<ProjectView[]> {
    return this.views(await this.projects.ofCall(callId));
  }

  async ofOrganisation(organisationId: string): Promise<ProjectView[]> {
    return this.views(await this.projects.ofOrganisation(organisationId));
  }

  async many(ids: readonly string[]): Promise<ProjectView[]> {
    return this.views(await this.projects.many(ids));
  }

  /** Those without a signed contract, in the places or of the organisations of the scope. */
  async opened(scope: Scope): Promise<ProjectView[]> {
    return this.views(await this.projects.inStatus(scope, 'opened'));
  }

  /** How many it set out to reach. */
  plannedReach(project: Pick<ProjectView, 'applicationId' | 'callId'>): Promise<Reach> {
    return this.planned.of(project);
  }

  /** Why staff have stopped every step of its organisation, or null. */
  stopOf(project: Pick<ProjectView, 'organisationId'>): Promise<string | null> {
    return this.roots.stopOf(project);
  }

  /** The signed contract goes on the project, and everybody hears. @throws DomainError `wrong_state`, `organisation_stopped`, `signing_rules_failed` */
  async recordContract(projectId: string, contract: ProjectContract, actor: Actor): Promise<ProjectView> {
    return this.view(await this.moving.run(projectId, 'contract', actor, { contract, facts: { ...contract } }));
  }

  /** In the caller's transaction; the caller has judged that the actor may. @throws DomainError `wrong_state` */
  async move(projectId: string, move: ProjectMove | 'resume', actor: Actor, facts: { reason?: string } & Record<string, unknown> = {}): Promise<ProjectView> {
    return this.view(await this.moving.run(projectId, move, actor, { reason: facts.reason, facts }));
  }

  private async view(project: Project | null): Promise<ProjectView> {
    if (!project) throw noSuchProject();
    return (await this.views([project]))[0]!;
  }

  private async views(projects: readonly Project[]): Promise<ProjectView[]> {
    const held = new Map<string, string[]>();
    for (const callId of new Set(projects.map((project) => project.callId))) held.set(callId, await this.awards.heldIn(callId));
    return projects.map((project) => ({ ...project, objectionOpen: held.get(project.callId)!.includes(project.awardId) }));
  }
}
