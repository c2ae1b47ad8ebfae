import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '#libs/database';
import { say, type Problem } from '#libs/errors';
import type { Entries } from '../check-sheet.js';
import type { SeatId } from '../score-sheet.js';
import { exactJson } from '../exact-json.js';
import type { Committed } from '../sheet-commitment.js';

/** One sheet of paper that was printed for a guest judge: of one application, or (without one) her ballot. */
@Entity('paper_sheet')
export class PaperSheet {
  /** Printed on it, and typed by whoever brings it in: no sheet is taken for another. */
  @PrimaryColumn('text') code: string;
  @Column('uuid', { name: 'seat_id' }) seatId: SeatId;
  @Column('uuid', { name: 'application_id', nullable: true }) applicationId: string | null;
  @Column('uuid', { name: 'printed_by' }) printedBy: string;
  @InstantColumn({ name: 'printed_at' }) printedAt: Date;
}

/** What was read on a paper sheet: points and words, or the tick by which she leaves the application to the others, with her reason as the comment. */
export interface PaperSaid extends Committed {
  readonly abstained?: true;
}

/** What one member of staff read on the paper. Another reads it again; only when both have read the same is it handed in. */
@Entity('paper_entry')
export class PaperEntry {
  @PrimaryColumn('text') code: string;
  @PrimaryColumn('uuid', { name: 'entered_by' }) enteredBy: string;
  /** The version of the sheet that it is about: one that was opened again is read anew. */
  @Column('int', { name: 'base_version' }) baseVersion: number;
  /** Of a ballot: the places as points, by application. */
  @Column('jsonb') said: PaperSaid;
  /** Taken from the judge's own workbook, not typed. */
  @Column('boolean', { name: 'by_file' }) byFile: boolean;
  /** The signed paper. */
  @Column('uuid', { name: 'scan_id' }) scanId: string;
  @InstantColumn({ name: 'entered_at' }) enteredAt: Date;
}

/** waiting: nobody has brought it in; entered: one person has; differs: two have, and read otherwise; handed_in, abstained: two have read the same. */
export type PaperStanding = 'waiting' | 'entered' | 'differs' | 'handed_in' | 'abstained';

/** Blanks at the ends and reasons left empty make no difference; beside the tick no points are read. */
export function tidySaid({ entries, comment, confidence, abstained }: PaperSaid): PaperSaid {
  if (abstained) return { entries: {}, comment: comment.trim(), confidence: null, abstained };
  const kept = Object.entries(entries).map(([key, { points, reason = '' }]) => [key, { points, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) }] as const);
  return { entries: Object.fromEntries(kept.filter(([, { points, reason }]) => points !== null || reason !== undefined)), comment: comment.trim(), confidence };
}

/** As it is compared: a workbook writes the same sign in another width. */
export const foldSaid = (said: PaperSaid): PaperSaid => JSON.parse(exactJson(said).normalize('NFKC')) as PaperSaid;

export const isSameSaid = (one: PaperSaid, other: PaperSaid): boolean => exactJson(foldSaid(one)) === exactJson(foldSaid(other));

/** The two who have read the same: who was first, and who confirmed it. */
export function agreedOn(entries: readonly PaperEntry[], baseVersion: number): { first: PaperEntry; second: PaperEntry } | null {
  const live = entries.filter((entry) => entry.baseVersion === baseVersion).sort((a, b) => a.enteredAt.getTime() - b.enteredAt.getTime());
  for (const second of [...live].reverse()) {
    const first = live.find((entry) => entry !== second && isSameSaid(entry.said, second.said));
    if (first) return { first, second };
  }
  return null;
}

/** The applications of a ballot in the order of their places. */
export const orderOf = (entries: Entries): string[] =>
  Object.entries(entries).filter(([, { points }]) => points !== null).sort(([, a], [, b]) => Number(a.points) - Number(b.points)).map(([id]) => id);

/** Places run from 1 without a gap, and nobody shares one. */
export function checkPlaces(entries: Entries): Problem[] {
  const wrong = orderOf(entries).filter((id, at) => entries[id]!.points !== String(at + 1));
  return wrong.slice(0, 1).map((path) => ({ path, code: 'places_off', sentence: say('名次须从 1 起连续填写，不重复、不跳号', 'Places run from 1, none twice and none left out'), facts: {} }));
}
