import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { refused, say } from '#libs/errors';
import { checkOrder, entriesOfOrder } from '../domain/ballots/ballot-sheet.js';
import { commitmentOf, type Committed } from '../domain/sheet-commitment.js';
import { ScoreSheet, type SheetId } from '../domain/score-sheet.js';
import { alreadySubmitted, sheetChanged, sheetFaulty, stageClosed } from '../scoring.errors.js';
import { SheetStore } from '../store/sheet.store.js';
import { candidatesOf, HoldBallot, isHandedIn, undeclaredIn, versionOf, type BallotPlace } from './hold-ballot.js';

export interface BallotDraft {
  /** First to last; whoever is left out stands behind all. */
  readonly order: readonly string[];
  /** The version that was read. */
  readonly version: number;
}

/** A judge keeps her order and hands it in, whole. Each place is a sheet of its own: with its history, its lock and its commitment. */
@Injectable()
export class CastBallot {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldBallot,
    private readonly sheets: SheetStore,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `sheet_absent`, `stage_not_open`, `sheet_submitted`, `sheet_changed`, `sheet_faulty` */
  save(seatId: string, draft: BallotDraft, actor: Actor): Promise<void> {
    return this.tx.run(async () => this.write(await this.mine(seatId, draft, actor), draft, 'draft', actor));
  }

  /** @throws DomainError also `declaration_due` while she has not declared for every application */
  submit(seatId: string, draft: BallotDraft, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const place = await this.mine(seatId, draft, actor);
      const left = undeclaredIn(place);
      if (left > 0) throw refused('declaration_due', say('还有 {left} 个项目没有声明是否有利益冲突', 'For {left} projects you have not declared whether you have a conflict of interest'), { left });
      await this.write(place, draft, 'submit', actor);
    });
  }

  private async mine(seatId: string, { version }: BallotDraft, actor: Actor): Promise<BallotPlace> {
    const place = await this.holding.of(seatId, actor, true);
    if (place.stageStatus !== 'open') throw stageClosed();
    if (isHandedIn(place)) throw alreadySubmitted();
    if (versionOf(place) !== version) throw sheetChanged();
    return place;
  }

  private async write(place: BallotPlace, { order }: BallotDraft, moment: 'draft' | 'submit', actor: Actor): Promise<void> {
    const candidates = candidatesOf(place);
    const problems = checkOrder(order, candidates, place.bloc.aggregation.partial, moment);
    if (problems.length > 0) throw sheetFaulty(problems);
    const at = await this.time.now();
    for (const applicationId of candidates) await this.keep(place, { applicationId, order, moment, at }, actor);
  }

  private async keep({ seat, sheets }: BallotPlace, { applicationId, order, moment, at }: { applicationId: string; order: readonly string[]; moment: 'draft' | 'submit'; at: Date }, actor: Actor): Promise<void> {
    const present = sheets.get(applicationId);
    const entries = entriesOfOrder(order, applicationId, moment);
    if (moment === 'draft' && saysTheSame(present, entries)) return;
    const said = { entries, comment: '', confidence: null };
    const salt = moment === 'submit' ? randomBytes(32).toString('hex') : undefined;
    const sheet = Object.assign(present ?? blank(seat.id, applicationId), said, { savedAt: at }, standing(salt, said, at));
    const change = { actorId: actor.accountId, at, salt };
    await (present ? this.sheets.update(sheet, change) : this.sheets.insert(sheet, change));
    if (salt) await this.audit.record({ action: 'sheet.submitted', subject: { kind: 'score_sheet', id: sheet.id }, actor, facts: { seatId: seat.id, applicationId, commitment: sheet.commitment } });
  }
}

const blank = (seatId: ScoreSheet['seatId'], applicationId: string): ScoreSheet => Object.assign(new ScoreSheet(), { id: newId<SheetId>(), seatId, applicationId, version: 1 });

/** Handed in under a salt, or a draft. */
function standing(salt: string | undefined, said: Committed, at: Date): Pick<ScoreSheet, 'status' | 'submittedAt' | 'commitment'> {
  return salt ? { status: 'submitted', submittedAt: at, commitment: commitmentOf(salt, said) } : { status: 'draft', submittedAt: null, commitment: null };
}

const saysTheSame = (sheet: ScoreSheet | undefined, entries: ScoreSheet['entries']): boolean => sheet?.status === 'draft' && JSON.stringify(sheet.entries) === JSON.stringify(entries);
