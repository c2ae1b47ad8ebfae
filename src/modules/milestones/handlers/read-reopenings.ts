import { Injectable } from '@nestjs/common';
import type { Actor, Verdict } from '#libs/access';
import { IdentityFacade } from '#modules/identity';
import { ProjectsFacade } from '#modules/projects';
import type { Milestone } from '../domain/milestone.js';
import type { ReportReopening } from '../domain/report-reopening.js';
import { secondPerson } from '../milestones.errors.js';
import { MilestoneStore } from '../store/milestone.store.js';
import { ReopeningStore } from '../store/reopening.store.js';
import { filled } from './milestone.view.js';
import { mayRemind } from './remind-of-report.js';
import type { ReportReopeningView, WaitingReopeningView } from './reopening.view.js';

/** Requests to take an acceptance back: all of them for staff, those that were granted for the grantee. */
@Injectable()
export class ReadReopenings {
  constructor(
    private readonly reopenings: ReopeningStore,
    private readonly milestones: MilestoneStore,
    private readonly projects: ProjectsFacade,
    private readonly people: IdentityFacade,
  ) {}

  /** @param possible whether the acceptance may be taken back now */
  async of(milestone: Milestone, possible: Verdict | undefined, actor: Actor): Promise<ReportReopeningView[]> {
    const decides = mayRemind(actor, milestone);
    const requests = (await this.reopenings.of(milestone.id)).filter(({ granted }) => granted === true || !actor.holdsFor(milestone.organisationId, 'applicant'));
    const names = await this.people.names(requests.flatMap(({ acceptedBy, askedBy, decidedBy }) => [acceptedBy, askedBy, ...(decidedBy ? [decidedBy] : [])]));
    const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
    return requests.map((request) => ({
      id: request.id, reason: request.reason, acceptedBy: nameOf(request.acceptedBy), acceptedAt: request.acceptedAt, askedBy: nameOf(request.askedBy), askedAt: request.askedAt,
      decidedBy: nameOf(request.decidedBy), decidedAt: request.decidedAt, granted: request.granted, note: request.note,
      own: request.askedBy === actor.accountId, decidable: decides && request.decidedAt === null, refusal: against(request, possible, actor),
    }));
  }

  /** What waits for the actor as the second person. */
  async waiting(actor: Actor): Promise<WaitingReopeningView[]> {
    const requests = (await this.reopenings.waiting()).filter(({ askedBy }) => askedBy !== actor.accountId);
    const found: WaitingReopeningView[] = [];
    for (const { id, milestoneId, askedBy, askedAt } of requests) {
      const milestone = (await this.milestones.find(milestoneId))!;
      if (!mayRemind(actor, milestone)) continue;
      const [project, asker] = await Promise.all([this.projects.get(milestone.projectId), this.people.person(askedBy)]);
      found.push({ id, milestoneId, title: milestone.title, projectName: project.name, organisationName: project.organisationName, askedBy: asker?.name ?? null, askedAt });
    }
    return found;
  }
}

function against({ askedBy, decidedAt }: ReportReopening, possible: Verdict | undefined, actor: Actor) {
  if (decidedAt !== null) return null;
  if (askedBy === actor.accountId) return filled(secondPerson().sentence);
  return possible && !possible.allowed ? filled(possible.sentence, possible.facts) : null;
}
