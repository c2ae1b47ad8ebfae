import { Injectable } from '@nestjs/common';
import { addDays, dayOf, startOfDay } from '#libs/calendar';
import { DatabaseTime } from '#libs/database';
import { say, type Sentence } from '#libs/errors';
import { Reacts, type Reaction } from '#libs/events';
import { Outbox } from '#libs/jobs';
import { CallsFacade } from '#modules/calls';
import { AwardAccepted, AwardConfirmed, AwardDeclined, AwardPromoted, AwardWithdrawn, type AwardNews } from '../awards.events.js';
import { remindOfAnswer } from '../jobs/remind-of-answer.job.js';
import { WriteAboutAward } from '../handlers/write-about-award.js';

const SILENCE: Record<'accepts' | 'declines', Sentence> = {
  accepts: say('逾期未答复视为接受。', 'Without an answer it counts as accepted.'),
  declines: say('逾期未答复视为放弃，名额由候补递补。', 'Without an answer it counts as declined and the reserve moves up.'),
};

/** Reminders go out at nine in the morning of the day before the last, or of the last when the term is that short. */
const MORNING_MS = 9 * 3_600_000;

function mornings(answerUntil: Date): Date[] {
  const last = dayOf(answerUntil);
  return [addDays(last, -1), last].map((day) => new Date(startOfDay(day).getTime() + MORNING_MS));
}

/** The winner learns of the confirmation, of the term for the answer, and is reminded of it before it ends. */
@Injectable()
@Reacts(AwardConfirmed)
export class AskForAnswer implements Reaction<AwardNews> {
  constructor(
    private readonly writing: WriteAboutAward,
    private readonly calls: CallsFacade,
    private readonly time: DatabaseTime,
    private readonly outbox: Outbox,
  ) {}

  async run({ awardId, callId }: AwardNews): Promise<void> {
    const { silence } = (await this.calls.get(callId)).rulebook.acceptance;
    const award = await this.writing.toWinner(awardId, 'award-confirmed', {
      title: say('“{project}”已确认立项，请答复', '"{project}" is confirmed; please answer'),
      body: say('“{project}”（{number}）已确认立项，资助 {amountFen}。请在 {answerUntil} 前答复是否接受。{silence}', '"{project}" ({number}) is confirmed with {amountFen}. Please say by {answerUntil} whether you accept. {silence}'),
    }, { silence: SILENCE[silence] });
    const now = await this.time.now();
    const dueAt = mornings(award.answerUntil!).find((morning) => morning > now);
    if (dueAt) await this.outbox.enqueue(remindOfAnswer, { awardId }, { key: awardId, dueAt });
  }
}

/** A place on the reserve list became a proposed award: the organisation hears of it, and the officers who publish it. */
@Injectable()
@Reacts(AwardPromoted)
export class TellPromotion implements Reaction<AwardNews> {
  constructor(private readonly writing: WriteAboutAward) {}

  async run({ awardId }: AwardNews): Promise<void> {
    await this.writing.toWinner(awardId, 'award-promoted', {
      title: say('“{project}”由候补递补为拟立项', '"{project}" moves up from the reserve list'),
      body: say('“{project}”（{number}）递补为拟立项，拟资助 {amountFen}。将另行公示，期满没有异议即予确认。', '"{project}" ({number}) moves up and is proposed for {amountFen}. It stands a public notice of its own and is confirmed after it.'),
    });
    await this.writing.toOfficers(awardId, 'award-to-publish', {
      title: say('“{project}”已递补，请另行公示', '"{project}" has moved up; please put it on notice'),
      body: say('“{organisation}”的“{project}”由候补递补为拟立项，资助 {amountFen}，需另行公示后确认。', '"{project}" of {organisation} has moved up with {amountFen} and needs a public notice of its own.'),
    });
  }
}

@Injectable()
@Reacts(AwardWithdrawn)
export class TellWithdrawal implements Reaction<AwardNews> {
  constructor(private readonly writing: WriteAboutAward) {}

  async run({ awardId }: AwardNews): Promise<void> {
    await this.writing.toWinner(awardId, 'award-withdrawn', {
      title: say('“{project}”的立项已取消', 'The award of "{project}" is withdrawn'),
      body: say('公示期内对“{project}”（{number}）的异议经核实成立，立项取消。理由：{note}', 'An objection to "{project}" ({number}) was examined and upheld; the award is withdrawn. Reason: {note}'),
    });
  }
}

/** The officers hear that a place is free; the winner only when her silence was read. */
@Injectable()
@Reacts(AwardDeclined)
export class TellDecline implements Reaction<AwardNews> {
  constructor(private readonly writing: WriteAboutAward) {}

  async run({ awardId }: AwardNews): Promise<void> {
    const { silent } = await this.writing.toOfficers(awardId, 'award-declined', {
      title: say('“{project}”已放弃立项', '"{project}" was declined'),
      body: say('“{organisation}”的“{project}”（{number}）放弃立项。说明：{note}', '{organisation} declined the award of "{project}" ({number}). Its note: {note}'),
    });
    if (!silent) return;
    await this.writing.toWinner(awardId, 'award-lapsed', {
      title: say('“{project}”逾期未答复，视为放弃', '"{project}" was not answered in time and counts as declined'),
      body: say('“{project}”（{number}）的答复期限 {answerUntil} 已过，依规则视为放弃立项。', 'The term for "{project}" ({number}) ended on {answerUntil}; by the rules the award counts as declined.'),
    });
  }
}

@Injectable()
@Reacts(AwardAccepted)
export class TellSilentAcceptance implements Reaction<AwardNews> {
  constructor(private readonly writing: WriteAboutAward) {}

  async run({ awardId }: AwardNews): Promise<void> {
    if (!(await this.writing.find(awardId)).silent) return;
    await this.writing.toWinner(awardId, 'award-accepted-by-silence', {
      title: say('“{project}”逾期未答复，视为接受', '"{project}" was not answered in time and counts as accepted'),
      body: say('“{project}”（{number}）的答复期限 {answerUntil} 已过，依规则视为接受立项，请准备签约。', 'The term for "{project}" ({number}) ended on {answerUntil}; by the rules the award counts as accepted. Please prepare the contract.'),
    });
  }
}
