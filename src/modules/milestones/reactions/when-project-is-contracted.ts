import { Injectable } from '@nestjs/common';
import { SYSTEM } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { addDays, startOfDay, type Day } from '#libs/calendar';
import { newId } from '#libs/database';
import { say } from '#libs/errors';
import { Events, Reacts, type Reaction } from '#libs/events';
import { CallsFacade } from '#modules/calls';
import { PeopleToBeTold } from '#modules/identity';
import { ProjectContracted, ProjectsFacade } from '#modules/projects';
import { Milestone, type MilestoneId } from '../domain/milestone.js';
import { planMilestones, type PlannedMilestone } from '../domain/plan.js';
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
    private readonly events: Events,
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

  private remind({ id, organisationId, title, dueOn }: Milestone, days: number): Promise<void> {
    const dueAt = new Date(startOfDay(addDays(dueOn as Day, -days)).getTime() + MORNING_MS).toISOString();
    return this.events.tell(PeopleToBeTold, {
      to: { role: 'applicant', subjectId: organisationId }, kind: 'report-due', link: `/desk/milestones/${id}`, key: `report-due:${id}:${days}`, dueAt,
      title: say('{title} 将于 {dueOn} 到期', '{titleEn} is due on {dueOn}'), body: say('请在 {dueOn} 前提交“{title}”。', 'Please hand in "{titleEn}" by {dueOn}.'),
      facts: { title: title.zh, titleEn: title.en, dueOn },
    });
  }
}
