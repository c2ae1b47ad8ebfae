import { Injectable } from '@nestjs/common';
import { insist, type Actor } from '#libs/access';
import { dayOf, endOfDay, type Day } from '#libs/calendar';
import { Transaction } from '#libs/database';
import { CallsFacade, type CallView } from '#modules/calls';
import { nothingToConfirm } from '../awards.errors.js';
import type { Award } from '../domain/award.js';
import { awardLifecycle, type AwardContext } from '../domain/award.lifecycle.js';
import { isAgainst } from '../domain/objection.js';
import { AwardStore } from '../store/award.store.js';
import { NoticeStore } from '../store/notice.store.js';
import { AwardRow } from './award.view.js';
import { HoldRound } from './hold-round.js';
import { RecordAward } from './record-award.js';

export interface StandingAward {
  readonly award: Award;
  readonly context: AwardContext & { readonly noticeEndsAt: Date };
}

/** The awards on notice, each with what may stand against confirming it. */
@Injectable()
export class StandingAwards {
  constructor(
    private readonly awards: AwardStore,
    private readonly notices: NoticeStore,
    private readonly calls: CallsFacade,
  ) {}

  async of(callId: string, actor: Actor, now: Date): Promise<StandingAward[]> {
    const standing = (await this.awards.ofCall(callId)).filter(({ status }) => status === 'in_publicity');
    const open = (await this.notices.objections(callId)).filter((objection) => objection.open);
    const notices = await this.notices.ofCall(callId);
    const withdrawn = new Set(notices.filter(({ withdrawnAt }) => withdrawnAt !== null).map(({ id }) => id));
    return standing.map((award) => {
      const noticeEndsAt = endOfDay(notices.find(({ id }) => id === award.noticeId)!.lastDay as Day);
      return { award, context: { actor, now, noticeEndsAt, objectionOpen: open.some((objection) => isAgainst(objection, award, withdrawn)) } };
    });
  }

  /** The last instant of the term in which a winner answers, counted from now. */
  async answerUntil({ rulebook }: CallView, now: Date): Promise<Date> {
    const { last } = (await this.calls.calendar()).period({ start: dayOf(now), ...rulebook.acceptance.term });
    return endOfDay(last);
  }
}

/** Confirms what has stood its term. An award under objection is held, and the call with it. */
@Injectable()
export class ConfirmAwards {
  constructor(
    private readonly tx: Transaction,
    private readonly rounds: HoldRound,
    private readonly standing: StandingAwards,
    private readonly awards: AwardStore,
    private readonly records: RecordAward,
  ) {}

  /** @throws DomainError `nothing_to_confirm`, `call_stopped`; with the reason against the first when none can be confirmed */
  run(callId: string, actor: Actor): Promise<AwardRow[]> {
    return this.tx.run(async () => {
      const { call, now } = await this.rounds.own(callId, actor);
      const standing = await this.standing.of(callId, actor, now);
      if (standing.length === 0) throw nothingToConfirm();
      const verdicts = standing.map(({ award, context }) => awardLifecycle.judge(award, 'confirm', context));
      const ready = standing.filter((_, at) => verdicts[at]!.allowed);
      if (ready.length === 0) insist(verdicts[0]!);
      const answerUntil = await this.standing.answerUntil(call, now);
      for (const { award, context } of ready) {
        await this.records.run(award, 'confirm', context, { publicityEndedAt: context.noticeEndsAt, answerUntil }, { answerUntil });
      }
      await this.rounds.settle(callId, actor);
      return (await this.awards.ofCall(callId)).map((award) => AwardRow.of(award));
    });
  }
}
