import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { dayOf } from '#libs/calendar';
import { DatabaseTime, Transaction } from '#libs/database';
import { say, type DomainError } from '#libs/errors';
import { Events } from '#libs/events';
import { PeopleToBeTold } from '#modules/identity';
import { ProjectsFacade } from '#modules/projects';
import type { Milestone } from '../domain/milestone.js';
import { OVER } from '../domain/readiness.js';
import { noSuchMilestone, notLate, remindedToday } from '../milestones.errors.js';
import { MilestoneStore } from '../store/milestone.store.js';

/** Who looks after reports: officers and evaluators of the place, never those of their own organisation. */
export const mayRemind = (actor: Actor, { nodePath, organisationId }: Pick<Milestone, 'nodePath' | 'organisationId'>): boolean =>
  actor.holdsAt(nodePath, 'officer', 'evaluator') && !actor.holdsFor(organisationId, 'applicant');

/** Why the grantee is not reminded now, or null; `today` is the day in Asia/Shanghai. */
export function againstReminding({ status, dueOn, remindedAt }: Milestone, projectStatus: string, today: string): DomainError | null {
  const owed = (status === 'planned' || status === 'returned') && !OVER.includes(projectStatus);
  if (!owed || dueOn >= today) return notLate();
  return remindedAt !== null && dayOf(remindedAt) === today ? remindedToday() : null;
}

/** Puts the reminder on record and sends it. */
@Injectable()
export class SendReminder {
  constructor(
    private readonly milestones: MilestoneStore,
    private readonly audit: AuditTrail,
    private readonly events: Events,
  ) {}

  async run({ id, organisationId, title, dueOn }: Milestone, now: Date, actor: Actor): Promise<void> {
    await this.milestones.noteReminder(id, now);
    await this.audit.record({ action: 'report.reminded', subject: { kind: 'milestone', id }, actor, facts: { dueOn } });
    await this.events.tell(PeopleToBeTold, {
      to: { role: 'applicant', subjectId: organisationId }, kind: 'report-late', link: `/desk/milestones/${id}`, key: `report-late:${id}:${dayOf(now)}`,
      title: say('请尽快提交“{title}”', 'Please hand in "{titleEn}"'),
      body: say('“{title}”应在 {dueOn} 前提交，现已逾期。已经填写的内容保存在平台上，补齐后即可提交；确有困难的，请与项目官员联系。', '"{titleEn}" was due on {dueOn} and is late. What you have written is kept; complete it and hand it in, or talk to your officer if something stands in the way.'),
      facts: { title: title.zh, titleEn: title.en, dueOn },
    });
  }
}

/** Asks the grantee for a report that is late, once a day at most. */
@Injectable()
export class RemindOfReport {
  constructor(
    private readonly tx: Transaction,
    private readonly milestones: MilestoneStore,
    private readonly projects: ProjectsFacade,
    private readonly time: DatabaseTime,
    private readonly sending: SendReminder,
  ) {}

  /** @throws DomainError `milestone_absent`, `report_not_late`, `reminded_today` */
  run(id: string, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const milestone = await this.milestones.lock(id);
      if (!milestone || !mayRemind(actor, milestone)) throw noSuchMilestone();
      const [now, { status }] = await Promise.all([this.time.now(), this.projects.get(milestone.projectId)]);
      const refusal = againstReminding(milestone, status, dayOf(now));
      if (refusal) throw refusal;
      await this.sending.run(milestone, now, actor);
    });
  }
}
