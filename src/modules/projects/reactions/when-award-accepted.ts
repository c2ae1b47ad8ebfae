import { Injectable } from '@nestjs/common';
import { SYSTEM } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, newId } from '#libs/database';
import { Events, Reacts, type Reaction } from '#libs/events';
import { ApplicationsFacade } from '#modules/applications';
import { AwardAccepted, AwardsFacade, type AwardNews } from '#modules/awards';
import { CallsFacade } from '#modules/calls';
import { Project } from '../domain/project.js';
import { newsOf } from '../handlers/record-project.js';
import { ProjectOpened } from '../projects.events.js';
import { ProjectStore } from '../store/project.store.js';

/** What a project is made from. */
@Injectable()
export class ProjectSources {
  constructor(
    readonly awards: AwardsFacade,
    readonly calls: CallsFacade,
    readonly applications: ApplicationsFacade,
  ) {}
}

/** An accepted award becomes a project, once. */
@Injectable()
@Reacts(AwardAccepted)
export class OpenProject implements Reaction<AwardNews> {
  constructor(
    private readonly projects: ProjectStore,
    private readonly sources: ProjectSources,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
    private readonly events: Events,
  ) {}

  async run({ awardId, callId, applicationId, organisationId, nodePath, amountFen }: AwardNews): Promise<void> {
    if (await this.projects.byAward(awardId)) return;
    const application = await this.sources.applications.get(applicationId);
    const { publicityEndedAt } = await this.sources.awards.get(awardId);
    const project = Object.assign(new Project(), {
      id: newId<string>(), number: '', callId, nodePath, applicationId, awardId, organisationId, organisationName: application.organisationName,
      name: application.projectName, categoryKey: application.categoryKey, awardedFen: amountFen, totalFen: application.totalFen, budget: application.budget,
      status: 'opened' as const, suspendedFrom: null, stoppedReason: null, contract: null, openedAt: await this.time.now(), publicityEndedAt, version: 1,
    });
    await this.projects.insert(project, (await this.sources.calls.get(callId)).number);
    await this.sources.applications.recordProject(applicationId, project.status, project.openedAt);
    await this.audit.record({ action: 'project.opened', subject: { kind: 'project', id: project.id }, actor: SYSTEM, facts: { awardId, awardedFen: amountFen } });
    await this.events.tell(ProjectOpened, newsOf(project));
  }
}
