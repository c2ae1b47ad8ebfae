import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { DatabaseTime, Transaction } from '#libs/database';
import { refused, say } from '#libs/errors';
import { checkOrder, entriesOfOrder } from '../domain/ballots/ballot-sheet.js';
import type { ScoreSheet } from '../domain/score-sheet.js';
import type { Moment } from '../domain/take-said.js';
import { alreadySubmitted, sheetChanged, sheetFaulty, stageClosed } from '../scoring.errors.js';
import { candidatesOf, HoldBallot, isHandedIn, toComeIn, undeclaredIn, versionOf, type BallotPlace } from './hold-ballot.js';
import { WriteSheet, type FromPaper } from './keep-sheet.js';

export interface BallotDraft {
  /** First to last; whoever is left out stands behind all. */
  readonly order: readonly string[];
  /** The version that was read. */
  readonly version: number;
}

/** @throws DomainError `stage_not_open`, `sheet_submitted`, `sheet_changed` */
export function refuseVoting(place: BallotPlace, version: number): void {
  if (place.stageStatus !== 'open') throw stageClosed();
  if (isHandedIn(place)) throw alreadySubmitted();
  if (versionOf(place) !== version) throw sheetChanged();
}

/** What stands against handing it in at all. @throws DomainError `declaration_due`, `hall_not_over` */
export function refuseEarlyVote(place: BallotPlace): void {
  const left = undeclaredIn(place);
  if (left > 0) throw refused('declaration_due', say('还有 {left} 个项目没有声明是否有利益冲突', 'For {left} projects you have not declared whether you have a conflict of interest'), { left });
  const ahead = toComeIn(place);
  if (ahead > 0) throw refused('hall_not_over', say('还有 {ahead} 个项目没有路演，全部路演后才能提交选票；排好的次序已保存', '{ahead} projects have not presented yet; the ballot is handed in after the last of them, and your order is kept'), { ahead });
}

/** Writes an order down, place by place: each is a sheet of its own, with its history, its lock and its commitment. Joins the caller's transaction. */
@Injectable()
export class WriteBallot {
  constructor(
    private readonly writing: WriteSheet,
    private readonly time: DatabaseTime,
  ) {}

  /** @throws DomainError `sheet_faulty` */
  async run(place: BallotPlace, order: readonly string[], { moment, paper }: { moment: Moment; paper?: FromPaper }, actor: Actor): Promise<void> {
    refuseFaultyOrder(place, order, moment);
    const at = await this.time.now();
    for (const applicationId of candidatesOf(place)) {
      const present = place.sheets.get(applicationId) ?? null;
      const entries = entriesOfOrder(order, applicationId, moment);
      if (moment === 'draft' && saysTheSame(present, entries)) continue;
      await this.writing.run({ present, place: { seatId: place.seat.id, applicationId } }, { entries, comment: '', confidence: null }, { moment, at, paper }, actor);
    }
  }
}

export function refuseFaultyOrder(place: BallotPlace, order: readonly string[], moment: Moment): void {
  const problems = checkOrder(order, candidatesOf(place), place.bloc.aggregation.partial, moment);
  if (problems.length > 0) throw sheetFaulty(problems);
}

/** A judge keeps her order and hands it in, whole. */
@Injectable()
export class CastBallot {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldBallot,
    private readonly writing: WriteBallot,
  ) {}

  /** @throws DomainError `sheet_absent`, `stage_not_open`, `sheet_submitted`, `sheet_changed`, `sheet_faulty` */
  save(seatId: string, draft: BallotDraft, actor: Actor): Promise<void> {
    return this.tx.run(async () => this.writing.run(await this.mine(seatId, draft, actor), draft.order, { moment: 'draft' }, actor));
  }

  /** @throws DomainError also `declaration_due` while she has not declared for every application, `hall_not_over` while some have yet to present */
  submit(seatId: string, draft: BallotDraft, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const place = await this.mine(seatId, draft, actor);
      refuseEarlyVote(place);
      await this.writing.run(place, draft.order, { moment: 'submit' }, actor);
    });
  }

  private async mine(seatId: string, { version }: BallotDraft, actor: Actor): Promise<BallotPlace> {
    const place = await this.holding.of(seatId, actor, true);
    refuseVoting(place, version);
    return place;
  }
}

const saysTheSame = (sheet: ScoreSheet | null, entries: ScoreSheet['entries']): boolean => sheet?.status === 'draft' && JSON.stringify(sheet.entries) === JSON.stringify(entries);
