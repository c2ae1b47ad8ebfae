import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, Transaction } from '#libs/database';
import { say } from '#libs/errors';
import { Events } from '#libs/events';
import { PeopleToBeTold } from '#modules/identity';
import { ProjectsFacade } from '#modules/projects';
import { MilestoneAccepted } from '../milestones.events.js';
import { noSuchMilestone, notYours } from '../milestones.errors.js';
import type { Milestone } from '../domain/milestone.js';
import { milestoneLifecycle } from '../domain/milestone.lifecycle.js';
import { RUNNING } from '../domain/readiness.js';
import { MilestoneStore } from '../store/milestone.store.js';

/** By whom a report is accepted: the operator's and the funder's side are the officers of the place. */
const ACCEPTORS: Record<Milestone['acceptedBy'], string> = { operator: 'officer', funder: 'officer', evaluator: 'evaluator' };

/** Whether the rules give her the acceptance of this report; never that of her own organisation. */
export const decides = (actor: Actor, { nodePath, acceptedBy, organisationId }: Milestone): boolean =>
  actor.holdsAt(nodePath, ACCEPTORS[acceptedBy]) && !actor.holdsFor(organisationId, 'applicant');

/** Writes a decision down and tells the grantee. */
@Injectable()
export class RecordDecision {
  constructor(
    private readonly milestones: MilestoneStore,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
    private readonly events: Events,
  ) {}

  async run(milestone: Milestone, { move, reason }: { move: 'accept' | 'return'; reason?: string }, { actor, projectRuns }: { actor: Actor; projectRuns: boolean }): Promise<Milestone> {
    const now = await this.time.now();
    milestoneLifecycle.move(milestone, move, { actor, now, lacking: [], projectRuns, reason });
    Object.assign(milestone, { decidedAt: now, decidedBy: actor.accountId, reason: reason ?? null });
    await this.milestones.update(milestone);
    const { id, projectId, key, organisationId, title, status } = milestone;
    await this.audit.record({ action: `report.${status}`, subject: { kind: 'milestone', id }, actor, facts: { reason: reason ?? null } });
    if (move === 'accept') await this.events.tell(MilestoneAccepted, { milestoneId: id, projectId, key });
    const label = milestoneLifecycle.label(status);
    await this.events.tell(PeopleToBeTold, {
      to: { role: 'applicant', subjectId: organisationId }, kind: `report-${status}`, link: `/desk/milestones/${id}`, key: `report-${status}:${id}:${milestone.version}`,
      title: say('{title}：{status}', '{titleEn}: {statusEn}'), body: say('“{title}”{status}。{reason}', '"{titleEn}": {statusEn}. {reason}'),
      facts: { title: title.zh, titleEn: title.en, status: label.zh, statusEn: label.en, reason: reason ?? '' },
    });
    return milestone;
  }
}

/** Accepts a report or returns it with a reason; never one of her own organisation. */
@Injectable()
export class DecideReport {
  constructor(
    private readonly tx: Transaction,
    private readonly milestones: MilestoneStore,
    private readonly projects: ProjectsFacade,
    private readonly records: RecordDecision,
  ) {}

  /** @throws DomainError `milestone_absent`, `not_the_acceptor`, `wrong_state`, `reason_needed` */
  run(id: string, decision: { move: 'accept' | 'return'; reason?: string }, actor: Actor): Promise<Milestone> {
    return this.tx.run(async () => {
      const milestone = await this.milestones.lock(id);
      if (!milestone || !actor.holdsAt(milestone.nodePath, 'officer', 'evaluator')) throw noSuchMilestone();
      if (!decides(actor, milestone)) throw notYours();
      const { status } = await this.projects.get(milestone.projectId);
      return this.records.run(milestone, decision, { actor, projectRuns: RUNNING.includes(status) });
    });
  }
}
