import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, type Id } from '#libs/database';
import type { SeatId } from '../score-sheet.js';

export type CorrectionId = Id<'ranking_correction'>;

/**
 * sealed_again: the ranking was computed without the sheet and sealed anew; joined_later: so it was, and whoever had been wrongly left out
 * joined the next stage; reopened: something is lacking now, and the stage is judged on.
 */
export type CorrectionEffect = 'sealed_again' | 'joined_later' | 'reopened';

/** Somebody tells of a conflict behind a sheet of a sealed stage; somebody else decides. */
@Entity('ranking_correction')
export class RankingCorrection {
  @PrimaryColumn('uuid') id: CorrectionId;
  @Column('uuid', { name: 'call_id' }) callId: string;
  @Column('text', { name: 'stage_key' }) stageKey: string;
  @Column('uuid', { name: 'seat_id' }) seatId: SeatId;
  @Column('uuid', { name: 'application_id' }) applicationId: string;
  @Column('text') reason: string;
  @Column('uuid', { name: 'told_by' }) toldBy: string;
  @InstantColumn({ name: 'told_at' }) toldAt: Date;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @InstantColumn({ name: 'decided_at', nullable: true }) decidedAt: Date | null;
  @Column('boolean', { nullable: true }) granted: boolean | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('text', { nullable: true }) effect: CorrectionEffect | null;
  /** Whom it let into the next stage. */
  @Column('uuid', { name: 'joined_ids', array: true, default: [] }) joinedIds: string[];
  /** Who stays in the next stage although the corrected ranking would not bring them there. */
  @Column('uuid', { name: 'kept_ids', array: true, default: [] }) keptIds: string[];
}
