import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { refused, say } from '#libs/errors';
import { isBallot } from '../domain/ballots/ballot-sheet.js';
import { checkSheet, type Entries } from '../domain/check-sheet.js';
import { commitmentOf } from '../domain/sheet-commitment.js';
import { ScoreSheet, type SheetId } from '../domain/score-sheet.js';
import { alreadySubmitted, sheetChanged, sheetFaulty } from '../scoring.errors.js';
import { SheetStore } from '../store/sheet.store.js';
import { HoldSheet, refuseScoring, type Place } from './hold-sheet.js';

export interface SheetDraft {
  readonly entries: Entries;
  readonly comment: string;
  /** How sure she is: 1 little, 2 fairly, 3 very; it never counts. Left out, what was said before stays. */
  readonly confidence?: number | null;
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
    if (isBallot(place.bloc)) throw refused('ballot_due', say('本组用排序投票，请在选票上排出先后', 'This bloc votes: please put the projects in order on the ballot'));
    if (place.sheet?.status === 'submitted') throw alreadySubmitted();
    if ((place.sheet?.version ?? 0) !== version) throw sheetChanged();
    return place;
  }

  private async write({ seat, application, bloc, sheet: present }: Place, draft: SheetDraft, moment: 'draft' | 'submit', actor: Actor): Promise<ScoreSheet> {
    const problems = checkSheet(bloc.criteria, draft.entries, moment);
    if (problems.length > 0) throw sheetFaulty(problems);
    const at = await this.time.arrival();
    const sheet = present ?? Object.assign(new ScoreSheet(), { id: newId<SheetId>(), seatId: seat.id, applicationId: application.id, version: 1, confidence: null });
    const said = { entries: draft.entries, comment: draft.comment, confidence: draft.confidence ?? sheet.confidence, savedAt: at };
    const salt = moment === 'submit' ? randomBytes(32).toString('hex') : undefined;
    Object.assign(sheet, said, salt ? { status: 'submitted', submittedAt: at, commitment: commitmentOf(salt, said) } : { status: 'draft', submittedAt: null, commitment: null });
    const change = { actorId: actor.accountId, at, salt };
    await (present ? this.sheets.update(sheet, change) : this.sheets.insert(sheet, change));
    return sheet;
  }
}
