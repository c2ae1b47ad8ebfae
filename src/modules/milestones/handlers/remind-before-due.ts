import { Injectable } from '@nestjs/common';
import { dayOf } from '#libs/calendar';
import { DatabaseTime } from '#libs/database';
import { say } from '#libs/errors';
import { Events } from '#libs/events';
import { PeopleToBeTold } from '#modules/identity';
import { ProjectsFacade } from '#modules/projects';
import { OVER } from '../domain/readiness.js';
import { MilestoneStore } from '../store/milestone.store.js';
import { RectificationStore } from '../store/rectification.store.js';

/** One report that may have to be spoken of, so many days before it is due. */
export interface ReportReminder {
  readonly milestoneId: string;
  readonly days: number;
}

/** Speaks of a report while it is owed: not of one that was handed in, that nobody asks for any more, or whose day has passed. */
@Injectable()
export class RemindOfReportDue {
  constructor(
    private readonly milestones: MilestoneStore,
    private readonly projects: ProjectsFacade,
    private readonly time: DatabaseTime,
    private readonly events: Events,
  ) {}

  async run({ milestoneId, days }: ReportReminder): Promise<void> {
    const milestone = await this.milestones.find(milestoneId);
    if (!milestone || !['planned', 'returned'].includes(milestone.status)) return;
    const { id, projectId, organisationId, title, dueOn } = milestone;
    const [{ status }, now] = await Promise.all([this.projects.get(projectId), this.time.now()]);
    if (OVER.includes(status) || dueOn < dayOf(now)) return;
    await this.events.tell(PeopleToBeTold, {
      to: { role: 'applicant', subjectId: organisationId }, kind: 'report-due', link: `/desk/milestones/${id}`, key: `report-due:${id}:${days}`,
      title: say('{title} 将于 {dueOn} 到期', '{titleEn} is due on {dueOn}'), body: say('请在 {dueOn} 前提交“{title}”。', 'Please hand in "{titleEn}" by {dueOn}.'),
      facts: { title: title.zh, titleEn: title.en, dueOn },
    });
  }
}

/** Speaks of an order while the grantee has the next step. */
@Injectable()
export class RemindOfRectificationDue {
  constructor(
    private readonly rectifications: RectificationStore,
    private readonly projects: ProjectsFacade,
    private readonly time: DatabaseTime,
    private readonly events: Events,
  ) {}

  async run(rectificationId: string): Promise<void> {
    const order = await this.rectifications.find(rectificationId);
    if (!order || !['ordered', 'returned'].includes(order.status)) return;
    const { id, projectId, organisationId, dueOn } = order;
    const [{ status, name }, now] = await Promise.all([this.projects.get(projectId), this.time.now()]);
    if (status !== 'rectifying' || dueOn < dayOf(now)) return;
    await this.events.tell(PeopleToBeTold, {
      to: { role: 'applicant', subjectId: organisationId }, kind: 'rectification-due', link: `/desk/projects/${projectId}?tab=milestones`, key: `rectification-due:${id}`,
      title: say('项目“{project}”的整改将于 {dueOn} 到期', 'The project "{project}" is to be mended by {dueOn}'),
      body: say('请在 {dueOn} 前提交整改情况。', 'Please say by {dueOn} what was done.'), facts: { project: name, dueOn },
    });
  }
}
