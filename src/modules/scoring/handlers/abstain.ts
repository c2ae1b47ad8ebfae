import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, Transaction } from '#libs/database';
import type { ScoreSheet } from '../domain/score-sheet.js';
import { refuseOutdated } from '../domain/take-said.js';
import { SheetStore } from '../store/sheet.store.js';
import { HoldSheet, refuseScoring } from './hold-sheet.js';
import { blankSheet } from './keep-sheet.js';

/**
 * A judge leaves one application to the others although nothing ties her to it: outside her field, or material missing. It leaves the
 * denominator like a recusal, and she may change her mind while the stage is open.
 */
@Injectable()
export class Abstain {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldSheet,
    private readonly sheets: SheetStore,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `stage_not_open`, `declaration_first`, `conflict_of_interest`, `not_live`, `sheet_submitted`, `sheet_changed` */
  run(seatId: string, applicationId: string, { reason, version }: { reason: string; version: number }, actor: Actor): Promise<ScoreSheet> {
    return this.tx.run(async () => {
      const place = await this.holding.toScore(seatId, applicationId, actor);
      refuseScoring(place);
      refuseOutdated(place.sheet, version);
      const at = await this.time.arrival();
      const sheet = Object.assign(place.sheet ?? Object.assign(blankSheet(place.seat.id, applicationId), { entries: {}, comment: '' }), { status: 'abstained' as const, savedAt: at, submittedAt: null, commitment: null });
      const change = { actorId: actor.accountId, at, reason };
      if (place.sheet) this.sheets.update(sheet, change);
      else this.sheets.insert(sheet, change);
      await this.audit.record({ action: 'sheet.abstained', subject: { kind: 'score_sheet', id: sheet.id }, actor, facts: { seatId, applicationId, reason } });
      return sheet;
    });
  }
}
