import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '#libs/database';

/**
 * What an officer has decided about one expert and one application, whatever the detection says. A conflict holds at once;
 * a clearance holds when a second officer has confirmed it, for it lets somebody in.
 */
@Entity('conflict_pin')
export class ConflictPin {
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId: string;
  @PrimaryColumn('uuid', { name: 'application_id' }) applicationId: string;
  @Column('text') verdict: 'conflict' | 'clear';
  @Column('text') reason: string;
  @Column('uuid', { name: 'set_by' }) setBy: string;
  @InstantColumn({ name: 'set_at' }) setAt: Date;
  @Column('uuid', { name: 'confirmed_by', nullable: true }) confirmedBy: string | null;
  @InstantColumn({ name: 'confirmed_at', nullable: true }) confirmedAt: Date | null;
}

export const isInForce = ({ verdict, confirmedBy }: Pick<ConflictPin, 'verdict' | 'confirmedBy'>): boolean => verdict === 'conflict' || confirmedBy !== null;
