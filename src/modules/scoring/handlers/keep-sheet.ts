import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { refused, say } from '#libs/errors';
import { canonicalJson } from '#modules/calls';
import { checkSheet, type Entries } from '../domain/check-sheet.js';
import { ScoreSheet, type SheetId } from '../domain/score-sheet.js';
import { alreadySubmitted, noSuchSheet, sheetChanged, sheetFaulty, stageClosed } from '../scoring.errors.js';
import { PanelStore } from '../store/panel.store.js';
import { SheetStore } from '../store/sheet.store.js';
import { HoldSheet, refuseScoring, type Place } from './hold-sheet.js';
import { HoldStage } from './hold-stage.js';

export interface SheetDraft {
  readonly entries: Entries;
  readonly comment: string;
  /** The version that was read; zero for a sheet that is not there yet. */
  readonly version: number;
}

/** A judge keeps her scores, and hands them in. Until then nobody but she can read them. */
@Injectable()
export class KeepSheet {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldSheet,
    private readonly sheets: SheetStore,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `stage_not_open`, `declaration_first`, `conflict_of_interest`, `not_live`, `sheet_submitted`, `sheet_changed`, `sheet_faulty` */
  save(seatId: string, applicationId: string, draft: SheetDraft, actor: Actor): Promise<ScoreSheet> {
    return this.tx.run(async () => this.write(await this.mine(seatId, applicationId, draft.version, actor), draft, 'draft', actor));
  }

  /** Complete, with its reasons. The audit trail receives a commitment that tells nothing of the scores. */
  submit(seatId: string, applicationId: string, draft: SheetDraft, actor: Actor): Promise<ScoreSheet> {
    return this.tx.run(async () => {
      const sheet = await this.write(await this.mine(seatId, applicationId, draft.version, actor), draft, 'submit', actor);
      const { id, commitment } = sheet;
      await this.audit.record({ action: 'sheet.submitted', subject: { kind: 'score_sheet', id }, actor, facts: { seatId, applicationId, commitment } });
      return sheet;
    });
  }

  private async mine(seatId: string, applicationId: string, version: number, actor: Actor): Promise<Place> {
    const place = await this.holding.place(seatId, applicationId, actor, true);
    refuseScoring(place);
    if (place.sheet?.status === 'submitted') throw alreadySubmitted();
    if ((place.sheet?.version ?? 0) !== version) throw sheetChanged();
    return place;
  }

  private async write({ seat, application, bloc, sheet: present }: Place, { entries, comment }: SheetDraft, moment: 'draft' | 'submit', actor: Actor): Promise<ScoreSheet> {
    const problems = checkSheet(bloc.criteria, entries, moment);
    if (problems.length > 0) throw sheetFaulty(problems);
    const at = await this.time.now();
    const sheet = present ?? Object.assign(new ScoreSheet(), { id: newId<SheetId>(), seatId: seat.id, applicationId: application.id, version: 1 });
    const salt = moment === 'submit' ? randomBytes(32).toString('hex') : undefined;
    Object.assign(sheet, {
      status: moment === 'submit' ? 'submitted' : 'draft', entries, comment, savedAt: at,
      submittedAt: salt ? at : null, commitment: salt ? createHash('sha256').update(`${salt}|${canonicalJson({ entries, comment })}`).digest('hex') : null,
    });
    const change = { actorId: actor.accountId, at, salt };
    await (present ? this.sheets.update(sheet, change) : this.sheets.insert(sheet, change));
    return sheet;
  }
}

/** What was handed in becomes a draft again; its history keeps what it said. */
@Injectable()
export class RecordReopening {
  constructor(
    private readonly sheets: SheetStore,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  async run(sheet: ScoreSheet, reason: string, actor: Actor): Promise<ScoreSheet> {
    const at = await this.time.now();
    Object.assign(sheet, { status: 'draft', savedAt: at, submittedAt: null, commitment: null });
    await this.sheets.update(sheet, { actorId: actor.accountId, at, reason });
    await this.audit.record({ action: 'sheet.reopened', subject: { kind: 'score_sheet', id: sheet.id }, actor, facts: { reason } });
    return sheet;
  }
}

/** An officer, never the judge herself, opens a submitted sheet again, with a reason. */
@Injectable()
export class ReopenSheet {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldStage,
    private readonly panels: PanelStore,
    private readonly sheets: SheetStore,
    private readonly records: RecordReopening,
  ) {}

  /** @throws DomainError `sheet_absent`, `stage_not_open`, `own_sheet`, `sheet_not_submitted` */
  run(sheetId: string, reason: string, actor: Actor): Promise<ScoreSheet> {
    return this.tx.run(async () => {
      const sheet = await this.sheets.lock(sheetId);
      const seat = sheet && (await this.panels.seat(sheet.seatId));
      if (!sheet || !seat) throw noSuchSheet();
      await this.holding.call(seat.callId, actor);
      if ((await this.panels.holdStage(seat.callId, seat.stageKey))?.status !== 'open') throw stageClosed();
      if (seat.accountId === actor.accountId) throw refused('own_sheet', say('不能开启本人的评分表', 'Nobody reopens her own sheet'));
      if (sheet.status !== 'submitted') throw refused('sheet_not_submitted', say('该评分表尚未提交', 'It has not been submitted'));
      return this.records.run(sheet, reason, actor);
    });
  }
}
