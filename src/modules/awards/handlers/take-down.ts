import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { Events } from '#libs/events';
import { ApplicationsFacade } from '#modules/applications';
import { CallsFacade } from '#modules/calls';
import { NoticeWithdrawn } from '../awards.events.js';
import type { Award } from '../domain/award.js';
import { isAgainst, type Objection } from '../domain/objection.js';
import { AwardStore } from '../store/award.store.js';
import { NoticeStore } from '../store/notice.store.js';
import { HoldRound } from './hold-round.js';
import { MoveUp } from './move-up.js';
import { RecordAward } from './record-award.js';

export interface WithdrawnList {
  readonly noticeId: string;
  readonly callId: string;
  readonly reason: string;
  /** What it follows from, for the trail. */
  readonly facts: Record<string, unknown>;
}

interface Context {
  readonly actor: Actor;
  readonly now: Date;
}

/** Takes a list down: what stood on it waits for a new notice. A list that others were confirmed on stays: it has stood its term. */
@Injectable()
export class WithdrawNotice {
  constructor(
    private readonly awards: AwardStore,
    private readonly notices: NoticeStore,
    private readonly calls: CallsFacade,
    private readonly records: RecordAward,
    private readonly events: Events,
  ) {}

  async run({ noticeId, callId, reason, facts }: WithdrawnList, context: Context): Promise<void> {
    const onIt = (await this.awards.ofCall(callId)).filter((award) => award.noticeId === noticeId && award.status !== 'withdrawn');
    if (onIt.some(({ publicityEndedAt }) => publicityEndedAt !== null)) return;
    await this.notices.withdraw(noticeId, context.now, reason);
    for (const award of onIt) await this.records.run(award, 'take_down', context, { noticeId: null }, facts);
    const alone = (await this.awards.ofCall(callId)).every(({ publicityEndedAt }) => publicityEndedAt === null);
    if (alone && (await this.calls.get(callId)).status === 'in_publicity') await this.calls.withdrawNotice(callId, context.actor, facts);
    await this.events.tell(NoticeWithdrawn, { noticeId, callId, awardIds: onIt.map(({ id }) => id), corrected: facts['objectionId'] === undefined });
  }
}

/** Withdraws the award that an upheld objection names, and lets the reserve list move up. */
@Injectable()
export class WithdrawAward {
  constructor(
    private readonly applications: ApplicationsFacade,
    private readonly records: RecordAward,
    private readonly moveUp: MoveUp,
  ) {}

  async run(award: Award, reason: string, context: Context): Promise<void> {
    await this.records.run(award, 'withdraw', context, { note: reason }, { reason });
    await this.applications.recordOutcome(award.applicationId, { kind: 'not_awarded', reason: { zh: `异议成立：${reason}`, en: `An objection was upheld: ${reason}` } }, context.actor);
    await this.moveUp.run(award, context.actor);
  }
}

/** What an upheld objection does: the award falls, its list comes down, and the reserve moves up into a new notice. */
@Injectable()
export class TakeDown {
  constructor(
    private readonly awards: AwardStore,
    private readonly notices: NoticeStore,
    private readonly lists: WithdrawNotice,
    private readonly falling: WithdrawAward,
    private readonly rounds: HoldRound,
  ) {}

  /** In the caller's transaction, the round locked. */
  async run(objection: Objection, context: Context): Promise<void> {
    const { callId, awardId } = objection;
    const reason = objection.reply!;
    const notices = await this.notices.ofCall(callId);
    const withdrawn = new Set(notices.filter(({ withdrawnAt }) => withdrawnAt !== null).map(({ id }) => id));
    const hit = (await this.awards.ofCall(callId)).filter((award) => award.underNotice && isAgainst(objection, award, withdrawn));
    const fallen = awardId === null ? undefined : hit[0];
    const lists = new Set(hit.flatMap(({ noticeId }) => noticeId ?? []));
    if (fallen) await this.falling.run(fallen, reason, context);
    for (const noticeId of lists) await this.lists.run({ noticeId, callId, reason, facts: { objectionId: objection.id } }, context);
    await this.rounds.settle(callId, context.actor);
  }
}
