import { Injectable } from '@nestjs/common';
import { SYSTEM } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { addDays, startOfDay, type Day } from '#libs/calendar';
import { newId } from '#libs/database';
import { say } from '#libs/errors';
import { Reacts, type Reaction } from '#libs/events';
import { Outbox } from '#libs/jobs';
import { CallsFacade } from '#modules/calls';
import { ProjectContracted, ProjectsFacade } from '#modules/projects';
import { Milestone, type MilestoneId } from '../domain/milestone.js';
import { planMilestones, type PlannedMilestone } from '../domain/plan.js';
import { remindOfReport } from '../jobs/remind-before-due.job.js';
import { MilestoneStore } from '../store/milestone.store.js';

type Contracted = NonNullable<(typeof ProjectContracted)['data']>;

/** Reminders go out at nine in the morning. */
const MORNING_MS = 9 * 3_600_000;

/** With the contract the plan stands: what is due, when, and when people are reminded of it. Signed late, the project runs from now. */
@Injectable()
@Reacts(ProjectContracted)
export class WhenProjectIsContracted implements Reaction<Contracted> {
  constructor(
    private readonly milestones: MilestoneStore,
    private readonly calls: CallsFacade,
    private readonly projects: ProjectsFacade,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  async run(news: Contracted): Promise<void> {
    const { rulebook, status } = await this.calls.get(news.callId);
    const plan = planMilestones(rulebook.milestones, news, await this.calls.calendar());
    const milestones = plan.map((planned) => this.milestone(planned, news));
    await this.milestones.insert(milestones);
    await this.audit.record({ action: 'milestones.planned', subject: { kind: 'project', id: news.projectId }, actor: SYSTEM, facts: { due: milestones.map(({ key, ordinal, dueOn }) => ({ key, ordinal, dueOn })) } });
    for (const [at, { rule }] of plan.entries()) for (const days of rule.remindDays) await this.remind(milestones[at]!, days);
    if (status === 'running' && news.startsOn <= news.signedOn) await this.projects.move(news.projectId, 'start', SYSTEM);
  }

  private milestone({ rule, ordinal, dueOn }: PlannedMilestone, { projectId, callId, nodePath, organisationId }: Contracted): Milestone {
    const title = ordinal === 1 && rule.due.kind !== 'monthly' ? rule.title : say(`${rule.title.zh}（第 ${ordinal} 期）`, `${rule.title.en} (${ordinal})`);
    return Object.assign(new Milestone(), {
      id: newId<MilestoneId>(), projectId, callId, nodePath, organisationId, key: rule.key, ordinal, title, status: 'planned', dueOn, acceptedBy: rule.acceptedBy,
      evidenceKinds: rule.evidence, report: { narrative: '', evidence: {}, spending: [] }, spentFen: 0, submittedAt: null, decidedAt: null, decidedBy: null, reason: null, remindedAt: null, version: 1,
    });
  }

  private async remind({ id, dueOn }: Milestone, days: number): Promise<void> {
    const dueAt = new Date(startOfDay(addDays(dueOn as Day, -days)).getTime() + MORNING_MS);
    await this.outbox.enqueue(remindOfReport, { milestoneId: id, days }, { key: `${id}:${days}`, dueAt });
  }
}
