import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SYSTEM } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { dayOf, endOfDay, startOfDay, type Day } from '#libs/calendar';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import type { Language } from '#libs/errors';
import { Events } from '#libs/events';
import { CallsFacade, type ObjectionTerms } from '#modules/calls';
import { noSuchAward, noticeNotOpen, realNameNeeded, sealNeeded } from '../awards.errors.js';
import { ObjectionReceived } from '../awards.events.js';
import type { AwardRound } from '../domain/award.js';
import type { AwardNotice } from '../domain/notice.js';
import { Objection } from '../domain/objection.js';
import { AwardStore } from '../store/award.store.js';
import { NoticeStore } from '../store/notice.store.js';
import { ObjectionAnswerView } from './notice.view.js';
import { SealObjector } from './objector.js';

export interface GivenObjection {
  text: string;
  applicationId?: string;
  anonymous: boolean;
  name?: string;
  contact?: string;
  /** For an organisation: whether the paper bears its seal. */
  organisation?: string;
  sealed?: boolean;
  /** In which the answer is written. */
  language: Language;
}

/** What an objection is about: a notice that is running, and the award on it that it names. */
export interface ObjectedTo {
  readonly round: AwardRound;
  readonly notice: AwardNotice;
  readonly awardId: string | null;
}

/** Finds the running notice: the one on which the named award stands, else the newest. */
@Injectable()
export class FindRunningNotice {
  constructor(
    private readonly awards: AwardStore,
    private readonly notices: NoticeStore,
  ) {}

  /** In the caller's transaction; the round stays locked. @throws DomainError `notice_not_open`, `award_absent` */
  async run(callId: string, applicationId: string | undefined, now: Date): Promise<ObjectedTo> {
    const round = await this.awards.lockRound(callId);
    const running = (await this.notices.ofCall(callId)).filter((notice) => isRunning(notice, now));
    if (!round || running.length === 0) throw noticeNotOpen();
    if (applicationId === undefined) return { round, notice: running[0]!, awardId: null };
    const award = (await this.awards.ofCall(callId)).find((each) => each.applicationId === applicationId && each.status === 'in_publicity');
    if (!award) throw noSuchAward();
    const notice = running.find(({ id }) => id === award.noticeId);
    if (!notice) throw noticeNotOpen();
    return { round, notice, awardId: award.id };
  }
}

const isRunning = ({ withdrawnAt, firstDay, lastDay }: AwardNotice, now: Date): boolean =>
  withdrawnAt === null && now >= startOfDay(firstDay as Day) && now <= endOfDay(lastDay as Day);

/** Puts an objection on record. */
@Injectable()
export class RecordObjection {
  constructor(
    private readonly notices: NoticeStore,
    private readonly seals: SealObjector,
    private readonly audit: AuditTrail,
    private readonly events: Events,
  ) {}

  async run({ round, notice, awardId }: ObjectedTo, given: GivenObjection, receivedAt: Date, answerUntil: string): Promise<Objection> {
    const id = newId<string>();
    const { name = '', contact = '', organisation = null, sealed = false, language } = given;
    const objection = Object.assign(new Objection(), {
      id, callId: round.callId, noticeId: notice.id, awardId, nodePath: round.nodePath, reference: randomBytes(12).toString('hex').toUpperCase(), status: 'received' as const,
      anonymous: given.anonymous, sealedPerson: given.anonymous ? null : this.seals.seal(id, { name, contact, organisation, sealed, language }), text: given.text, receivedAt, answerUntil,
      reply: null, decidedBy: null, decidedAt: null, version: 1,
    });
    await this.notices.insertObjection(objection);
    await this.audit.record({ action: 'objection.received', subject: { kind: 'award_objection', id }, actor: SYSTEM, facts: { callId: round.callId, awardId, answerUntil } });
    await this.events.tell(ObjectionReceived, { objectionId: id });
    return objection;
  }
}

/** The public's word against a list, taken in the notice period. */
@Injectable()
export class ReceiveObjection {
  constructor(
    private readonly tx: Transaction,
    private readonly calls: CallsFacade,
    private readonly finding: FindRunningNotice,
    private readonly records: RecordObjection,
    private readonly time: DatabaseTime,
  ) {}

  /** @throws DomainError `notice_not_open`, `real_name_needed`, `seal_needed`, `award_absent` */
  run(callId: string, given: GivenObjection): Promise<ObjectionAnswerView> {
    return this.tx.run(async () => {
      const now = await this.time.arrival();
      const about = await this.finding.run(callId, given.applicationId, now);
      const { objection: terms } = (await this.calls.get(callId)).rulebook.publicity;
      insistOn(terms, given);
      // An objection is in time or not by its arrival; that next year's holidays are unknown turns nobody away.
      const { last } = (await this.calls.calendar()).foreseen().period({ start: dayOf(now), ...terms.answer });
      return ObjectionAnswerView.of(await this.records.run(about, given, now, last));
    });
  }
}

function insistOn({ realName, seal }: ObjectionTerms, { anonymous, name, contact, organisation, sealed }: GivenObjection): void {
  if (anonymous) return;
  if (realName && (!name || !contact)) throw realNameNeeded();
  if (organisation && seal && !sealed) throw sealNeeded();
}
