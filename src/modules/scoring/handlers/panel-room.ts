import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { invalid, refused, say, type Sentence } from '#libs/errors';
import { Events } from '#libs/events';
import { PeopleToBeTold } from '#modules/identity';
import { roomPhase, showsOthers, type RoomPhase } from '../domain/panel-room.js';
import type { PanelSeat, ScoreSheet } from '../domain/score-sheet.js';
import { sheetTotal } from '../domain/sheet-total.js';
import { conflicted, undeclared } from '../scoring.errors.js';
import { PanelStore } from '../store/panel.store.js';
import { SheetStore } from '../store/sheet.store.js';
import { TalkStore, type PanelMessage } from '../store/talk.store.js';
import { HoldSheet, type Place } from './hold-sheet.js';
import type { PanelMessageView, PanelSheetView, RoomView } from './room.view.js';
import { ReadDuties } from './read-duties.js';

/** Who of a panel judges one application, with their sheets. */
export interface Room {
  readonly place: Place;
  readonly phase: RoomPhase;
  readonly members: readonly PanelSeat[];
  readonly sheets: readonly ScoreSheet[];
  readonly open: number;
}

/** Finds the panel of one application, for one of its judges who has declared that nothing ties her to it. */
@Injectable()
export class HoldRoom {
  constructor(
    private readonly holding: HoldSheet,
    private readonly panels: PanelStore,
    private readonly sheets: SheetStore,
    private readonly owing: ReadDuties,
  ) {}

  /** @throws DomainError `sheet_absent`, `declaration_first`, `conflict_of_interest` */
  async run(seatId: string, applicationId: string, actor: Actor): Promise<Room> {
    const place = await this.holding.place(seatId, applicationId, actor);
    if (!place.declaration) throw undeclared();
    if (place.declaration.verdict !== 'none') throw conflicted();
    const { callId, stageKey, blocKey } = place.seat;
    const [seats, declared, duties] = await Promise.all([this.panels.seats(callId, stageKey), this.panels.declarations([applicationId]), this.owing.of(callId)]);
    const aside = new Set(declared.filter(({ verdict }) => verdict !== 'none').map(({ accountId }) => accountId));
    const members = seats.filter((seat) => seat.status === 'seated' && seat.blocKey === blocKey && !aside.has(seat.accountId) && duties.includes(seat, applicationId));
    const sheets = (await this.sheets.ofSeats(members.map(({ id }) => id))).filter((sheet) => sheet.applicationId === applicationId && (sheet.status === 'submitted' || sheet.status === 'abstained'));
    const open = members.length - sheets.length;
    const ownDone = place.sheet?.status === 'submitted' || place.sheet?.status === 'abstained';
    return { place, members, sheets, open, phase: roomPhase(place.bloc, { ownDone, open, stageOpen: place.stageOpen }) };
  }
}

const POLICY: Record<'own_until_locked' | 'open', Sentence> = {
  own_until_locked: say('先独立评分：全组交齐后才能看到其他评委的评分并讨论', 'Each scores alone: once all sheets are in, the panel sees them and talks'),
  open: say('先独立评分：交出自己的评分后可看到已交的评分，全组交齐后讨论', 'Each scores alone: after your own sheet you see those that are in; once all are in, the panel talks'),
};

/** What a judge sees of her panel before one application. Officers do not see it. */
@Injectable()
export class ReadRoom {
  constructor(
    private readonly rooms: HoldRoom,
    private readonly talk: TalkStore,
  ) {}

  async run(seatId: string, applicationId: string, actor: Actor): Promise<RoomView> {
    const room = await this.rooms.run(seatId, applicationId, actor);
    const { place: { seat, bloc }, phase, members, open } = room;
    const shown = showsOthers(phase);
    const [messages, readings] = await Promise.all([shown ? this.talk.messages(seat.callId, seat.stageKey, seat.blocKey, applicationId) : [], this.talk.notes(seat.callId, applicationId)]);
    return {
      phase, policy: POLICY[bloc.visibility], open, due: members.length, mayWrite: phase === 'discussion',
      members: members.filter(({ onPaper }) => !onPaper).map(({ id, alias }) => ({ seatId: id, alias, mine: id === seat.id })),
      sheets: shown ? sheetsOf(room) : [], messages: messages.map((message) => messageOf(message, room)),
      readings: readings.map(({ id, source, body, attachedAt }) => ({ id, applicationId, source, body, attachedAt })),
    };
  }
}

const aliasOf = (members: readonly PanelSeat[], seatId: string): string => members.find(({ id }) => id === seatId)?.alias ?? '';

const sheetsOf = ({ place: { seat, bloc }, members, sheets }: Room): PanelSheetView[] =>
  sheets.map(({ seatId, status, entries, comment, confidence }) => ({
    seatId, alias: aliasOf(members, seatId), mine: seatId === seat.id, status, total: status === 'submitted' ? sheetTotal(bloc, entries) : null, confidence,
    comment: status === 'submitted' ? comment : '', points: status === 'submitted' ? Object.entries(entries).flatMap(([criterion, { points }]) => (points === null ? [] : [{ criterion, points }])) : [],
  })).sort((a, b) => a.alias.localeCompare(b.alias, 'zh', { numeric: true }));

const messageOf = ({ id, parentId, seatId, body, mentions, writtenAt }: PanelMessage, { place: { seat }, members }: Room): PanelMessageView => ({
  id, parentId, alias: aliasOf(members, seatId), mine: seatId === seat.id, body, mentions: mentions.map((mentioned) => aliasOf(members, mentioned)).filter(Boolean), writtenAt,
});

export interface Saying {
  readonly body: string;
  /** The message that is answered. */
  readonly parentId?: string;
  /** Seats of the same panel. */
  readonly mentions?: readonly string[];
}

/** Keeps a message and tells whoever is mentioned. */
@Injectable()
export class KeepMessage {
  constructor(
    private readonly talk: TalkStore,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
    private readonly events: Events,
  ) {}

  async run({ place: { seat, call, application } }: Room, { body, parentId = null, mentioned }: { body: string; parentId: string | null | undefined; mentioned: readonly PanelSeat[] }, actor: Actor): Promise<void> {
    const { callId, stageKey, blocKey } = seat;
    const message = { id: newId<string>(), callId, stageKey, blocKey, applicationId: application.id, seatId: seat.id, parentId, body, mentions: mentioned.map(({ id }) => id), writtenAt: await this.time.now() };
    await this.talk.addMessage(message);
    await this.audit.record({ action: 'panel.message_written', subject: { kind: 'application', id: application.id }, actor, facts: { messageId: message.id, seatId: seat.id, mentions: message.mentions } });
    for (const { id, accountId } of mentioned) {
      await this.events.tell(PeopleToBeTold, {
        to: { accountIds: [accountId] }, kind: 'panel-mention', link: `/judge/sheets/${id}/${application.id}`, key: `panel-mention:${message.id}:${id}`,
        title: say('合议中有人提到您', 'You were mentioned in the panel’s talk'),
        body: say('{alias}在“{call}”申报 {number} 的合议中提到了您。', '{alias} mentioned you in the talk about application {number} of "{callEn}".'),
        facts: { alias: seat.alias, call: call.title.zh, callEn: call.title.en, number: application.number },
      });
    }
  }
}

/** A judge says something to her panel. */
@Injectable()
export class SayInRoom {
  constructor(
    private readonly tx: Transaction,
    private readonly rooms: HoldRoom,
    private readonly talk: TalkStore,
    private readonly keeping: KeepMessage,
  ) {}

  /** @throws DomainError `talk_not_open`, `message_unknown`, `member_unknown`, and those of the room */
  run(seatId: string, applicationId: string, { body, parentId, mentions = [] }: Saying, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const room = await this.rooms.run(seatId, applicationId, actor);
      const { callId, stageKey, blocKey } = room.place.seat;
      if (room.phase !== 'discussion') throw refused('talk_not_open', say('全组评分交齐且环节未封存时才能讨论', 'The panel talks once all sheets are in and until the stage is sealed'));
      const answered = parentId === undefined || (await this.talk.messages(callId, stageKey, blocKey, applicationId)).some(({ id }) => id === parentId);
      if (!answered) throw invalid('message_unknown', say('没有这条发言', 'There is no such message'));
      const mentioned = room.members.filter(({ id }) => mentions.includes(id) && id !== seatId);
      if (mentions.some((id) => !room.members.some((seat) => seat.id === id))) throw invalid('member_unknown', say('提到的评委不在本组', 'Whoever is mentioned is not of this panel'));
      await this.keeping.run(room, { body, parentId, mentioned }, actor);
    });
  }
}
