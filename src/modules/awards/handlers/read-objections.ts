import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { noSuchObjection, noSuchRound } from '../awards.errors.js';
import { awards as mayAwardThere, reads } from '../awards.permissions.js';
import { AwardStore } from '../store/award.store.js';
import { NoticeStore } from '../store/notice.store.js';
import { ObjectionAnswerView, ObjectionView } from './notice.view.js';
import { SealObjector } from './objector.js';

/** The objector reads by the reference; staff read all of a call, and officers the names. */
@Injectable()
export class ReadObjections {
  constructor(
    private readonly awards: AwardStore,
    private readonly notices: NoticeStore,
    private readonly seals: SealObjector,
  ) {}

  /** @throws DomainError `objection_absent` */
  async byReference(reference: string): Promise<ObjectionAnswerView> {
    const objection = await this.notices.objectionByReference(reference.trim().toUpperCase());
    if (!objection) throw noSuchObjection();
    return ObjectionAnswerView.of(objection);
  }

  /** @throws DomainError `award_call_absent` */
  async ofCall(callId: string, actor: Actor): Promise<ObjectionView[]> {
    const round = await this.awards.round(callId);
    if (!round || !reads(actor, round)) throw noSuchRound();
    const names = mayAwardThere(actor, round);
    return (await this.notices.objections(callId)).map((objection) => ObjectionView.from(objection, names ? this.seals.open(objection) : null));
  }
}
