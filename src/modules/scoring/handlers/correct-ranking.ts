import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { absent, refused, say, type DomainError } from '#libs/errors';
import { ApplicationsFacade } from '#modules/applications';
import type { CallView } from '#modules/calls';
import { RankingCorrection, type CorrectionEffect, type CorrectionId } from '../domain/corrections/ranking-correction.js';
import type { PanelSeat, ScoreStageRound } from '../domain/score-sheet.js';
import { noSuchSheet, notRankable } from '../scoring.errors.js';
import { CorrectionStore } from '../store/correction.store.js';
import { PanelStore } from '../store/panel.store.js';
import { SheetStore } from '../store/sheet.store.js';
import { RecordDeclaration } from './declare-conflict.js';
import { HoldStage, isLast } from './hold-stage.js';
import { ComputeRanking, HandOver } from './seal-ranking.js';

const noSuchCorrection = () => absent('correction_absent', say('没有找到这项更正', 'There is no such correction'));
export const outcomesDecided = () => refused('outcomes_decided', say(
  '立项名单已经作出，排名不能再改。请先在“立项”页撤回公示并更正，对受影响的项目按异议成立处理；这里的重算结果可作为依据',
  'The awards are decided and the ranking cannot change any more. Take the notice down for correction in the awards of the call and uphold an objection against the award concerned; what is recomputed here is the ground for it',
));
const laterStageBegun = () => refused('later_stage_begun', say(
  '更正会改变进入下一环节的名单，而下一环节已经开始。请先与下一环节的评委确认停评，由评审委员会书面决定后，另行补充征集或递补',
  'The correction would change who goes on, and the next stage has begun. The committee decides in writing; places are then filled from the reserve or by a supplementary call',
));

/** Writes down that a sheet of a sealed stage stands on a conflict. Nothing changes yet. */
@Injectable()
export class RecordTold {
  constructor(
    private readonly corrections: CorrectionStore,
    private readonly sheets: SheetStore,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `sheet_absent`, `correction_waits` */
  async run(seat: PanelSeat, applicationId: string, reason: string, actor: Actor): Promise<RankingCorrection> {
    if ((await this.sheets.find(seat.id, applicationId))?.status !== 'submitted') throw noSuchSheet();
    if (await this.corrections.waitsFor(seat.id, applicationId)) throw refused('correction_waits', say('这份评分的利益冲突已经报告，等待另一位工作人员决定', 'The conflict behind this sheet has been told and waits for a second person'));
    const { callId, stageKey, id: seatId } = seat;
    const correction = Object.assign(new RankingCorrection(), {
      id: newId<CorrectionId>(), callId, stageKey, seatId, applicationId, reason, toldBy: actor.accountId, toldAt: await this.time.now(), decidedBy: null, decidedAt: null, granted: null, note: null, effect: null,
    });
    await this.corrections.insert(correction);
    await this.audit.record({ action: 'ranking.conflict_told', subject: { kind: 'application', id: applicationId }, actor, facts: { correctionId: correction.id, stageKey, seatId, reason } });
    return correction;
  }
}

/** A judge, or an officer who has learnt of it, tells of a conflict after the sealing. */
@Injectable()
export class TellLateConflict {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldStage,
    private readonly panels: PanelStore,
    private readonly records: RecordTold,
  ) {}

  /** @throws DomainError `sheet_absent`, `stage_not_sealed`, `correction_waits` */
  byJudge(seatId: string, applicationId: string, reason: string, actor: Actor): Promise<RankingCorrection> {
    return this.tx.run(async () => {
      const seat = await this.panels.seat(seatId);
      if (seat?.accountId !== actor.accountId) throw noSuchSheet();
      return this.tell(seat, applicationId, reason, actor);
    });
  }

  /** @throws DomainError those above, and `call_absent` */
  byOfficer(callId: string, { seatId, applicationId, reason }: { seatId: string; applicationId: string; reason: string }, actor: Actor): Promise<RankingCorrection> {
    return this.tx.run(async () => {
      await this.holding.call(callId, actor);
      const seat = await this.panels.seat(seatId);
      if (seat?.callId !== callId) throw noSuchSheet();
      return this.tell(seat, applicationId, reason, actor);
    });
  }

  private async tell(seat: PanelSeat, applicationId: string, reason: string, actor: Actor): Promise<RankingCorrection> {
    const round = await this.panels.holdStage(seat.callId, seat.stageKey);
    if (round?.status !== 'sealed') throw refused('stage_not_sealed', say('环节尚未封存，请直接声明利益冲突', 'The stage is not sealed; declare the conflict itself'));
    return this.records.run(seat, applicationId, reason, actor);
  }
}

/** Computes the sealed rankings anew without the sheet, or opens the stage again where something is lacking now. Joins the caller's transaction. */
@Injectable()
export class Recalculate {
  constructor(
    private readonly panels: PanelStore,
    private readonly computing: ComputeRanking,
    private readonly handing: HandOver,
    private readonly applications: ApplicationsFacade,
    private readonly records: RecordDeclaration,
  ) {}

  /** What the sheet's own stage comes to once the conflict is on record. @throws DomainError `outcomes_decided`, `later_stage_begun`, `not_rankable` */
  async run(call: CallView, correction: RankingCorrection, seat: PanelSeat, actor: Actor, effected: (effect: CorrectionEffect) => Promise<void>): Promise<void> {
    await this.refuseDecided(call.id);
    const { applicationId, reason, stageKey } = correction;
    await this.records.run({ accountId: seat.accountId, applicationId, verdict: 'has', note: reason, settledBy: actor.accountId }, actor);
    const order = call.rulebook.scoring.stages.map(({ key }) => key);
    const rounds = new Map((await this.panels.stages(call.id)).map((round) => [round.stageKey, round]));
    const round = (await this.panels.lockStage(call.id, stageKey))!;
    const later = order.slice(order.indexOf(stageKey) + 1).some((key) => rounds.has(key));
    const computed = await this.computing.run(call, round, isLast(call, stageKey) ? null : stageKey);
    if (later) return this.besideLater(call, { round, computed, rounds }, actor, effected);
    if (!isLast(call, stageKey)) await this.applications.resumeReview(call.id, round.applicationIds, actor);
    if (computed.gaps.length > 0) {
      await effected('reopened');
      await this.panels.saveStage(Object.assign(round, { status: 'open', sealedAt: null }));
      return;
    }
    await effected('sealed_again');
    await (isLast(call, stageKey) ? this.handing.final(round, computed, actor) : this.handing.stage(call, round, computed, actor));
  }

  /** The next stage judges those that went on: the correction may not change who they are. */
  private async besideLater(call: CallView, { round, computed, rounds }: { round: ScoreStageRound; computed: Awaited<ReturnType<ComputeRanking['run']>>; rounds: ReadonlyMap<string, ScoreStageRound> }, actor: Actor, effected: (effect: CorrectionEffect) => Promise<void>): Promise<void> {
    if (computed.gaps.length > 0) throw notRankable(computed.gaps);
    const next = call.rulebook.scoring.stages.map(({ key }) => key).find((key, at, all) => at > all.indexOf(round.stageKey) && rounds.has(key))!;
    const going = new Set(this.handing.goingOn(call, round, computed));
    if (rounds.get(next)!.applicationIds.some((id) => !going.has(id)) || going.size < rounds.get(next)!.applicationIds.length) throw laterStageBegun();
    await effected('sealed_again');
    await this.handing.again(round, computed, actor);
    const last = [...rounds.values()].find(({ stageKey }) => isLast(call, stageKey));
    if (last?.status !== 'sealed') return;
    const final = await this.computing.run(call, last, null);
    if (final.gaps.length > 0) throw notRankable(final.gaps);
    await this.handing.final(last, final, actor);
  }

  /** What is decided above is written below: an application with an outcome is no longer ranked. @throws DomainError `outcomes_decided` */
  async refuseDecided(callId: string): Promise<void> {
    if ((await this.applications.ofCall(callId)).some(({ outcome }) => outcome !== null)) throw outcomesDecided();
  }
}

/** Finds a correction that waits, for an officer of its place who neither told of it nor wrote the sheet. */
@Injectable()
export class HoldCorrection {
  constructor(
    private readonly holding: HoldStage,
    private readonly panels: PanelStore,
    private readonly corrections: CorrectionStore,
  ) {}

  async run(id: string, actor: Actor): Promise<{ correction: RankingCorrection; seat: PanelSeat; call: CallView }> {
    const correction = await this.corrections.lock(id);
    const call = correction && (await this.holding.callBehind(correction.callId, actor, noSuchCorrection));
    if (!correction || !call) throw noSuchCorrection();
    const seat = (await this.panels.seat(correction.seatId))!;
    const refusal = refusalOf(correction, seat, actor);
    if (refusal) throw refusal;
    return { correction, seat, call };
  }

  save(correction: RankingCorrection): Promise<void> {
    return this.corrections.decide(correction);
  }
}

/** Why this person cannot decide it; null when she can. */
export function refusalOf({ decidedBy, toldBy }: RankingCorrection, { accountId }: PanelSeat, actor: Actor): DomainError | null {
  if (decidedBy !== null) return refused('correction_decided', say('这项更正已经有了决定', 'This correction has been decided'));
  if (toldBy === actor.accountId) return refused('second_person', say('须由另一位工作人员决定', 'A second person decides'));
  return accountId === actor.accountId ? refused('own_conflict', say('不能由本人决定', 'Nobody decides about a sheet of her own')) : null;
}

/** Another officer decides. The ranking that was sealed stays beside the new one, and both can be recomputed. */
@Injectable()
export class DecideCorrection {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldCorrection,
    private readonly recalculating: Recalculate,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `correction_absent`, `correction_decided`, `second_person`, `own_conflict`, and those of the recalculation */
  run(id: string, { granted, note }: { granted: boolean; note?: string }, actor: Actor): Promise<{ callId: string; stageKey: string }> {
    return this.tx.run(async () => {
      const { correction, seat, call } = await this.holding.run(id, actor);
      const at = await this.time.now();
      const decide = async (effect: CorrectionEffect | null) => {
        Object.assign(correction, { decidedBy: actor.accountId, decidedAt: at, granted, note: note ?? null, effect });
        await this.holding.save(correction);
      };
      if (granted) await this.recalculating.run(call, correction, seat, actor, decide);
      else await decide(null);
      const { callId, stageKey, applicationId, toldBy, reason, effect } = correction;
      await this.audit.record({ action: granted ? 'ranking.corrected' : 'ranking.correction_refused', subject: { kind: 'call', id: callId }, actor, facts: { correctionId: id, stageKey, applicationId, seatId: seat.id, toldBy, reason, note: note ?? null, effect } });
      return { callId, stageKey };
    });
  }
}
