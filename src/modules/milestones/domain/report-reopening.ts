import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, type Id } from '#libs/database';
import type { Sentence } from '#libs/errors';

export type ReportReopeningId = Id<'milestone_reopening'>;

/** That an acceptance given by mistake be taken back (撤销验收): one person asks for it with a reason, another one decides. */
@Entity('milestone_reopening')
export class ReportReopening {
  @PrimaryColumn('uuid') id: ReportReopeningId;
  @Column('uuid', { name: 'milestone_id' }) milestoneId: string;
  @Column('text') reason: string;
  /** Whose acceptance it is, and when it was given: the report itself forgets both. */
  @Column('uuid', { name: 'accepted_by' }) acceptedBy: string;
  @InstantColumn({ name: 'accepted_at' }) acceptedAt: Date;
  @Column('uuid', { name: 'asked_by' }) askedBy: string;
  @InstantColumn({ name: 'asked_at' }) askedAt: Date;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @InstantColumn({ name: 'decided_at', nullable: true }) decidedAt: Date | null;
  @Column('boolean', { nullable: true }) granted: boolean | null;
  /** Why it was declined. */
  @Column('text', { nullable: true }) note: string | null;
}

/** A payment that is on its way, or was made, because a report was accepted. What was sent back to be prepared anew rests on nothing. */
@Entity('milestone_reliance')
export class Reliance {
  @PrimaryColumn('uuid', { name: 'milestone_id' }) milestoneId: string;
  @PrimaryColumn('uuid', { name: 'payment_id' }) paymentId: string;
  @Column('jsonb') title: Sentence;
  @Column('boolean') paid: boolean;
}
