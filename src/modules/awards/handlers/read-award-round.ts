import { Injectable } from '@nestjs/common';
import { no, yes, type Actor, type Verdict } from '#libs/access';
import { dayOf } from '#libs/calendar';
import { DatabaseTime } from '#libs/database';
import { DomainError, say, type Sentence } from '#libs/errors';
import { callLifecycle, CallsFacade, type CallView } from '#modules/calls';
import { IdentityFacade } from '#modules/identity';
import { alreadyDecided, amountsMissing, callStopped, noSuchRound, nothingToAnnounce, nothingToConfirm, rankingInDoubt, tiesOpen } from '../awards.errors.js';
import { awards as mayAwardThere, reads } from '../awards.permissions.js';
import type { Award, AwardRound } from '../domain/award.js';
import { readRule } from '../domain/read-rule.js';
import { awardLifecycle } from '../domain/award.lifecycle.js';
import { AwardStore } from '../store/award.store.js';
import { NoticeStore } from '../store/notice.store.js';
import { DraftAllocation } from './allocation-draft.js';
import { boardMoney } from './allocation.view.js';
import { filled } from './award.view.js';
import type { AwardMoveView, AwardRoundView } from './award-round.view.js';
import { StandingAwards } from './confirm-awards.js';
import { CorrectableNotice } from './correct-notice.js';

const LABELS: Record<'decide' | 'announce' | 'correct' | 'confirm', Sentence> = {
  decide: say('确定立项结果', 'Decide the awards'),
  announce: say('发布公示', 'Publish the notice'),
  correct: say('撤回更正', 'Withdraw to correct'),
  confirm: say('确认立项', 'Confirm the awards'),
};

/** What stands against each step, in the words in which the step itself would be refused. */
@Injectable()
export class JudgeRound {
  constructor(
    private readonly drafting: DraftAllocation,
    private readonly standing: StandingAwards,
    private readonly correctable: CorrectableNotice,
    private readonly calls: CallsFacade,
    private readonly time: DatabaseTime,
  ) {}

  async run(call: CallView, decided: boolean, awards: readonly Award[], actor: Actor): Promise<AwardMoveView[]> {
    const verdicts = {
      decide: await asked(() => this.decide(call, decided, actor)),
      announce: await asked(() => this.announce(call, awards)),
      correct: await asked(() => this.correct(call)),
      confirm: await asked(() => this.confirm(call, actor)),
    };
    return (['decide', 'announce', 'correct', 'confirm'] as const).map((move) => {
      const verdict = verdicts[move];
      return { move, label: LABELS[move], allowed: verdict.allowed, ...(verdict.allowed ? {} : { reason: filled(verdict.sentence, verdict.facts) }) };
    });
  }

  private async decide(call: CallView, decided: boolean, actor: Actor): Promise<Verdict> {
    if (decided) throw alreadyDecided();
    const { allocation, amountsMissing: missing, doubts } = await this.drafting.run(call.id);
    if (doubts > 0) throw rankingInDoubt(doubts);
    if (allocation.tiesAcrossTheLine.length > 0) throw tiesOpen(allocation.tiesAcrossTheLine);
    if (missing.length > 0) throw amountsMissing(missing);
    return callLifecycle.judge({ status: call.status } as never, 'decide', { actor, now: await this.time.now(), errors: 0, collectsNeeds: false });
  }

  private async announce(call: CallView, awards: readonly Award[]): Promise<Verdict> {
    stopped(call);
    if (!awards.some(({ status }) => status === 'proposed')) throw nothingToAnnounce();
    (await this.calls.calendar()).period({ start: dayOf(await this.time.now()), ...call.rulebook.publicity.awards.term });
    return yes;
  }

  private async correct(call: CallView): Promise<Verdict> {
    stopped(call);
    return (await this.correctable.of(call.id)).verdict;
  }

  private async confirm(call: CallView, actor: Actor): Promise<Verdict> {
    stopped(call);
    const standing = await this.standing.of(call.id, actor, await this.time.now());
    if (standing.length === 0) throw nothingToConfirm();
    const verdicts = standing.map(({ award, context }) => awardLifecycle.judge(award, 'confirm', context));
    return verdicts.find(({ allowed }) => allowed) ?? verdicts[0]!;
  }
}

/** A refusal that would be thrown is the reason shown. */
async function asked(judge: () => Promise<Verdict>): Promise<Verdict> {
  try {
    return await judge();
  } catch (error) {
    if (error instanceof DomainError) return no(error.code, error.sentence, error.facts);
    throw error;
  }
}

function stopped({ status }: CallView): void {
  if (status === 'suspended' || status === 'cancelled') throw callStopped();
}

/** How far the awarding of a call has come. */
@Injectable()
export class ReadAwardRound {
  constructor(
    private readonly awards: AwardStore,
    private readonly notices: NoticeStore,
    private readonly calls: CallsFacade,
    private readonly people: IdentityFacade,
    private readonly judging: JudgeRound,
  ) {}

  /** @throws DomainError `call_absent` also for a call out of sight */
  async run(callId: string, actor: Actor): Promise<AwardRoundView> {
    const call = await this.calls.get(callId);
    if (!reads(actor, call)) throw noSuchRound();
    const [round, awards, objections] = await Promise.all([this.awards.round(callId), this.awards.ofCall(callId), this.notices.objections(callId)]);
    const counts: Record<string, number> = {};
    for (const { status } of awards) counts[status] = (counts[status] ?? 0) + 1;
    const { number, title, status: callStatus } = call;
    const held = awards.filter((award) => award.holdsMoney).map(({ categoryKey: category, amountFen }) => ({ category, amountFen }));
    return {
      callId, number, title, callStatus, callLabel: callLifecycle.label(callStatus), ...(await this.decision(round, call)), awards: counts,
      grantedFen: held.reduce((sum, { amountFen }) => sum + amountFen, 0), boards: boardMoney(round?.rule ?? readRule(call.rulebook), call, held), openObjections: objections.filter(({ open }) => open).length,
      moves: mayAwardThere(actor, call) ? await this.judging.run(call, round !== null, awards, actor) : [],
    };
  }

  private async decision(round: AwardRound | null, call: CallView): Promise<Pick<AwardRoundView, 'decided' | 'decidedAt' | 'decidedBy' | 'manifestHash' | 'poolFen' | 'maxAwards'>> {
    if (!round) return { decided: false, decidedAt: null, decidedBy: null, manifestHash: null, poolFen: call.rulebook.money.poolFen, maxAwards: call.rulebook.money.awards };
    const { decidedAt, decidedBy, manifestHash, poolFen, rule } = round;
    return { decided: true, decidedAt, decidedBy: (await this.people.person(decidedBy))?.name ?? null, manifestHash, poolFen, maxAwards: rule.maxAwards };
  }
}
