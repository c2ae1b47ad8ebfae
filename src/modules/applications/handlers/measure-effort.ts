import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, Transaction } from '#libs/database';
import { absent, refused, say } from '#libs/errors';
import { CallsFacade } from '#modules/calls';
import { readsAsStaff } from '../applications.permissions.js';
import { median, share } from '../domain/effort.js';
import { EffortStore, type Survey } from '../store/effort.store.js';
import type { CallEffortView, HardestView, OwnEffortView } from './effort.view.js';
import { HoldOwn } from './hold-own.js';

/** A short survey at the end of the form; answering again replaces the answer. */
@Injectable()
export class AnswerSurvey {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldOwn,
    private readonly efforts: EffortStore,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `application_absent`, `not_submitted` */
  run(id: string, survey: Survey, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const { submittedAt } = await this.holding.run(id, 'comment', actor);
      if (submittedAt === null) throw refused('not_submitted', say('提交申报后再填写', 'It is answered once the application is submitted'));
      await this.efforts.answer(id, actor.accountId, survey, await this.time.now());
      await this.audit.record({ action: 'application.surveyed', subject: { kind: 'application', id }, actor, facts: { ease: survey.ease } });
    });
  }
}

/** Answers carry no names; of fewer than these anybody could tell whose they are. */
const LEAST_ANSWERS = 3;
const UNTOLD = { ease: null, medianHours: null, hardest: [], remarks: [] };

/** What applying costs: for the writers of one application, and for staff over a whole call. */
@Injectable()
export class ReadEffort {
  constructor(
    private readonly holding: HoldOwn,
    private readonly efforts: EffortStore,
    private readonly calls: CallsFacade,
  ) {}

  /** @throws DomainError `application_absent` */
  async own(id: string, actor: Actor): Promise<OwnEffortView> {
    await this.holding.read(id, 'view', actor);
    const [seconds, given] = await Promise.all([this.efforts.seconds(id), this.efforts.given(id, actor.accountId)]);
    const { ease = null, hours = null, hardest = null, remark = null } = given ?? {};
    return { minutes: Math.round(seconds / 60), ease, hours, hardest, remark };
  }

  /** @throws DomainError `call_absent` also for one out of sight */
  async ofCall(callId: string, actor: Actor): Promise<CallEffortView> {
    const call = await this.calls.get(callId);
    if (!readsAsStaff(actor, call)) throw absent('call_absent', say('没有找到该批次', 'There is no such call'));
    const [efforts, surveys] = await Promise.all([this.efforts.ofCall(callId), this.efforts.surveys(callId)]);
    const minutes = efforts.filter(({ submitted }) => submitted).map(({ seconds }) => Math.round(seconds / 60));
    const few = surveys.length < LEAST_ANSWERS;
    const hours = surveys.flatMap((survey) => (survey.hours === null ? [] : [survey.hours]));
    return {
      measured: efforts.length, ...(minutes.length < LEAST_ANSWERS ? { medianMinutes: null, mostMinutes: null } : { medianMinutes: median(minutes), mostMinutes: share(minutes, 0.9) }), abandoned: efforts.filter(({ submitted }) => !submitted).length,
      surveys: surveys.length, ...(few ? UNTOLD : { ease: Math.round((surveys.reduce((sum, { ease }) => sum + ease, 0) * 10) / surveys.length) / 10,
      medianHours: median(hours), hardest: tally(surveys), remarks: surveys.flatMap(({ remark }) => (remark === null ? [] : [remark])).sort().slice(0, 200) }),
    };
  }
}

function tally(surveys: readonly Survey[]): HardestView[] {
  const counts = new Map<string, number>();
  for (const { hardest } of surveys) if (hardest !== null) counts.set(hardest, (counts.get(hardest) ?? 0) + 1);
  return [...counts].map(([section, count]) => ({ section, count })).sort((a, b) => b.count - a.count);
}
