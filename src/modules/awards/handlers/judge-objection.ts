import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { Transaction } from '#libs/database';
import { Events } from '#libs/events';
import { NothingLeftToDo } from '#modules/identity';
import { noSuchObjection } from '../awards.errors.js';
import { ObjectionAnswered } from '../awards.events.js';
import { awards as mayAwardThere } from '../awards.permissions.js';
import { objectionLifecycle, type Objection, type ObjectionContext, type ObjectionMove } from '../domain/objection.js';
import { NoticeStore } from '../store/notice.store.js';
import { HoldRound } from './hold-round.js';
import { ObjectionView } from './notice.view.js';
import { SealObjector } from './objector.js';
import { TakeDown } from './take-down.js';

/** Moves an objection: row, audit leaf and news. Every move but the admission is an answer in writing. */
@Injectable()
export class RecordJudgement {
  constructor(
    private readonly notices: NoticeStore,
    private readonly audit: AuditTrail,
    private readonly events: Events,
  ) {}

  async run(objection: Objection, move: ObjectionMove, reply: string, context: ObjectionContext): Promise<void> {
    objectionLifecycle.move(objection, move, context);
    const { actor, now } = context;
    if (move !== 'admit') {
      // What was answered before a referral stays to be read.
      const words = objection.reply === null ? reply : `${objection.reply}\n\n${reply}`;
      Object.assign(objection, { reply: words, decidedBy: actor.accountId, decidedAt: now });
    }
    await this.notices.updateObjection(objection);
    await this.audit.record({ action: `objection.${move}`, subject: { kind: 'award_objection', id: objection.id }, actor, facts: { reply } });
    if (move === 'admit') return;
    await this.events.tell(ObjectionAnswered, { objectionId: objection.id });
    await this.events.tell(NothingLeftToDo, { asked: [`objection-received:${objection.id}`] });
  }
}

/** What follows from a judgement, and how it is shown. */
@Injectable()
export class JudgementConsequences {
  constructor(
    private readonly takeDown: TakeDown,
    private readonly seals: SealObjector,
  ) {}

  async of(objection: Objection, move: ObjectionMove, context: { actor: Actor; now: Date }): Promise<ObjectionView> {
    if (move === 'uphold') await this.takeDown.run(objection, context);
    return ObjectionView.from(objection, this.seals.open(objection));
  }
}

/** Staff judge an objection; one that is upheld takes the award away. */
@Injectable()
export class JudgeObjection {
  constructor(
    private readonly tx: Transaction,
    private readonly notices: NoticeStore,
    private readonly rounds: HoldRound,
    private readonly records: RecordJudgement,
    private readonly consequences: JudgementConsequences,
  ) {}

  /** @throws DomainError `objection_absent`, `objection_anonymous`, `no_escalation`, `call_stopped`, `wrong_state` */
  run(id: string, move: ObjectionMove, reply: string, actor: Actor): Promise<ObjectionView> {
    return this.tx.run(async () => {
      const found = await this.notices.findObjection(id);
      if (!found || !mayAwardThere(actor, found)) throw noSuchObjection();
      const { call, now } = await this.rounds.own(found.callId, actor);
      const objection = (await this.notices.lockObjection(id))!;
      await this.records.run(objection, move, reply, { actor, now, escalation: call.rulebook.publicity.objection.escalation !== null });
      return this.consequences.of(objection, move, { actor, now });
    });
  }
}
