import { Injectable } from '@nestjs/common';
import { insist, type Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { say, type Sentence } from '#libs/errors';
import { Events } from '#libs/events';
import { CallsFacade } from '#modules/calls';
import { NothingLeftToDo, PeopleToBeTold, type Recipients } from '#modules/identity';
import { ProjectsFacade } from '#modules/projects';
import { noSuchMilestone, noSuchReopening, notYours, reopeningDecided, reopeningWaits, secondPerson } from '../milestones.errors.js';
import type { Milestone } from '../domain/milestone.js';
import { milestoneLifecycle, type MilestoneContext, type Resting } from '../domain/milestone.lifecycle.js';
import { reportsBefore, RUNNING } from '../domain/readiness.js';
import { ReportReopening, type ReportReopeningId } from '../domain/report-reopening.js';
import { MilestoneStore } from '../store/milestone.store.js';
import { ReopeningStore } from '../store/reopening.store.js';
import { decides } from './decide-report.js';
import { mayRemind } from './remind-of-report.js';

/** Looks at what was built on an acceptance. */
@Injectable()
export class WhatRestsOnReport {
  constructor(
    private readonly milestones: MilestoneStore,
    private readonly reopenings: ReopeningStore,
    private readonly projects: ProjectsFacade,
    private readonly calls: CallsFacade,
  ) {}

  async of({ id, key, projectId, callId }: Milestone): Promise<Resting> {
    const [payments, evaluations, { rulebook }] = await Promise.all([this.reopenings.paymentsOn(id), this.milestones.evaluations(projectId), this.calls.get(callId)]);
    const recorded = rulebook.evaluations.find((grid) => reportsBefore(grid, rulebook).includes(key) && evaluations.some((one) => one.key === grid.key));
    return { payments, evaluation: recorded?.title ?? null };
  }

  /** The same for a report that is accepted; of any other nothing is asked. */
  async if(milestone: Milestone): Promise<Resting | undefined> {
    return milestone.status === 'accepted' ? this.of(milestone) : undefined;
  }

  /** What the lifecycle asks before an acceptance is taken back; the project is held, so that no evaluation is recorded meanwhile. */
  async context(milestone: Milestone, actor: Actor, now: Date): Promise<MilestoneContext> {
    const { status } = await this.projects.hold(milestone.projectId);
    return { actor, now, lacking: [], projectRuns: RUNNING.includes(status), resting: await this.of(milestone) };
  }
}

/** Puts a request and its outcome on record and tells whoever has the next step. */
@Injectable()
export class RecordReportReopening {
  constructor(
    private readonly reopenings: ReopeningStore,
    private readonly milestones: MilestoneStore,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
    private readonly events: Events,
  ) {}

  now(): Promise<Date> {
    return this.time.now();
  }

  async asked(milestone: Milestone, reason: string, { actor, now }: MilestoneContext): Promise<void> {
    const request = Object.assign(new ReportReopening(), {
      id: newId<ReportReopeningId>(), milestoneId: milestone.id, reason, acceptedBy: milestone.decidedBy!, acceptedAt: milestone.decidedAt!, askedBy: actor.accountId, askedAt: now,
      decidedBy: null, decidedAt: null, granted: null, note: null,
    });
    await this.reopenings.insert(request);
    await this.audit.record({ action: 'report.reopening_asked', subject: { kind: 'milestone', id: milestone.id }, actor, facts: { reopeningId: request.id, reason } });
    await this.tell(milestone, request, { to: { role: 'officer', nodePath: milestone.nodePath }, kind: 'report-reopening-asked', words: ASKED });
  }

  async decided(milestone: Milestone, request: ReportReopening, { granted, note }: { granted: boolean; note?: string }, context: MilestoneContext): Promise<void> {
    const { actor, now } = context;
    Object.assign(request, { decidedBy: actor.accountId, decidedAt: now, granted, note: note ?? null });
    await this.reopenings.decide(request);
    if (granted) await this.reopen(milestone, context);
    const facts = { reopeningId: request.id, reason: request.reason, askedBy: request.askedBy, acceptedBy: request.acceptedBy, note: request.note };
    await this.audit.record({ action: granted ? 'report.reopened' : 'report.reopening_declined', subject: { kind: 'milestone', id: milestone.id }, actor, facts });
    await this.events.tell(NothingLeftToDo, { asked: [`report-reopening-asked:${request.id}`] });
    if (granted) await this.tell(milestone, request, { to: { role: 'applicant', subjectId: milestone.organisationId }, kind: 'report-reopened', words: REOPENED });
    else if (request.askedBy !== actor.accountId) await this.tell(milestone, request, { to: { accountIds: [request.askedBy] }, kind: 'report-reopening-declined', words: DECLINED });
  }

  /** The report waits to be accepted as it was handed in; who accepted it before stays with the request. */
  private async reopen(milestone: Milestone, context: MilestoneContext): Promise<void> {
    milestoneLifecycle.move(milestone, 'reopen', context);
    Object.assign(milestone, { decidedAt: null, decidedBy: null, reason: null });
    await this.milestones.update(milestone);
  }

  private tell({ id, title }: Milestone, { id: requestId, reason, note }: ReportReopening, { to, kind, words }: { to: Recipients; kind: string; words: { title: Sentence; body: Sentence } }): Promise<void> {
    return this.events.tell(PeopleToBeTold, { to, kind, ...words, link: `/desk/milestones/${id}`, key: `${kind}:${requestId}`, facts: { title: title.zh, titleEn: title.en, reason, note: note ?? '' } });
  }
}

const ASKED = { title: say('请决定是否撤销“{title}”的验收', 'Decide whether the acceptance of "{titleEn}" is taken back'), body: say('有人申请撤销“{title}”的验收，须由另一人决定。原因：{reason}', 'The acceptance of "{titleEn}" is asked to be taken back; another person decides. Reason: {reason}') };
const REOPENED = { title: say('“{title}”的验收已撤销', 'The acceptance of "{titleEn}" is taken back'), body: say('“{title}”的验收已撤销，报告重新等待验收；您暂时不需要办理。原因：{reason}', 'The acceptance of "{titleEn}" is taken back and the report waits to be accepted again; nothing is asked of you now. Reason: {reason}') };
const DECLINED = { title: say('撤销“{title}”验收的申请未获同意', 'The acceptance of "{titleEn}" stands'), body: say('“{title}”的验收不撤销。{note}', 'The acceptance of "{titleEn}" is not taken back. {note}') };

/** Whoever may accept a report asks, with a reason, that an acceptance be taken back. Nothing changes yet. */
@Injectable()
export class AskReportReopening {
  constructor(
    private readonly tx: Transaction,
    private readonly milestones: MilestoneStore,
    private readonly reopenings: ReopeningStore,
    private readonly rests: WhatRestsOnReport,
    private readonly records: RecordReportReopening,
  ) {}

  /** @throws DomainError `milestone_absent`, `not_the_acceptor`, `wrong_state`, `paid_on_it`, `payment_rests_on_it`, `evaluation_rests_on_it`, `reopening_waits` */
  run(id: string, reason: string, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const milestone = await this.milestones.lock(id);
      if (!milestone || !mayRemind(actor, milestone)) throw noSuchMilestone();
      if (!decides(actor, milestone)) throw notYours();
      const context = await this.rests.context(milestone, actor, await this.records.now());
      insist(milestoneLifecycle.judge(milestone, 'reopen', context));
      if ((await this.reopenings.of(milestone.id)).some(({ decidedAt }) => decidedAt === null)) throw reopeningWaits();
      await this.records.asked(milestone, reason, context);
    });
  }
}

/** Another officer or evaluator of the place grants or declines; whoever asked can only withdraw. What rests on the report is asked again. */
@Injectable()
export class DecideReportReopening {
  constructor(
    private readonly tx: Transaction,
    private readonly milestones: MilestoneStore,
    private readonly reopenings: ReopeningStore,
    private readonly rests: WhatRestsOnReport,
    private readonly records: RecordReportReopening,
  ) {}

  /** Answers the report. @throws DomainError `reopening_absent`, `reopening_decided`, `second_person`, and those of asking */
  run(id: string, decision: { granted: boolean; note?: string }, actor: Actor): Promise<string> {
    return this.tx.run(async () => {
      const { request, milestone } = await this.found(id, actor);
      if (request.decidedAt !== null) throw reopeningDecided();
      if (decision.granted && request.askedBy === actor.accountId) throw secondPerson();
      await this.records.decided(milestone, request, decision, await this.rests.context(milestone, actor, await this.records.now()));
      return milestone.id;
    });
  }

  /** The report is locked before the request, as everywhere. */
  private async found(id: string, actor: Actor): Promise<{ request: ReportReopening; milestone: Milestone }> {
    const milestone = await this.milestones.lock((await this.reopenings.find(id))?.milestoneId ?? '');
    const request = await this.reopenings.lock(id);
    if (!request || !milestone || !mayRemind(actor, milestone)) throw noSuchReopening();
    return { request, milestone };
  }
}
