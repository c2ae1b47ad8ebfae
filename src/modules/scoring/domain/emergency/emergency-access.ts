import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, type Id } from '#libs/database';
import type { SeatId } from '../score-sheet.js';

export type EmergencyAccessId = Id<'emergency_access'>;

/** `sheets`: who gave one application which score, before its stage is sealed. `applicant`: who stands behind it, for a judge who is blind to that. */
export const HIDDEN_THINGS = ['sheets', 'applicant'] as const;
export type HiddenThing = (typeof HIDDEN_THINGS)[number];

export type EmergencyStatus = 'asked' | 'granted' | 'refused' | 'withdrawn' | 'closed';

/**
 * One hidden thing, opened in an emergency: somebody asks with a reason, an administrator grants, an auditor looks at it afterwards, and no two
 * of them are one person.
 */
@Entity('emergency_access')
export class EmergencyAccess {
  @PrimaryColumn('uuid') id: EmergencyAccessId;
  @Column('text') thing: HiddenThing;
  @Column('uuid', { name: 'call_id' }) callId: string;
  @Column('text', { name: 'node_path' }) nodePath: string;
  @Column('text', { name: 'stage_key' }) stageKey: string;
  @Column('uuid', { name: 'application_id' }) applicationId: string;
  /** The blind judge's own; null for sheets. */
  @Column('uuid', { name: 'seat_id', nullable: true }) seatId: SeatId | null;
  @Column('text') status: EmergencyStatus;
  @Column('text') reason: string;
  @Column('uuid', { name: 'asked_by' }) askedBy: string;
  @InstantColumn({ name: 'asked_at' }) askedAt: Date;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @InstantColumn({ name: 'decided_at', nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) note: string | null;
  /** Nothing is read from this instant on. */
  @InstantColumn({ name: 'open_until', nullable: true }) openUntil: Date | null;
  /** Taken back before anybody decided, or closed before its time. */
  @Column('uuid', { name: 'ended_by', nullable: true }) endedBy: string | null;
  @InstantColumn({ name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column('uuid', { name: 'reviewed_by', nullable: true }) reviewedBy: string | null;
  @InstantColumn({ name: 'reviewed_at', nullable: true }) reviewedAt: Date | null;
  @Column('text', { name: 'review_note', nullable: true }) reviewNote: string | null;
}

/** One look at what was opened. Rows are only added. */
@Entity('emergency_reading')
export class EmergencyReading {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'access_id' }) accessId: EmergencyAccessId;
  @Column('uuid', { name: 'read_by' }) readBy: string;
  @InstantColumn({ name: 'read_at' }) readAt: Date;
}
