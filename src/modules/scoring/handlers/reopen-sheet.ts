import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { refused, say } from '#libs/errors';
import type { ScoreBloc } from '#modules/calls';
import { isBallot } from '../domain/ballots/ballot-sheet.js';
import type { PanelSeat, ScoreSheet } from '../domain/score-sheet.js';
import { SheetReopening, type ReopeningId } from '../domain/sheet-reopening.js';
import { noSuchReopening, noSuchSheet, stageClosed } from '../scoring.errors.js';
import { PanelStore } from '../store/panel.store.js';
import { ReopeningStore } from '../store/reopening.store.js';
import { SheetStore } from '../store/sheet.store.js';
import { HoldStage } from './hold-stage.js';

/** Finds a sheet that was handed in, for an officer of its place who is not its judge. */
@Injectable()
export class HoldHandedIn {
  constructor(
    private readonly holding: HoldStage,
    private readonly panels: PanelStore,
    private readonly sheets: SheetStore,
  ) {}

  /** @throws DomainError `sheet_absent`, `stage_not_open`, `own_sheet`, `sheet_not_submitted` */
  async run(sheetId: string, actor: Actor, noSuchThing: typeof noSuchSheet): Promise<{ sheet: ScoreSheet; seat: PanelSeat; siblings: ScoreSheet[] }> {
    const sheet = await this.sheets.lock(sheetId);
    const seat = sheet && (await this.panels.seat(sheet.seatId));
    if (!sheet || !seat) throw noSuchThing();
    const bloc = this.holding.bloc(await this.holding.callBehind(seat.callId, actor, noSuchThing), seat.stageKey, seat.blocKey);
    if ((await this.panels.holdStage(seat.callId, seat.stageKey))?.status !== 'open') throw stageClosed();
    if (seat.accountId === actor.accountId) throw refused('own_sheet', say('不能开启本人的评分表', 'Nobody reopens her own sheet'));
    if (sheet.status !== 'submitted') throw refused('sheet_not_submitted', say('该评分表尚未提交', 'It has not been submitted'));
    return { sheet, seat, siblings: await this.others(sheet, bloc) };
  }

  /** A ballot is opened as a whole: the other places on it. */
  private async others({ id, seatId }: ScoreSheet, bloc: ScoreBloc): Promise<ScoreSheet[]> {
    if (!isBallot(bloc)) return [];
    return (await this.sheets.ofSeats([seatId])).filter((one) => one.id !== id && one.status === 'submitted');
  }
}

/** What was handed in becomes a draft again; its history keeps what it said. */
@Injectable()
export class RecordReopening {
  constructor(
    private readonly reopenings: ReopeningStore,
    private readonly sheets: SheetStore,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  async ask(sheet: ScoreSheet, reason: string, actor: Actor): Promise<SheetReopening> {
    const request = Object.assign(new SheetReopening(), {
      id: newId<ReopeningId>(), sheetId: sheet.id, version: sheet.version, reason, askedBy: actor.accountId, askedAt: await this.time.now(), decidedBy: null, decidedAt: null, granted: null, note: null,
    });
    await this.reopenings.insert(request);
    await this.audit.record({ action: 'sheet.reopening_asked', subject: { kind: 'score_sheet', id: sheet.id }, actor, facts: { reopeningId: request.id, reason } });
    return request;
  }

  async decide(request: SheetReopening, { sheet, siblings }: { sheet: ScoreSheet; siblings: readonly ScoreSheet[] }, { granted, note }: { granted: boolean; note?: string }, actor: Actor): Promise<SheetReopening> {
    const at = await this.time.now();
    Object.assign(request, { decidedBy: actor.accountId, decidedAt: at, granted, note: note ?? null });
    await this.reopenings.decide(request);
    if (granted) {
      for (const sibling of siblings) await this.reopenings.insert(Object.assign(new SheetReopening(), request, { id: newId<ReopeningId>(), sheetId: sibling.id, version: sibling.version }));
      for (const one of [sheet, ...siblings]) await this.open(one, at, request.reason, actor);
    }
    const facts = { reopeningId: request.id, askedBy: request.askedBy, granted, reason: request.reason, note: request.note };
    await this.audit.record({ action: granted ? 'sheet.reopened' : 'sheet.reopening_refused', subject: { kind: 'score_sheet', id: sheet.id }, actor, facts });
    return request;
  }

  private async open(sheet: ScoreSheet, at: Date, reason: string, actor: Actor): Promise<void> {
    Object.assign(sheet, { status: 'draft', savedAt: at, submittedAt: null, commitment: null });
    this.sheets.update(sheet, { actorId: actor.accountId, at, reason });
  }
}

/** An officer asks, with a reason, that a sheet be opened again. Nothing changes yet. */
@Injectable()
export class AskReopening {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldHandedIn,
    private readonly reopenings: ReopeningStore,
    private readonly records: RecordReopening,
  ) {}

  /** @throws DomainError `sheet_absent`, `stage_not_open`, `own_sheet`, `sheet_not_submitted`, `reopening_waits` */
  run(sheetId: string, reason: string, actor: Actor): Promise<SheetReopening> {
    return this.tx.run(async () => {
      const { sheet } = await this.holding.run(sheetId, actor, noSuchSheet);
      if (await this.reopenings.waitingFor(sheetId)) throw refused('reopening_waits', say('已有一份开启申请等待另一位工作人员决定', 'A request to reopen it already waits for a second person'));
      return this.records.ask(sheet, reason, actor);
    });
  }
}

/** Another officer decides; only then can the judge change anything. */
@Injectable()
export class DecideReopening {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldHandedIn,
    private readonly reopenings: ReopeningStore,
    private readonly records: RecordReopening,
  ) {}

  /** @throws DomainError `reopening_absent`, `reopening_decided`, `second_person`, and those of the sheet */
  run(id: string, decision: { granted: boolean; note?: string }, actor: Actor): Promise<SheetReopening> {
    return this.tx.run(async () => {
      const request = await this.reopenings.lock(id);
      if (!request) throw noSuchReopening();
      const held = await this.holding.run(request.sheetId, actor, noSuchReopening);
      if (request.decidedBy !== null) throw refused('reopening_decided', say('这份申请已经有了决定', 'This request has been decided'));
      if (request.askedBy === actor.accountId) throw refused('second_person', say('须由另一位工作人员决定', 'A second person decides'));
      return this.records.decide(request, held, decision, actor);
    });
  }
}
