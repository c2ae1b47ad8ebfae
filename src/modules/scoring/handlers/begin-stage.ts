import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, Transaction } from '#libs/database';
import { refused, say } from '#libs/errors';
import { Outbox } from '#libs/jobs';
import { ApplicationsFacade } from '#modules/applications';
import { CallsFacade, type CallView, type ScoreStage } from '#modules/calls';
import { ScoreStageRound } from '../domain/score-sheet.js';
import { lookThroughJob } from '../jobs/look-through-files.job.js';
import { PanelStore } from '../store/panel.store.js';
import { BlockDetected } from './pin-conflict.js';
import { HoldStage } from './hold-stage.js';

/** What must hold before a stage opens, and its opening. */
@Injectable()
export class OpenRound {
  constructor(
    private readonly panels: PanelStore,
    private readonly applications: ApplicationsFacade,
    private readonly calls: CallsFacade,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  async refuseEarly(callId: string, stageKey: string, order: readonly string[], present: ScoreStageRound | null): Promise<void> {
    if (present) throw refused('stage_begun', say('该评分环节已经开始', 'This stage has begun already'));
    const before = order[order.indexOf(stageKey) - 1];
    if (before !== undefined && (await this.panels.stage(callId, before))?.status !== 'sealed') throw refused('stage_before_open', say('上一个评分环节尚未封存', 'The stage before is not sealed yet'));
    const unscreened = await this.applications.ofCall(callId, ['submitted', 'returned']);
    if (unscreened.length > 0) throw refused('screening_open', say('还有 {count} 份申报未完成资格审查', '{count} applications have not been screened'), { count: unscreened.length });
  }

  private async refuseSmall(callId: string, bloc: { stageKey: string; blocKey: string; quorum: number; title: string }): Promise<void> {
    const seated = (await this.panels.seats(callId, bloc.stageKey)).filter(({ blocKey, status }) => blocKey === bloc.blocKey && status === 'seated').length;
    if (seated < bloc.quorum) throw refused('panel_too_small', say('“{title}”只有 {seated} 位评委，少于 {quorum} 位', '"{title}" has {seated} judges, fewer than {quorum}'), { title: bloc.title, seated, quorum: bloc.quorum });
  }

  /** The first of the stage's panels that is too small refuses. */
  async refuseSmallPanels(callId: string, { key, blocs }: ScoreStage): Promise<void> {
    for (const bloc of blocs) if (bloc.kind !== 'external') await this.refuseSmall(callId, { stageKey: key, blocKey: bloc.key, quorum: bloc.panel.quorum, title: bloc.title.zh });
  }

  async open(callId: string, stageKey: string, actor: Actor): Promise<ScoreStageRound> {
    await this.calls.move(callId, 'reviewing', actor, { stageKey });
    const applicationIds = await this.applications.bringToReview(callId, stageKey, actor);
    if (applicationIds.length === 0) throw refused('nothing_to_judge', say('没有可以评审的申报', 'There is nothing to judge'));
    const round = Object.assign(new ScoreStageRound(), { callId, stageKey, status: 'open', applicationIds, begunAt: await this.time.now(), sealedAt: null });
    await this.panels.saveStage(round);
    await this.audit.record({ action: 'scoring.begun', subject: { kind: 'call', id: callId }, actor, facts: { stageKey, applicationIds } });
    return round;
  }
}

/** What a stage needs once it is open: known conflicts block, and the files of blind panels are looked through. Joins the caller's transaction. */
@Injectable()
export class PrepareRound {
  constructor(
    private readonly blocking: BlockDetected,
    private readonly outbox: Outbox,
  ) {}

  async run(call: CallView, round: ScoreStageRound, actor: Actor): Promise<void> {
    await this.blocking.run(call, round, actor);
    const { callId, stageKey } = round;
    await this.outbox.enqueue(lookThroughJob, { callId, stageKey }, { key: `${callId}:${stageKey}` });
  }
}

/** An officer opens a stage for its judges: what is eligible, or came through the stage before, is judged in it. */
@Injectable()
export class BeginStage {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldStage,
    private readonly panels: PanelStore,
    private readonly rounds: OpenRound,
    private readonly preparing: PrepareRound,
  ) {}

  /** @throws DomainError `stage_begun`, `stage_before_open`, `screening_open`, `panel_too_small`, `nothing_to_judge`, `wrong_state` */
  run(callId: string, stageKey: string, actor: Actor): Promise<ScoreStageRound> {
    return this.tx.run(async () => {
      const call = await this.holding.call(callId, actor);
      const stage = this.holding.stage(call, stageKey);
      await this.rounds.refuseEarly(call.id, stageKey, call.rulebook.scoring.stages.map(({ key }) => key), await this.panels.lockStage(call.id, stageKey));
      await this.rounds.refuseSmallPanels(call.id, stage);
      const round = await this.rounds.open(call.id, stageKey, actor);
      await this.preparing.run(call, round, actor);
      return round;
    });
  }
}
