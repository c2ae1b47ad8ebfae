import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { addDays, dayOf, startOfDay, type Day } from '#libs/calendar';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { say } from '#libs/errors';
import { Events } from '#libs/events';
import { Outbox } from '#libs/jobs';
import { CallsFacade } from '#modules/calls';
import { PeopleToBeTold } from '#modules/identity';
import { noSuchProject, ProjectsFacade, type ProjectView } from '#modules/projects';
import { dayPassed } from '../milestones.errors.js';
import { otherwiseOf, Rectification, type RectificationId } from '../domain/rectification.js';
import { remindOfRectification } from '../jobs/remind-before-due.job.js';
import { RectificationStore } from '../store/rectification.store.js';
import { mayRemind } from './remind-of-report.js';

export interface NewRectification {
  readonly demand: string;
  /** The last day, in Asia/Shanghai. */
  readonly dueOn: string;
}

/** The grantee is reminded so many days before the last one, at nine in the morning. */
const REMIND_DAYS = 3;
const MORNING_MS = 9 * 3_600_000;

/** Tells the grantee of an order, and of its day once more before it comes. */
@Injectable()
export class TellOfOrder {
  constructor(
    private readonly events: Events,
    private readonly outbox: Outbox,
  ) {}

  async run({ id, projectId, organisationId, demand, dueOn, orderedAt }: Rectification, project: string): Promise<void> {
    await this.events.tell(PeopleToBeTold, {
      to: { role: 'applicant', subjectId: organisationId }, kind: 'rectification-ordered', link: `/desk/projects/${projectId}?tab=milestones`, key: `rectification-ordered:${id}`,
      title: say('项目“{project}”须在 {dueOn} 前完成整改', 'The project "{project}" is to be mended by {dueOn}'),
      body: say('须整改的内容：{demand}。请在 {dueOn} 前提交整改情况；复查合格前，以评估合格为条件的款项不拨付。', 'To be mended: {demand}. Say by {dueOn} what was done; until it is found mended, payments that ask for a passed evaluation wait.'),
      facts: { project, demand, dueOn },
    });
    const reminder = addDays(dueOn as Day, -REMIND_DAYS);
    if (reminder > dayOf(orderedAt)) await this.outbox.enqueue(remindOfRectification, { rectificationId: id }, { key: id, dueAt: new Date(startOfDay(reminder).getTime() + MORNING_MS) });
  }
}

/** Writes an order down, moves the project, and tells the grantee what to mend, by when, and what follows otherwise. */
@Injectable()
export class PutRectificationOnRecord {
  constructor(
    private readonly rectifications: RectificationStore,
    private readonly calls: CallsFacade,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
    private readonly telling: TellOfOrder,
  ) {}

  /** @param evaluationKey the failed evaluation that it follows. @throws DomainError `rectification_day_passed` */
  async run({ id: projectId, callId, nodePath, organisationId, name }: ProjectView, { demand, dueOn }: NewRectification, evaluationKey: string | null, actor: Actor): Promise<void> {
    const now = await this.time.now();
    if (dueOn <= dayOf(now)) throw dayPassed();
    const { rulebook } = await this.calls.get(callId);
    const order = Object.assign(new Rectification(), {
      id: newId<RectificationId>(), projectId, nodePath, organisationId, evaluationKey, demand, dueOn, otherwise: otherwiseOf(rulebook, evaluationKey !== null), status: 'ordered',
      orderedBy: actor.accountId, orderedAt: now, answer: null, evidence: [], answeredBy: null, answeredAt: null, decidedBy: null, decidedAt: null, note: null, version: 1,
    });
    await this.rectifications.insert(order);
    await this.audit.record({ action: 'rectification.ordered', subject: { kind: 'project', id: projectId }, actor, facts: { rectificationId: order.id, demand, dueOn, evaluation: evaluationKey } });
    await this.telling.run(order, name);
  }
}

/** An officer or evaluator of the place orders a running project to be mended by a day. */
@Injectable()
export class OrderRectification {
  constructor(
    private readonly tx: Transaction,
    private readonly projects: ProjectsFacade,
    private readonly rectifications: RectificationStore,
    private readonly records: PutRectificationOnRecord,
  ) {}

  /** @throws DomainError `project_absent`, `wrong_state`, `organisation_stopped`, `rectification_day_passed` */
  run(projectId: string, order: NewRectification, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const project = await this.projects.hold(projectId);
      if (!mayRemind(actor, project)) throw noSuchProject();
      // One that was being mended before orders were kept has none yet, and gets it here.
      const bare = project.status === 'rectifying' && (await this.rectifications.ofProject(projectId)).every(({ status }) => status === 'accepted');
      if (!bare) await this.projects.move(projectId, 'rectify', actor, { reason: order.demand, dueOn: order.dueOn });
      await this.records.run(project, order, null, actor);
    });
  }
}
