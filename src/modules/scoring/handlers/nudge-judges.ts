import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { say } from '#libs/errors';
import { Events } from '#libs/events';
import type { CallView, ScoreStage } from '#modules/calls';
import { MailingPrepared, MOST_UNCONFIRMED, type ToBeTold } from '#modules/identity';
import type { PanelSeat } from '../domain/score-sheet.js';
import { stageClosed } from '../scoring.errors.js';
import { AwaitedStore } from '../store/awaited.store.js';
import { PanelStore } from '../store/panel.store.js';
import { HoldStage } from './hold-stage.js';
import { countsOf, ReadScoring, type State } from './read-scoring.js';

interface Late {
  readonly seat: PanelSeat;
  readonly open: number;
}

/** How the keys of a judge's reminders begin. */
export const sheetsAwaited = (seatId: string): string => `sheets-awaited:${seatId}:`;

/** Tells a judge how many sheets are still open; at most once an hour. */
const letterTo = ({ seat: { id, accountId }, open }: Late, { title, rulebook }: CallView, stage: ScoreStage, hour: string): ToBeTold => ({
  to: { accountIds: [accountId] }, kind: 'sheets-awaited', link: '/judge', key: `${sheetsAwaited(id)}${hour}`,
  title: say('还有 {open} 份评分待提交', '{open} score sheets are still open'),
  body: say('“{call}”的“{stage}”还有 {open} 份评分等您提交，截止时间 {closesAt}。', '{open} sheets of "{stageEn}" in "{callEn}" await you, due {closesAt}.'),
  facts: { open, call: title.zh, callEn: title.en, stage: stage.title.zh, stageEn: stage.title.en, closesAt: rulebook.stages.find(({ key }) => key === stage.stage)?.closesAt ?? '' },
});

interface Nudged {
  readonly told: number;
  /** The letters go out once a second person has looked them over. */
  readonly waits: boolean;
}

@Injectable()
export class RecordNudges {
  constructor(
    private readonly events: Events,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
    private readonly awaited: AwaitedStore,
  ) {}

  async run(call: CallView, stage: ScoreStage, late: readonly Late[], actor: Actor): Promise<Nudged> {
    const now = await this.time.now();
    const hour = now.toISOString().slice(0, 13);
    const people = new Set(late.map(({ seat }) => seat.accountId)).size;
    if (late.length > 0) await this.events.tell(MailingPrepared, {
      by: actor.accountId, nodePath: call.nodePath, key: `sheets-awaited:${call.id}:${stage.key}:${newId<string>()}`, letters: late.map((one) => letterTo(one, call, stage, hour)),
      about: say(`${call.number} 提醒 ${people} 位评委提交评分`, `${call.number}: ${people} judges are reminded of their sheets`),
    });
    await this.awaited.note(late.map(({ seat }) => seat.id), now);
    if (late.length > 0) await this.audit.record({ action: 'judges.nudged', subject: { kind: 'call', id: call.id }, actor, facts: { stageKey: stage.key, seats: late.map(({ seat }) => seat.id) } });
    return { told: people, waits: people > MOST_UNCONFIRMED };
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

  /** @throws DomainError `stage_not_open`, `score_stage_absent`. @returns how many are written to */
  run(callId: string, stageKey: string, seatIds: readonly string[], actor: Actor): Promise<Nudged> {
    return this.tx.run(async () => {
      const call = await this.holding.call(callId, actor);
      const stage = this.holding.stage(call, stageKey);
      const round = await this.panels.holdStage(callId, stageKey);
      if (round?.status !== 'open') throw stageClosed();
      const state = await this.reading.stateOf(callId, stageKey);
      const late = state.seats.filter(({ id, onPaper }) => !onPaper && seatIds.includes(id)).map((seat) => ({ seat, open: openFor(seat, round.applicationIds, state) })).filter(({ open }) => open > 0);
      return this.records.run(call, stage, late, actor);
    });
  }
}

/** How many sheets of the stage the place still owes. */
export const openFor = (seat: PanelSeat, applicationIds: readonly string[], { sheets, declarations, duties }: State): number => {
  const alone: State = { seats: [seat], sheets: sheets.filter(({ seatId }) => seatId === seat.id), declarations, duties };
  return applicationIds.reduce((sum, id) => sum + countsOf(id, alone).due - countsOf(id, alone).submitted, 0);
};
