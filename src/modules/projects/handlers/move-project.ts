import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, Transaction } from '#libs/database';
import { Events } from '#libs/events';
import { noSuchProject } from '../projects.errors.js';
import { ProjectContracted, ProjectSettled, ProjectTerminated, type ProjectNews } from '../projects.events.js';
import type { Project, ProjectContract, SuspendableStatus } from '../domain/project.js';
import { projectLifecycle, type ProjectMove } from '../domain/project.lifecycle.js';
import { ProjectStore } from '../store/project.store.js';

export const newsOf = ({ id, callId, organisationId, nodePath, awardedFen }: Project): ProjectNews => ({ projectId: id, callId, organisationId, nodePath, awardedFen });

/** Moves a project along its life, records why, and tells the news. Who may is judged before. */
@Injectable()
export class MoveProject {
  constructor(
    private readonly tx: Transaction,
    private readonly projects: ProjectStore,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
    private readonly events: Events,
  ) {}

  /** @throws DomainError `project_absent`, `wrong_state`, `reason_needed` */
  run(id: string, asked: ProjectMove | 'resume', actor: Actor, words: { reason?: string; facts?: Record<string, unknown>; contract?: ProjectContract } = {}): Promise<Project> {
    return this.tx.run(async () => {
      const project = await this.projects.lock(id);
      if (!project) throw noSuchProject();
      const from = project.status;
      const move: ProjectMove = asked === 'resume' ? `resume_${project.suspendedFrom ?? 'running'}` : asked;
      if (words.contract && project.contract === null) project.contract = words.contract;
      const reason = words.reason ?? null;
      const now = await this.time.now();
      const news = projectLifecycle.move(project, move, { actor, now, reason: words.reason });
      project.suspendedFrom = project.status === 'suspended' ? (from as SuspendableStatus) : null;
      project.stoppedReason = project.status === 'suspended' || project.status === 'terminated' ? reason : null;
      await this.projects.update(project);
      await this.projects.addStep(project, { move, from, reason, actorId: actor.accountId, at: now });
      await this.audit.record({ action: `project.${move}`, subject: { kind: 'project', id }, actor, facts: { ...words.facts, from, to: project.status, reason } });
      await this.tell(project, news);
      return project;
    });
  }

  private async tell(project: Project, news: string | undefined): Promise<void> {
    if (news === 'ProjectSettled') await this.events.tell(ProjectSettled, newsOf(project));
    if (news === 'ProjectTerminated') await this.events.tell(ProjectTerminated, newsOf(project));
    if (news !== 'ProjectContracted') return;
    const { signedOn, startsOn, endsOn } = project.contract!;
    await this.events.tell(ProjectContracted, { ...newsOf(project), signedOn, startsOn, endsOn });
  }
}
