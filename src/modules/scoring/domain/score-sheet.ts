import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, type Id } from '#libs/database';
import type { Entries } from './check-sheet.js';

export type SeatId = Id<'panel_seat'>;
export type SheetId = Id<'score_sheet'>;

/** One stage of the score tree while it is judged. */
@Entity('score_stage')
export class ScoreStageRound {
  @PrimaryColumn('uuid', { name: 'call_id' }) callId: string;
  @PrimaryColumn('text', { name: 'stage_key' }) stageKey: string;
  @Column('text') status: 'open' | 'sealed';
  /** What is judged in it; it does not change while judges are at work. */
  @Column('uuid', { name: 'application_ids', array: true }) applicationIds: string[];
  @InstantColumn({ name: 'begun_at' }) begunAt: Date;
  @InstantColumn({ name: 'sealed_at', nullable: true }) sealedAt: Date | null;
}

/** Somebody's place on the panel of a bloc. */
@Entity('panel_seat')
export class PanelSeat {
  @PrimaryColumn('uuid') id: SeatId;
  @Column('uuid', { name: 'call_id' }) callId: string;
  @Column('text', { name: 'stage_key' }) stageKey: string;
  @Column('text', { name: 'bloc_key' }) blocKey: string;
  @Column('uuid', { name: 'account_id' }) accountId: string;
  /** Under which her sheets are published: 评委1. */
  @Column('text') alias: string;
  @Column('text') status: 'seated' | 'unseated';
  @Column('text', { nullable: true }) reason: string | null;
  @InstantColumn({ name: 'seated_at' }) seatedAt: Date;
  /** A guest without an account: she scores on paper, and two members of staff bring it in. */
  @Column('boolean', { name: 'on_paper', default: false }) onPaper: boolean;
}

export const CONFLICT_VERDICTS = ['none', 'has', 'unsure'] as const;
export type ConflictVerdict = (typeof CONFLICT_VERDICTS)[number];

/** What a judge declares of one application before she may read it. */
@Entity('conflict_declaration')
export class ConflictDeclaration {
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId: string;
  @PrimaryColumn('uuid', { name: 'application_id' }) applicationId: string;
  @Column('text') verdict: ConflictVerdict;
  @Column('text', { nullable: true }) note: string | null;
  @InstantColumn({ name: 'declared_at' }) declaredAt: Date;
  /** Found by the platform, not declared: `note` says how. */
  @Column('boolean', { default: false }) detected: boolean;
  /** Whoever settled an unsure one. */
  @Column('uuid', { name: 'settled_by', nullable: true }) settledBy: string | null;
}

/** One judge's scores of one application. */
@Entity('score_sheet')
export class ScoreSheet {
  @PrimaryColumn('uuid') id: SheetId;
  @Column('uuid', { name: 'seat_id' }) seatId: SeatId;
  @Column('uuid', { name: 'application_id' }) applicationId: string;
  /** `abstained`: she cannot judge it, with no conflict behind it; it leaves the denominator. */
  @Column('text') status: 'draft' | 'submitted' | 'abstained' | 'void';
  @Column('jsonb') entries: Entries;
  @Column('text') comment: string;
  /** How sure the judge is, 1 to 3; told beside the score, never counted. */
  @Column('smallint', { nullable: true }) confidence: number | null;
  @Column('int') version: number;
  @InstantColumn({ name: 'saved_at' }) savedAt: Date;
  @InstantColumn({ name: 'submitted_at', nullable: true }) submittedAt: Date | null;
  /** SHA-256 that commits to the scores without telling them: over a random salt and the entries. */
  @Column('text', { nullable: true }) commitment: string | null;
}

/** A sealed ranking, of one stage or (without a stage) of the round. Rows are only added. */
@Entity('score_ranking')
export class SealedRankingRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'call_id' }) callId: string;
  @Column('text', { name: 'stage_key', nullable: true }) stageKey: string | null;
  /** The published bytes: the hash is taken over them. */
  @Column('text') manifest: string;
  @Column('text') hash: string;
  @Column('uuid', { name: 'sealed_by' }) sealedBy: string;
  @InstantColumn({ name: 'sealed_at' }) sealedAt: Date;
}
