import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, Transaction } from '#libs/database';
import { say } from '#libs/errors';
import { Events } from '#libs/events';
import type { CallView, ScoreStage } from '#modules/calls';
import { PeopleToBeTold } from '#modules/identity';
import type { PanelSeat } from '../domain/score-sheet.js';
import { stageClosed } from '../scoring.errors.js';
import { PanelStore } from '../store/panel.store.js';
import { HoldStage } from './hold-stage.js';
import { countsOf, ReadScoring, type State } from './read-scoring.js';

/** Writes to a judge how many sheets are still open; at most once an hour. */
@Injectable()
export class WriteToJudge {
  constructor(
    private readonly events: Events,
    private readonly time: DatabaseTime,
  ) {}

  async run({ id, accountId }: PanelSeat, { title, rulebook }: CallView, stage: ScoreStage, open: number): Promise<void> {
    const hour = (await this.time.now()).toISOString().slice(0, 13);
    await this.events.tell(PeopleToBeTold, {
      to: { accountIds: [accountId] }, kind: 'sheets-awaited', link: '/judge', key: `sheets-awaited:${id}:${hour}`,
      title: say('还有 {open} 份评分待提交', '{open} score sheets are still open'),
      body: say('“{call}”的“{stage}”还有 {open} 份评分等您提交，截止时间 {closesAt}。', '{open} sheets of "{stageEn}" in "{callEn}" await you, due {closesAt}.'),
      facts: { open, call: title.zh, callEn: title.en, stage: stage.title.zh, stageEn: stage.title.en, closesAt: rulebook.stages.find(({ key }) => key === stage.stage)?.closesAt ?? '' },
    });
  }
}

@Injectable()
export class RecordNudges {
  constructor(
    private readonly writing: WriteToJudge,
    private readonly audit: AuditTrail,
  ) {}

  async run(call: CallView, stage: ScoreStage, late: readonly { seat: PanelSeat; open: number }[], actor: Actor): Promise<number> {
    for (const { seat, open } of late) await this.writing.run(seat, call, stage, open);
    if (late.length > 0) await this.audit.record({ action: 'judges.nudged', subject: { kind: 'call', id: call.id }, actor, facts: { stageKey: stage.key, seats: late.map(({ seat }) => seat.id) } });
    return late.length;
  }
}

/** An officer reminds judges of what they have not handed in. */
@Injectable()
export class NudgeJudges {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldStage,
    private readonly panels: PanelStore,
    private readonly reading: ReadScoring,
    private readonly records: RecordNudges,
  ) {}

  /** @throws DomainError `stage_not_open`, `score_stage_absent`. @returns how many were written to */
  run(callId: string, stageKey: string, seatIds: readonly string[], actor: Actor): Promise<number> {
    return this.tx.run(async () => {
      const call = await this.holding.call(callId, actor);
      const stage = this.holding.stage(call, stageKey);
      const round = await this.panels.holdStage(callId, stageKey);
      if (round?.status !== 'open') throw stageClosed();
      const state = await this.reading.stateOf(callId, stageKey);
      const late = state.seats.filter(({ id }) => seatIds.includes(id)).map((seat) => ({ seat, open: openFor(seat, round.applicationIds, state) })).filter(({ open }) => open > 0);
      return this.records.run(call, stage, late, actor);
    });
  }
}

const openFor = (seat: PanelSeat, applicationIds: readonly string[], { sheets, declarations, duties }: State): number => {
  const alone: State = { seats: [seat], sheets: sheets.filter(({ seatId }) => seatId === seat.id), declarations, duties };
  return applicationIds.reduce((sum, id) => sum + countsOf(id, alone).due - countsOf(id, alone).submitted, 0);
};
