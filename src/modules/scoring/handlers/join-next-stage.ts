import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { say } from '#libs/errors';
import { Events } from '#libs/events';
import { ApplicationsFacade } from '#modules/applications';
import type { CallView } from '#modules/calls';
import { PeopleToBeTold } from '#modules/identity';
import type { ScoreStageRound } from '../domain/score-sheet.js';
import { PanelStore } from '../store/panel.store.js';
import { isLast } from './hold-stage.js';
import { BlockDetected } from './pin-conflict.js';
import { ReadDuties } from './read-duties.js';

/** Lets applications into a stage that has begun, after a correction of the one before. Joins the caller's transaction. */
@Injectable()
export class JoinNextStage {
  constructor(
    private readonly panels: PanelStore,
    private readonly applications: ApplicationsFacade,
    private readonly blocking: BlockDetected,
    private readonly owing: ReadDuties,
    private readonly events: Events,
  ) {}

  async run(call: CallView, stageKey: string, joinedIds: readonly string[], actor: Actor): Promise<void> {
    const round = (await this.panels.lockStage(call.id, stageKey))!;
    if (round.status === 'sealed') await this.open(call, round, actor);
    await this.panels.saveStage(Object.assign(round, { applicationIds: [...round.applicationIds, ...joinedIds] }));
    await this.blocking.run(call, { ...round, applicationIds: [...joinedIds] }, actor);
    await this.tell(call, round, joinedIds);
  }

  /** A sealed stage is judged on; until it is sealed anew nothing is decided on what it came to. */
  async open(call: CallView, round: ScoreStageRound, actor: Actor): Promise<void> {
    if (isLast(call, round.stageKey)) await this.applications.withdrawRanking(call.id, actor);
    else await this.applications.resumeReview(call.id, round.applicationIds, actor);
    await this.panels.saveStage(Object.assign(round, { status: 'open', sealedAt: null }));
  }

  /** Judges to whom it falls at once learn of it; where a panel has an assignment, an officer gives them out first. */
  private async tell(call: CallView, { stageKey, applicationIds }: ScoreStageRound, joinedIds: readonly string[]): Promise<void> {
    const [seats, duties] = await Promise.all([this.panels.seats(call.id, stageKey), this.owing.of(call.id)]);
    for (const seat of seats.filter(({ status }) => status === 'seated')) {
      const count = joinedIds.filter((id) => duties.includes(seat, id)).length;
      if (count === 0) continue;
      await this.events.tell(PeopleToBeTold, {
        to: { accountIds: [seat.accountId] }, kind: 'applications-assigned', link: '/judge', key: `joined:${seat.id}:${applicationIds.length}:${joinedIds[0]}`,
        title: say('有 {count} 份申报补入，请您评审', '{count} applications have joined and await your review'),
        body: say('“{call}”上一环节的排名经更正，{count} 份申报补入本环节。打开前请先逐份声明有无利益冲突。', '"{callEn}": the ranking of the stage before was corrected and {count} applications join this one. Please declare for each whether you have a conflict before you open it.'),
        facts: { count, call: call.title.zh, callEn: call.title.en },
      });
    }
  }
}
