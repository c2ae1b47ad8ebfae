import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { absent, refused, say, type DomainError } from '#libs/errors';
import { ApplicationsFacade } from '#modules/applications';
import type { CallView } from '#modules/calls';
import { RankingCorrection, type CorrectionEffect, type CorrectionId } from '../domain/corrections/ranking-correction.js';
import type { PanelSeat } from '../domain/score-sheet.js';
import { noSuchSheet } from '../scoring.errors.js';
import { CorrectionStore } from '../store/correction.store.js';
import { PanelStore } from '../store/panel.store.js';
import { SheetStore } from '../store/sheet.store.js';
import { HoldStage } from './hold-stage.js';
import { NOBODY, Recalculate, type Around } from './recalculate.js';

const noSuchCorrection = () => absent('correction_absent', say('没有找到这项更正', 'There is no such correction'));
/** Writes down that a sheet of a sealed stage stands on a conflict. Nothing changes yet. */
@Injectable()
export class RecordTold {
  constructor(
    private readonly corrections: CorrectionStore,
    private readonly sheets: SheetStore,
    private readonly applications: ApplicationsFacade,
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
      joinedIds: [], keptIds: [],
    });
    await this.corrections.insert(correction);
    await this.applications.doubtRanking(correction.id, callId, correction.toldAt);
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

/** Finds a correction that waits, for an officer of its place who neither told of it nor wrote the sheet. */
@Injectable()
export class HoldCorrection {
  constructor(
    private readonly holding: HoldStage,
    private readonly panels: PanelStore,
    private readonly corrections: CorrectionStore,
    private readonly applications: ApplicationsFacade,
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

  async save(correction: RankingCorrection): Promise<void> {
    await this.corrections.decide(correction);
    await this.applications.settleDoubt(correction.id, correction.decidedAt!);
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
      const decide = async (effect: CorrectionEffect | null, around: Around = NOBODY) => {
        Object.assign(correction, { decidedBy: actor.accountId, decidedAt: at, granted, note: note ?? null, effect, ...around });
        await this.holding.save(correction);
      };
      if (granted) await this.recalculating.run(call, correction, seat, actor, decide);
      else await decide(null);
      const { callId, stageKey, applicationId, toldBy, reason, effect, joinedIds, keptIds } = correction;
      await this.audit.record({ action: granted ? 'ranking.corrected' : 'ranking.correction_refused', subject: { kind: 'call', id: callId }, actor, facts: { correctionId: id, stageKey, applicationId, seatId: seat.id, toldBy, reason, note: note ?? null, effect, joinedIds, keptIds } });
      return { callId, stageKey };
    });
  }
}
