import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '#libs/database';

/** An effect that has been decided but not yet made: written in the transaction that decided it, closed when it is made. */
@Entity('outbox')
export class OutboxRow {
  @PrimaryColumn('uuid') id: string;
  /** The job, or `event>reaction`, that makes the effect. */
  @Column('text') handler: string;
  @Column('text') queue: string;
  @Column('jsonb') data: object;
  /** Two rows for one handler with one key are one effect. */
  @Column('text') key: string;
  @InstantColumn({ name: 'due_at' }) dueAt: Date;
  @InstantColumn({ name: 'created_at' }) createdAt: Date;
  @InstantColumn({ name: 'sent_at', nullable: true }) sentAt: Date | null;
  @Column('int') sends: number;
  @Column('int') attempts: number;
  @Column('int') progress: number;
  @InstantColumn({ name: 'closed_at', nullable: true }) closedAt: Date | null;
  @InstantColumn({ name: 'failed_at', nullable: true }) failedAt: Date | null;
  @Column('text', { name: 'last_error', nullable: true }) lastError: string | null;
}
