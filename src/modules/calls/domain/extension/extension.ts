import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, type Id } from '#libs/database';
import type { CallId } from '../call.js';

export type ExtensionId = Id<'call_extension'>;
export type ExtensionStatus = 'proposed' | 'confirmed' | 'declined' | 'withdrawn';

/** A later deadline for everybody (延长截止时间): one officer proposes it, another makes it hold. */
@Entity('call_extension')
export class Extension {
  @PrimaryColumn('uuid') id: ExtensionId;
  @Column('uuid', { name: 'call_id' }) callId: CallId;
  @InstantColumn({ name: 'former_closes_at' }) formerClosesAt: Date;
  @InstantColumn({ name: 'closes_at' }) closesAt: Date;
  /** Whether the stages after the applications move by as many days. */
  @Column('boolean', { name: 'moves_later' }) movesLater: boolean;
  /** Everybody reads it. */
  @Column('text') reason: string;
  @Column('text') status: ExtensionStatus;
  @Column('uuid', { name: 'proposed_by' }) proposedBy: string;
  @InstantColumn({ name: 'proposed_at' }) proposedAt: Date;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @InstantColumn({ name: 'decided_at', nullable: true }) decidedAt: Date | null;
  /** Why it was declined. */
  @Column('text', { nullable: true }) answer: string | null;
  /** The addendum that it became. */
  @Column('int', { name: 'rulebook_version', nullable: true }) rulebookVersion: number | null;
}
