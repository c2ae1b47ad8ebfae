import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, type Id } from '#libs/database';

export type AlertId = Id<'call_alert'>;

/** A search that somebody has kept (征集提醒): she is told when a call that it finds opens. Empty means any. */
@Entity('call_alert')
export class CallAlert {
  @PrimaryColumn('uuid') id: AlertId;
  @Column('uuid', { name: 'account_id' }) accountId: string;
  @Column('text', { name: 'applicant_type' }) applicantType: string;
  @Column('text') words: string;
  @InstantColumn({ name: 'created_at' }) createdAt: Date;
}
