import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { refused, say } from '#libs/errors';
import { isBallot } from '../domain/ballots/ballot-sheet.js';
import { ScoreSheet, type SeatId, type SheetId } from '../domain/score-sheet.js';
import { refuseFaulty, refuseOutdated, takeSaid, type Moment, type Said, type SheetDraft } from '../domain/take-said.js';
import { SheetStore } from '../store/sheet.store.js';
import { HoldSheet, refuseScoring } from './hold-sheet.js';

/** Of a sheet that was filled in on paper: who brought it in, and what shows it. */
export interface FromPaper {
  /** In words, for the history of the sheet. */
  readonly reason: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

export const blankSheet = (seatId: SeatId, applicationId: string): ScoreSheet =>
  Object.assign(new ScoreSheet(), { id: newId<SheetId>(), seatId, applicationId, version: 1, confidence: null });

/** Writes what was said into the sheet of a place; handed in, it leaves a commitment in the trail that tells nothing. Joins the caller's transaction. */
@Injectable()
export class WriteSheet {
  constructor(
    private readonly sheets: SheetStore,
    private readonly audit: AuditTrail,
  ) {}

  async run(sheet: { present: ScoreSheet | null; place: Pick<ScoreSheet, 'seatId' | 'applicationId'> }, said: Said, how: { moment: Moment; at: Date; paper?: FromPaper }, actor: Actor): Promise<ScoreSheet> {
    const { present, place: { seatId, applicationId } } = sheet;
    const written = present ?? blankSheet(seatId, applicationId);
    const salt = takeSaid(written, said, how.moment, how.at);
    const change = { actorId: actor.accountId, at: how.at, salt: salt ?? undefined, reason: how.paper?.reason };
    if (present) this.sheets.update(written, change);
    else this.sheets.insert(written, change);
    const { id, commitment } = written;
    if (salt) await this.audit.record({ action: 'sheet.submitted', subject: { kind: 'score_sheet', id }, actor, facts: { seatId, applicationId, commitment, ...how.paper?.facts } });
    return written;
  }
}

/** A judge keeps her scores, and hands them in. Until then nobody but she can read them. */
@Injectable()
export class KeepSheet {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldSheet,
    private readonly writing: WriteSheet,
    private readonly time: DatabaseTime,
  ) {}

  /** @throws DomainError `stage_not_open`, `declaration_first`, `conflict_of_interest`, `not_live`, `sheet_submitted`, `sheet_changed`, `sheet_faulty` */
  save(seatId: string, applicationId: string, draft: SheetDraft, actor: Actor): Promise<ScoreSheet> {
    return this.write(seatId, applicationId, { draft, moment: 'draft' }, actor);
  }

  /** Complete, with its reasons. */
  submit(seatId: string, applicationId: string, draft: SheetDraft, actor: Actor): Promise<ScoreSheet> {
    return this.write(seatId, applicationId, { draft, moment: 'submit' }, actor);
  }

  private write(seatId: string, applicationId: string, { draft, moment }: { draft: SheetDraft; moment: Moment }, actor: Actor): Promise<ScoreSheet> {
    return this.tx.run(async () => {
      const [place, at] = await Promise.all([this.holding.toScore(seatId, applicationId, actor), this.time.arrival()]);
      refuseScoring(place);
      if (isBallot(place.bloc)) throw refused('ballot_due', say('本组用排序投票，请在选票上排出先后', 'This bloc votes: please put the projects in order on the ballot'));
      refuseOutdated(place.sheet, draft.version);
      refuseFaulty(place.bloc.criteria, draft.entries, moment);
      return this.writing.run({ present: place.sheet, place: { seatId: place.seat.id, applicationId } }, draft, { moment, at }, actor);
    });
  }
}
