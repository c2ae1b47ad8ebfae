import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, Transaction } from '#libs/database';
import type { ScoreSheet, SeatId } from '../domain/score-sheet.js';
import { refuseOutdated } from '../domain/take-said.js';
import { SheetStore } from '../store/sheet.store.js';
import { HoldSheet, refuseScoring } from './hold-sheet.js';
import { blankSheet } from './keep-sheet.js';

interface Left {
  readonly seatId: SeatId;
  readonly applicationId: string;
  readonly present: ScoreSheet | null;
}

/** Writes that a judge leaves one application to the others. Joins the caller's transaction. */
@Injectable()
export class WriteAbstention {
  constructor(
    private readonly sheets: SheetStore,
    private readonly audit: AuditTrail,
  ) {}

  async run({ seatId, applicationId, present }: Left, { reason, at, facts = {} }: { reason: string; at: Date; facts?: Readonly<Record<string, unknown>> }, actor: Actor): Promise<ScoreSheet> {
    const sheet = Object.assign(present ?? Object.assign(blankSheet(seatId, applicationId), { entries: {}, comment: '' }), { status: 'abstained' as const, savedAt: at, submittedAt: null, commitment: null });
    const change = { actorId: actor.accountId, at, reason };
    if (present) this.sheets.update(sheet, change);
    else this.sheets.insert(sheet, change);
    await this.audit.record({ action: 'sheet.abstained', subject: { kind: 'score_sheet', id: sheet.id }, actor, facts: { seatId, applicationId, reason, ...facts } });
    return sheet;
  }
}

/**
 * A judge leaves one application to the others although nothing ties her to it: outside her field, or material missing. It leaves the
 * denominator like a recusal, and she may change her mind while the stage is open.
 */
@Injectable()
export class Abstain {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldSheet,
    private readonly writing: WriteAbstention,
    private readonly time: DatabaseTime,
  ) {}

  /** @throws DomainError `stage_not_open`, `declaration_first`, `conflict_of_interest`, `not_live`, `sheet_submitted`, `sheet_changed` */
  run(seatId: string, applicationId: string, { reason, version }: { reason: string; version: number }, actor: Actor): Promise<ScoreSheet> {
    return this.tx.run(async () => {
      const place = await this.holding.toScore(seatId, applicationId, actor);
      refuseScoring(place);
      refuseOutdated(place.sheet, version);
      return this.writing.run({ seatId: place.seat.id, applicationId, present: place.sheet }, { reason, at: await this.time.arrival() }, actor);
    });
  }
}
