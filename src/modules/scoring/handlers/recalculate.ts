import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { refused, say } from '#libs/errors';
import { ApplicationsFacade, outcomesDecided } from '#modules/applications';
import type { CallView } from '#modules/calls';
import { besideLater, type WayOn } from '../domain/corrections/beside-later.js';
import type { CorrectionEffect, RankingCorrection } from '../domain/corrections/ranking-correction.js';
import type { PanelSeat, ScoreStageRound } from '../domain/score-sheet.js';
import { notRankable } from '../scoring.errors.js';
import { PanelStore } from '../store/panel.store.js';
import { RecordDeclaration } from './declare-conflict.js';
import { isLast } from './hold-stage.js';
import { JoinNextStage } from './join-next-stage.js';
import { ComputeRanking, HandOver, type ComputedRanking } from './seal-ranking.js';

export const tooLateToJoin = (count: number) => refused('later_stage_begun', say(
  '更正会让 {count} 个项目补入下一环节，而再下一环节也已经开始，补入已来不及。请选择“不予更正”并写明理由，由评审委员会书面决定在立项时递补，或另行补充征集；这里列出的变化可作为依据',
  'The correction would let {count} projects into the next stage, and the one after it has begun as well: too late to join. Decide not to correct and say why; the committee then settles in writing whether they come in from the reserve at the award or by a supplementary call. The changes listed here are the ground for it',
), { count });
const tooFewLeft = (gaps: ComputedRanking['gaps']) => refused('too_few_left', say(
  '作废后还有 {count} 处缺漏，而下一环节已经开始，本环节不能再打开补评。请选择“不予更正”并写明理由，由评审委员会书面决定这个项目如何处理；报告的利益冲突和这里的重算结果都留在记录里',
  'Without the sheet {count} gaps remain, and the next stage has begun, so this one cannot be judged on. Decide not to correct and say why; the committee settles in writing what becomes of the project. The conflict that was told and what is recomputed here stay on record',
), { count: gaps.length, problems: gaps });

/** Whom a correction lets into the next stage, and whom it leaves there. */
export interface Around {
  readonly joinedIds: string[];
  readonly keptIds: string[];
}

export const NOBODY: Around = { joinedIds: [], keptIds: [] };

/** Puts the correction's effect on record, before anything is written that the database allows for its sake alone. */
type Effected = (effect: CorrectionEffect, around?: Around) => Promise<void>;

/** What a correction writes beside the ranking: the conflict itself, and who is judged again. */
@Injectable()
export class WriteBeside {
  constructor(
    readonly declarations: RecordDeclaration,
    readonly joining: JoinNextStage,
  ) {}
}

/** Computes the sealed rankings anew without the sheet, or opens a stage again where something is lacking now. Joins the caller's transaction. */
@Injectable()
export class Recalculate {
  constructor(
    private readonly panels: PanelStore,
    private readonly computing: ComputeRanking,
    private readonly handing: HandOver,
    private readonly applications: ApplicationsFacade,
    private readonly beside: WriteBeside,
  ) {}

  /** What the sheet's own stage comes to once the conflict is on record. @throws DomainError `outcomes_decided`, `later_stage_begun`, `too_few_left`, `not_rankable` */
  async run(call: CallView, correction: RankingCorrection, seat: PanelSeat, actor: Actor, effected: Effected): Promise<void> {
    await this.refuseDecided(call.id);
    const { applicationId, reason, stageKey } = correction;
    await this.beside.declarations.run({ accountId: seat.accountId, applicationId, verdict: 'has', note: reason, settledBy: actor.accountId }, actor);
    const round = (await this.panels.lockStage(call.id, stageKey))!;
    const computed = await this.computing.run(call, round, isLast(call, stageKey) ? null : stageKey);
    const begun = await this.panels.stages(call.id);
    const way = besideLater(call.rulebook.scoring.stages.map(({ key }) => key), stageKey, begun, computed.gaps.length > 0 || isLast(call, stageKey) ? [] : this.handing.goingOn(call, round, computed));
    if (way) return this.besideLater(call, { round, computed, begun, way }, actor, effected);
    if (computed.gaps.length > 0) return this.openAgain(call, round, actor, effected);
    if (!isLast(call, stageKey)) await this.applications.resumeReview(call.id, round.applicationIds, actor);
    await effected('sealed_again');
    await (isLast(call, stageKey) ? this.handing.final(round, computed, actor) : this.handing.stage(call, round, computed, actor));
  }

  /** Too few sheets are left: the stage is judged on. */
  private async openAgain(call: CallView, round: ScoreStageRound, actor: Actor, effected: Effected): Promise<void> {
    await effected('reopened');
    await this.beside.joining.open(call, round, actor);
  }

  /** The next stage is being judged: those wrongly left out join it, and nobody who is in it is put out by a recount. */
  private async besideLater(call: CallView, { round, computed, begun, way }: Corrected, actor: Actor, effected: Effected): Promise<void> {
    if (computed.gaps.length > 0) throw tooFewLeft(computed.gaps);
    if (way.joins.length > 0 && way.late) throw tooLateToJoin(way.joins.length);
    const joinedIds = await this.applications.resumeReview(call.id, way.joins, actor);
    await effected(joinedIds.length > 0 ? 'joined_later' : 'sealed_again', { joinedIds, keptIds: [...way.stays] });
    await this.handing.again(round, computed, actor);
    if (joinedIds.length > 0) return this.beside.joining.run(call, way.next.stageKey, joinedIds, actor);
    const last = begun.find(({ stageKey, status }) => isLast(call, stageKey) && status === 'sealed');
    if (last) await this.sealLast(call, last, actor);
  }

  private async sealLast(call: CallView, last: ScoreStageRound, actor: Actor): Promise<void> {
    const final = await this.computing.run(call, last, null);
    if (final.gaps.length > 0) throw notRankable(final.gaps);
    await this.handing.final(last, final, actor);
  }

  /** What is decided above is written below: an application with an outcome is no longer ranked. @throws DomainError `outcomes_decided` */
  async refuseDecided(callId: string): Promise<void> {
    if ((await this.applications.ofCall(callId)).some(({ outcome }) => outcome !== null)) throw outcomesDecided();
  }
}

interface Corrected {
  readonly round: ScoreStageRound;
  readonly computed: ComputedRanking;
  readonly begun: readonly ScoreStageRound[];
  readonly way: WayOn;
}
