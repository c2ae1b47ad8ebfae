import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, type Id } from '#libs/database';
import type { SheetId } from './score-sheet.js';

export type ReopeningId = Id<'sheet_reopening'>;

/** Somebody asks that a sheet that was handed in be opened again; somebody else decides. */
@Entity('sheet_reopening')
export class SheetReopening {
  @PrimaryColumn('uuid') id: ReopeningId;
  @Column('uuid', { name: 'sheet_id' }) sheetId: SheetId;
  /** The version that is to be opened, and no later one. */
  @Column('int') version: number;
  @Column('text') reason: string;
  @Column('uuid', { name: 'asked_by' }) askedBy: string;
  @InstantColumn({ name: 'asked_at' }) askedAt: Date;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @InstantColumn({ name: 'decided_at', nullable: true }) decidedAt: Date | null;
  @Column('boolean', { nullable: true }) granted: boolean | null;
  @Column('text', { nullable: true }) note: string | null;
}
