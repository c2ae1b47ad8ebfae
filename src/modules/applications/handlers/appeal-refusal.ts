import { Injectable } from '@nestjs/common';
import { insist, no, when, yes, type Actor, type Verdict } from '#libs/access';
import { dayOf, endOfDay, type PeriodRule } from '#libs/calendar';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { absent, refused, say } from '#libs/errors';
import { CallsFacade } from '#modules/calls';
import { DocumentsFacade } from '#modules/documents';
import { noSuchApplication, ownOrganisation } from '../applications.errors.js';
import { isApplicant, isMember } from '../applications.permissions.js';
import type { Application, ApplicationHistory } from '../domain/application.js';
import { screeningRules } from '../domain/screening/consensus.js';
import { Appeal } from '../domain/screening/dialogue.js';
import { ApplicationStore } from '../store/application.store.js';
import { ScreeningStore } from '../store/screening.store.js';
import { RecordMove } from './record-move.js';
import { ScreeningLetters } from './screening-letters.js';

export interface Refusal {
  readonly at: Date;
  readonly by: string;
  /** The last instant at which an appeal is taken. */
  readonly appealUntil: Date;
  readonly appeals: readonly Appeal[];
}

/** The refusal that stands, with the time in which it may be appealed against. */
@Injectable()
export class FindRefusal {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly screening: ScreeningStore,
    private readonly calls: CallsFacade,
  ) {}

  /** Null unless the application stands refused. */
  async run(application: Application): Promise<Refusal | null> {
    const { id, callId, status } = application;
    if (status !== 'ineligible') return null;
    const [history, appeals, call, calendar] = await Promise.all([this.applications.history(id), this.screening.appeals(id), this.calls.get(callId), this.calls.calendar()]);
    const step = history.filter(({ move }: ApplicationHistory) => move === 'exclude').at(-1)!;
    const { appeal } = screeningRules(call.rulebook);
    const { last } = calendar.foreseen().period({ start: dayOf(step.at), ...appeal, ...(appeal.unit === 'calendar' ? { moveLastDayOffHolidays: false } : {}) } satisfies PeriodRule);
    return { at: step.at, by: step.actorId, appealUntil: endOfDay(last), appeals };
  }
}

/** Whether an appeal may be lodged now, and why not. One refusal is appealed against once. */
export function mayAppeal({ at, appealUntil, appeals }: Refusal, now: Date): Verdict {
  if (appeals.some((appeal) => appeal.lodgedAt >= at)) return no('appeal_lodged', say('对这次审查结果已经申诉过', 'An appeal against this decision was lodged already'));
  return when(now <= appealUntil, no('appeal_late', say('申诉期限 {until} 已过', 'The time for an appeal, {until}, is over'), { until: appealUntil }));
}

/** The officer who decides is not the one who refused, and not of the applicant's people. */
export function mayDecideAppeal(actor: Actor, application: Pick<Application, 'nodePath'>, refusedBy: string): Verdict {
  if (!actor.holdsAt(application.nodePath, 'officer')) return no('not_an_officer', say('申诉由项目官员决定', 'An officer decides an appeal'));
  return actor.accountId === refusedBy ? no('second_person_needed', say('申诉须由作出不通过决定以外的人处理', 'An appeal is decided by somebody who did not refuse the application')) : yes;
}

@Injectable()
export class AppealKeeping {
  constructor(
    private readonly applications: ApplicationStore,
    readonly screening: ScreeningStore,
    private readonly time: DatabaseTime,
  ) {}

  lock(id: string): Promise<Application | null> {
    return this.applications.lock(id);
  }

  now(): Promise<Date> {
    return this.time.arrival();
  }
}

/** The applicant objects to the refusal, once and in time. */
@Injectable()
export class LodgeAppeal {
  constructor(
    private readonly tx: Transaction,
    private readonly refusals: FindRefusal,
    private readonly documents: DocumentsFacade,
    private readonly letters: ScreeningLetters,
    private readonly keeping: AppealKeeping,
  ) {}

  /** @throws DomainError `application_absent`, `not_refused`, `appeal_lodged`, `appeal_late`, `document_absent` */
  run(id: string, { grounds, documentIds }: { grounds: string; documentIds: readonly string[] }, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const application = await this.keeping.lock(id);
      if (!application || !isApplicant(actor, application)) throw noSuchApplication();
      const refusal = await this.refusals.run(application);
      if (!refusal) throw refused('not_refused', say('该申报没有被判定为不通过，无须申诉', 'It was not refused; there is nothing to appeal against'));
      const now = await this.keeping.now();
      insist(mayAppeal(refusal, now));
      const { nodePath, organisationId } = application;
      if (documentIds.length > 0) await this.documents.attach(documentIds, { kind: 'application', id }, { audience: 'organisation', nodePath, organisationId }, actor);
      const appeal = Object.assign(new Appeal(), {
        id: newId<string>(), applicationId: application.id, status: 'lodged' as const, grounds, documentIds: [...documentIds], lodgedBy: actor.accountId, lodgedAt: now,
        refusedBy: refusal.by, decision: null, decidedBy: null, decidedAt: null,
      });
      await this.keeping.screening.addAppeal(appeal);
      await this.letters.record('application.appeal_lodged', application, actor, { appealId: appeal.id, grounds, documentIds });
      await this.letters.send(application, {
        to: 'officers', kind: 'appeal-lodged', title: say('申报 {number} 提出申诉', 'Application {number}: an appeal'),
        body: say('“{project}”的申请人对资格审查结果提出申诉，须由作出决定以外的人处理。', 'The applicant of "{project}" appeals against the screening; somebody who did not decide it answers.'),
      });
    });
  }
}

/** Another officer upholds or dismisses it; upheld, the application is screened anew. */
@Injectable()
export class DecideAppeal {
  constructor(
    private readonly tx: Transaction,
    private readonly keeping: AppealKeeping,
    private readonly calls: CallsFacade,
    private readonly moves: RecordMove,
    private readonly letters: ScreeningLetters,
  ) {}

  /** @throws DomainError `application_absent`, `appeal_absent`, `appeal_decided`, `second_person_needed`, `own_organisation`, `review_begun` */
  run(id: string, appealId: string, { decision, reason }: { decision: 'uphold' | 'dismiss'; reason: string }, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const { application, appeal } = await this.held(id, appealId, actor);
      const now = await this.keeping.now();
      const status = decision === 'uphold' ? 'upheld' : 'dismissed';
      await this.keeping.screening.decideAppeal(Object.assign(appeal, { status, decision: reason, decidedBy: actor.accountId, decidedAt: now }));
      if (status === 'upheld') await this.screenAnew(application, reason, actor, now);
      await this.letters.record(`application.appeal_${status}`, application, actor, { appealId, reason });
      await this.letters.send(application, {
        to: 'applicant', kind: 'appeal-decided', facts: { reason, decided: status === 'upheld' ? '申诉成立，重新审查' : '维持原结果', decidedEn: status === 'upheld' ? 'upheld, it is screened anew' : 'dismissed' },
        title: say('申报 {number} 的申诉：{decided}', 'The appeal of application {number}: {decidedEn}'), body: say('“{project}”的申诉结果：{decided}。{reason}', 'The appeal of "{project}": {decidedEn}. {reason}'),
      });
    });
  }

  private async held(id: string, appealId: string, actor: Actor): Promise<{ application: Application; appeal: Appeal }> {
    const application = await this.keeping.lock(id);
    if (!application || !actor.holdsAt(application.nodePath, 'officer')) throw noSuchApplication();
    if (isMember(actor, application)) throw ownOrganisation();
    const appeal = await this.keeping.screening.lockAppeal(id, appealId);
    if (!appeal) throw absent('appeal_absent', say('没有这项申诉', 'There is no such appeal'));
    if (appeal.status !== 'lodged') throw refused('appeal_decided', say('该申诉已经处理', 'This appeal is decided already'));
    insist(mayDecideAppeal(actor, application, appeal.refusedBy), 'forbidden');
    return { application, appeal };
  }

  private async screenAnew(application: Application, reason: string, actor: Actor, now: Date): Promise<void> {
    const call = await this.calls.get(application.callId);
    await this.moves.run(application, 'reconsider', { actor, now, call, errors: 0, failedRules: 0, openRules: 0, reason }, { adapt: () => void (application.reason = null) });
  }
}
