import { Injectable } from '@nestjs/common';
import { scopeOf, type Actor } from '#libs/access';
import { DatabaseTime } from '#libs/database';
import { ApplicationsFacade } from '#modules/applications';
import { CallsFacade } from '#modules/calls';
import { IdentityFacade } from '#modules/identity';
import { noSuchObjection, noSuchRound } from '../awards.errors.js';
import { awards as mayAwardThere, reads } from '../awards.permissions.js';
import { objectionLifecycle, type Objection } from '../domain/objection.js';
import { AwardStore } from '../store/award.store.js';
import { NoticeStore } from '../store/notice.store.js';
import { filled } from './award.view.js';
import { ObjectionAnswerView, ObjectionView, type ObjectionDetail, type ObjectionMoveView, type ObjectionPageView } from './notice.view.js';
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

/** An objection as staff see it: officers read the names, and what may be done stands beside it. */
@Injectable()
export class DescribeObjection {
  constructor(
    private readonly naming: NameObjected,
    private readonly calls: CallsFacade,
    private readonly seals: SealObjector,
    private readonly people: IdentityFacade,
    private readonly time: DatabaseTime,
  ) {}

  async run(objection: Objection, actor: Actor): Promise<ObjectionDetail> {
    const { callId, decidedBy } = objection;
    const officer = mayAwardThere(actor, objection);
    const [named, { rulebook }, now] = await Promise.all([this.naming.run(objection), this.calls.get(callId), this.time.now()]);
    const context = { actor, now, escalation: rulebook.publicity.objection.escalation !== null };
    return {
      ...ObjectionView.from(objection, officer ? this.seals.open(objection) : null), callId, ...named,
      decidedBy: decidedBy === null ? null : ((await this.people.person(decidedBy))?.name ?? null),
      moves: officer ? objectionLifecycle.possible(objection, context).map(moveView) : [],
    };
  }
}

const moveView = ({ move, label, verdict }: ReturnType<typeof objectionLifecycle.possible>[number]): ObjectionMoveView =>
  ({ move, label, allowed: verdict.allowed, ...(verdict.allowed ? {} : { reason: filled(verdict.sentence, verdict.facts) }) });

/** The objector reads by the reference; staff read all of a call, and officers the names. */
@Injectable()
export class ReadObjections {
  constructor(
    private readonly awards: AwardStore,
    private readonly notices: NoticeStore,
    private readonly naming: NameObjected,
    private readonly described: DescribeObjection,
  ) {}

  /** @throws DomainError `objection_absent` */
  async byReference(reference: string): Promise<ObjectionPageView> {
    const objection = await this.notices.objectionByReference(reference.trim().toUpperCase());
    if (!objection) throw noSuchObjection();
    const { callId, text, decidedAt } = objection;
    return { ...ObjectionAnswerView.of(objection), callId, text, decidedAt, ...(await this.naming.run(objection)) };
  }

  /** @throws DomainError `call_absent` */
  async ofCall(callId: string, actor: Actor): Promise<ObjectionDetail[]> {
    const round = await this.awards.round(callId);
    if (!round || !reads(actor, round)) throw noSuchRound();
    return Promise.all((await this.notices.objections(callId)).map((objection) => this.described.run(objection, actor)));
  }

  /** What is to be answered in the places of an officer, the earliest last day first. */
  async waiting(actor: Actor): Promise<ObjectionDetail[]> {
    return Promise.all((await this.notices.openObjections(scopeOf(actor, 'officer'))).map((objection) => this.described.run(objection, actor)));
  }
}
