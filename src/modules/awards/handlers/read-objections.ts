import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { ApplicationsFacade } from '#modules/applications';
import { CallsFacade } from '#modules/calls';
import { noSuchObjection, noSuchRound } from '../awards.errors.js';
import { awards as mayAwardThere, reads } from '../awards.permissions.js';
import type { Objection } from '../domain/objection.js';
import { AwardStore } from '../store/award.store.js';
import { NoticeStore } from '../store/notice.store.js';
import { ObjectionAnswerView, ObjectionPageView, ObjectionView } from './notice.view.js';
import { SealObjector } from './objector.js';

/** What an objection is about, in words. */
@Injectable()
export class NameObjected {
  constructor(
    private readonly calls: CallsFacade,
    private readonly awards: AwardStore,
    private readonly applications: ApplicationsFacade,
  ) {}

  async run({ callId, awardId }: Objection): Promise<Pick<ObjectionPageView, 'callTitle' | 'projectName'>> {
    const { title: callTitle } = await this.calls.get(callId);
    const award = awardId === null ? null : await this.awards.find(awardId);
    return { callTitle, projectName: award && (await this.applications.get(award.applicationId)).projectName };
  }
}

/** The objector reads by the reference; staff read all of a call, and officers the names. */
@Injectable()
export class ReadObjections {
  constructor(
    private readonly awards: AwardStore,
    private readonly notices: NoticeStore,
    private readonly naming: NameObjected,
    private readonly seals: SealObjector,
  ) {}

  /** @throws DomainError `objection_absent` */
  async byReference(reference: string): Promise<ObjectionPageView> {
    const objection = await this.notices.objectionByReference(reference.trim().toUpperCase());
    if (!objection) throw noSuchObjection();
    const { callId, text, decidedAt } = objection;
    return { ...ObjectionAnswerView.of(objection), callId, text, decidedAt, ...(await this.naming.run(objection)) };
  }

  /** @throws DomainError `award_call_absent` */
  async ofCall(callId: string, actor: Actor): Promise<ObjectionView[]> {
    const round = await this.awards.round(callId);
    if (!round || !reads(actor, round)) throw noSuchRound();
    const names = mayAwardThere(actor, round);
    return (await this.notices.objections(callId)).map((objection) => ObjectionView.from(objection, names ? this.seals.open(objection) : null));
  }
}
