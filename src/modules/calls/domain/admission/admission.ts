import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '#libs/database';
import type { CallId } from '../call.js';

/** How a call by invitation (定向征集) shows itself, and the code that lets in whoever was given it. */
@Entity('call_admission')
export class CallAdmission {
  @PrimaryColumn('uuid', { name: 'call_id' }) callId: CallId;
  /** Whether everybody sees that the call exists. */
  @Column('boolean') listed: boolean;
  @Column('text', { nullable: true }) code: string | null;
  @Column('uuid', { name: 'changed_by' }) changedBy: string;
  @InstantColumn({ name: 'changed_at' }) changedAt: Date;
}

/** An organisation that may apply in a call by invitation. */
@Entity('call_invitation')
export class CallInvitation {
  @PrimaryColumn('uuid', { name: 'call_id' }) callId: CallId;
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId: string;
  /** Named by an officer, or let in by the code. */
  @Column('text') way: 'named' | 'code';
  @Column('uuid', { name: 'added_by' }) addedBy: string;
  @InstantColumn({ name: 'added_at' }) addedAt: Date;
  /** From then on it begins no application; what it has begun, it goes on reading the rules for. */
  @InstantColumn({ name: 'ended_at', nullable: true }) endedAt: Date | null;
}
