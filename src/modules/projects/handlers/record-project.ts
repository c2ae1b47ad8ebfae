import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { Events } from '#libs/events';
import { ApplicationsFacade, type JudgedRule } from '#modules/applications';
import { OrganisationsFacade } from '#modules/organisations';
import { PROJECT_EVENTS, type ProjectNews } from '../projects.events.js';
import type { Project, SuspendableStatus } from '../domain/project.js';
import { projectLifecycle, type ProjectContext, type ProjectMove } from '../domain/project.lifecycle.js';
import { ProjectStore } from '../store/project.store.js';

export const newsOf = ({ id, callId, organisationId, nodePath, awardedFen }: Project): ProjectNews => ({ projectId: id, callId, organisationId, nodePath, awardedFen });

/** What a project rests on: the organisation that may be stopped, and the application that keeps what became of it. */
@Injectable()
export class ProjectRoots {
  constructor(
    private readonly organisations: OrganisationsFacade,
    private readonly applications: ApplicationsFacade,
  ) {}

  stopOf({ organisationId }: Pick<Project, 'organisationId'>): Promise<string | null> {
    return this.organisations.stopOf([organisationId]);
  }

  /** The rules of later rounds look back at it. */
  record({ applicationId, status }: Project, at: Date): Promise<void> {
    return this.applications.recordProject(applicationId, status, at);
  }

  /** The rules that are tested again before signing, each with its ground. */
  rulesAtSigning({ applicationId }: Project, actor: Actor): Promise<JudgedRule[]> {
    return this.applications.rulesAtSigning(applicationId, actor);
  }

  /** The rules that are tested again before signing. @throws DomainError `signing_rules_failed` with every failed rule */
  insistOnRules({ applicationId }: Project, actor: Actor): Promise<void> {
    return this.applications.insistAtSigning(applicationId, actor);
  }
}

/** Moves a locked project along its life: row, history, audit leaf and news in the caller's transaction. */
@Injectable()
export class RecordProject {
  constructor(
    private readonly projects: ProjectStore,
    private readonly audit: AuditTrail,
    private readonly events: Events,
    private readonly below: ProjectRoots,
  ) {}

  /** @throws DomainError `wrong_state`, `organisation_stopped`, or the guard's own reason */
  async run(project: Project, move: ProjectMove, given: ProjectContext, facts: Record<string, unknown> = {}): Promise<Project> {
    const from = project.status;
    const context = { ...given, stopReason: await this.below.stopOf(project) };
    const news = projectLifecycle.move(project, move, context);
    const { actor, now, reason = null } = context;
    note(project, from, reason);
    await this.projects.update(project);
    await this.projects.addStep(project, { move, from, reason, actorId: actor.accountId, at: now });
    await this.below.record(project, now);
    await this.audit.record({ action: `project.${move}`, subject: { kind: 'project', id: project.id }, actor, facts: { ...facts, from, to: project.status, reason } });
    if (news) await this.tell(project, news);
    return project;
  }

  private async tell(project: Project, news: string): Promise<void> {
    if (news === 'ProjectContracted') {
      const { signedOn, startsOn, endsOn } = project.contract!;
      await this.events.tell(PROJECT_EVENTS.ProjectContracted, { ...newsOf(project), signedOn, startsOn, endsOn });
    } else await this.events.tell(PROJECT_EVENTS[news as 'ProjectSettled'], newsOf(project));
  }
}

/** What the project itself keeps of a stop, until it goes on. */
function note(project: Project, from: Project['status'], reason: string | null): void {
  const suspended = project.status === 'suspended';
  project.suspendedFrom = suspended ? (from as SuspendableStatus) : null;
  project.stoppedReason = suspended || project.status === 'terminated' ? reason : null;
}
