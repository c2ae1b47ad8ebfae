import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { dayOf, endOfDay, startOfDay, type Day } from '#libs/calendar';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { SecretBox } from '#libs/secrets';
import { ApplicationsFacade } from '#modules/applications';
import { CallsFacade } from '#modules/calls';
import { noSuchAward, noSuchObjection, noSuchRound, noticeNotOpen, realNameNeeded, sealNeeded } from '../awards.errors.js';
import { awards as mayAwardThere, reads } from '../awards.permissions.js';
import type { Award } from '../domain/award.js';
import { awardLifecycle } from '../domain/award.lifecycle.js';
import { Objection, objectionLifecycle, type ObjectionMove } from '../domain/objection.js';
import { AwardStore } from '../store/award.store.js';
import { NoticeStore } from '../store/notice.store.js';
import { MoveUp } from './move-up.js';
import { ObjectionAnswerView, ObjectionView } from './notice.view.js';

export interface GivenObjection {
  text: string;
  applicationId?: string;
  anonymous: boolean;
  name?: string;
  contact?: string;
  /** For an organisation: whether the paper bears its seal. */
  organisation?: string;
  sealed?: boolean;
}

const REPLY_MISSING = 'turn_away uphold reject escalate';

/** The public's word against a list: taken in the notice period, judged by staff, answered under a reference. */
@Injectable()
export class HandleObjections {
  constructor(
    private readonly tx: Transaction,
    private readonly calls: CallsFacade,
    private readonly awards: AwardStore,
    private readonly notices: NoticeStore,
    private readonly secrets: SecretBox,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `notice_not_open`, `real_name_needed`, `seal_needed`, `award_absent` */
  receive(callId: string, given: GivenObjection): Promise<ObjectionAnswerView> {
    return this.tx.run(async () => {
      const round = await this.awards.lockRound(callId);
      const [notice] = await this.notices.ofCall(callId);
      const now = await this.time.now();
      if (!round || !notice || notice.withdrawnAt || now < startOfDay(notice.firstDay as Day) || now > endOfDay(notice.lastDay as Day)) throw noticeNotOpen();
      const { objection: terms } = (await this.calls.get(callId)).rulebook.publicity;
      if (!given.anonymous && terms.realName && (!given.name || !given.contact)) throw realNameNeeded();
      if (given.organisation && terms.seal && !given.sealed) throw sealNeeded();
      const id = newId<string>();
      const { last } = (await this.calls.calendar()).period({ start: dayOf(now), ...terms.answer });
      const person = JSON.stringify({ name: given.name ?? '', contact: given.contact ?? '', organisation: given.organisation ?? null, sealed: given.sealed ?? false });
      const objection = Object.assign(new Objection(), {
        id, callId, noticeId: notice.id, awardId: await this.about(callId, given.applicationId), nodePath: round.nodePath,
        reference: randomBytes(12).toString('hex').toUpperCase(), status: 'received' as const, anonymous: given.anonymous,
        sealedPerson: given.anonymous ? null : this.secrets.seal(person, boundTo(id)), text: given.text, receivedAt: now, answerUntil: last,
        reply: null, decidedBy: null, decidedAt: null, version: 1,
      });
      await this.notices.insertObjection(objection);
      await this.audit.record({ action: 'objection.received', subject: { kind: 'award_objection', id }, actor: SYSTEM, facts: { callId, awardId: objection.awardId, answerUntil: last } });
      return ObjectionAnswerView.of(objection);
    });
  }

  async answer(reference: string): Promise<ObjectionAnswerView> {
    const objection = await this.notices.objectionByReference(reference.toUpperCase());
    if (!objection) throw noSuchObjection();
    return ObjectionAnswerView.of(objection);
  }

  async list(callId: string, actor: Actor): Promise<ObjectionView[]> {
    const round = await this.awards.round(callId);
    if (!round || !reads(actor, round)) throw noSuchRound();
    const names = mayAwardThere(actor, round);
    return (await this.notices.objections(callId)).map((objection) => ObjectionView.from(objection, names ? this.person(objection) : null));
  }

  person({ id, sealedPerson }: Objection): object | null {
    return sealedPerson === null ? null : (JSON.parse(this.secrets.open(sealedPerson, boundTo(id))) as object);
  }

  needsReply(move: ObjectionMove): boolean {
    return REPLY_MISSING.includes(move);
  }

  private async about(callId: string, applicationId: string | undefined): Promise<string | null> {
    if (applicationId === undefined) return null;
    const award = (await this.awards.ofCall(callId)).find((each) => each.applicationId === applicationId && each.status === 'in_publicity');
    if (!award) throw noSuchAward();
    return award.id;
  }
}

const boundTo = (id: string): string => `award_objection|person|${id}`;

/** Staff judge an objection. An upheld one takes the list down, the award with it, and lets the reserve move up. */
@Injectable()
export class JudgeObjection {
  constructor(
    private readonly tx: Transaction,
    private readonly calls: CallsFacade,
    private readonly applications: ApplicationsFacade,
    private readonly awards: AwardStore,
    private readonly notices: NoticeStore,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
    private readonly moveUp: MoveUp,
    private readonly handling: HandleObjections,
  ) {}

  run(id: string, move: ObjectionMove, reply: string | null, actor: Actor): Promise<ObjectionView> {
    return this.tx.run(async () => {
      const objection = await this.notices.objection(id);
      if (!objection || !mayAwardThere(actor, objection)) throw noSuchObjection();
      await this.awards.lockRound(objection.callId);
      const { rulebook } = await this.calls.hold(objection.callId);
      const now = await this.time.now();
      objectionLifecycle.move(objection, move, { actor, now, escalation: rulebook.publicity.objection.escalation !== null });
      if (this.handling.needsReply(move)) Object.assign(objection, { reply, decidedBy: actor.accountId, decidedAt: now });
      await this.notices.updateObjection(objection);
      await this.audit.record({ action: `objection.${move}`, subject: { kind: 'award_objection', id }, actor, facts: { reply } });
      if (move === 'uphold') await this.takeDown(objection, reply ?? '', now, actor);
      return ObjectionView.from(objection, this.handling.person(objection));
    });
  }

  private async takeDown(objection: Objection, reason: string, now: Date, actor: Actor): Promise<void> {
    const { callId, noticeId, awardId } = objection;
    await this.notices.withdraw(noticeId, now, reason);
    const standing = (await this.awards.ofCall(callId)).filter((award) => award.noticeId === noticeId && award.status === 'in_publicity');
    let fallen: Award | null = null;
    for (const award of standing) {
      const falls = award.id === awardId;
      awardLifecycle.move(award, falls ? 'withdraw' : 'take_down', { actor, now });
      Object.assign(award, falls ? { note: reason } : { noticeId: null });
      await this.awards.update(award);
      if (falls) fallen = award;
    }
    if ((await this.calls.get(callId)).status === 'in_publicity') await this.calls.withdrawNotice(callId, actor, { objectionId: objection.id });
    if (!fallen) return;
    await this.applications.recordOutcome(fallen.applicationId, { kind: 'not_awarded', reason: { zh: `异议成立：${reason}`, en: `An objection was upheld: ${reason}` } }, actor);
    await this.moveUp.run(fallen, actor);
  }
}
