import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, type Id } from '#libs/database';

export type SessionId = Id<'roadshow_session'>;
export type PresentationId = Id<'roadshow_presentation'>;

/** One hall, one panel, one running order: the whole roadshow or one of its groups. */
@Entity('roadshow_session')
export class RoadshowSession {
  @PrimaryColumn('uuid') id: SessionId;
  @Column('uuid', { name: 'call_id' }) callId: string;
  @Column('text', { name: 'node_path' }) nodePath: string;
  /** Key of the stage of scoring. */
  @Column('text', { name: 'stage_key' }) stageKey: string;
  /** Key of the category, the number of the group, or `all`. */
  @Column('text', { name: 'group_key' }) groupKey: string;
  @Column('text') status: 'planned' | 'running' | 'closed';
  /** With which the order was drawn: anybody can repeat it. */
  @Column('text', { nullable: true }) seed: string | null;
  /** How often its order was set: two officers who set it at once are told apart by it. */
  @Column('int') orderings: number;
  @InstantColumn({ name: 'planned_at' }) plannedAt: Date;
  @InstantColumn({ name: 'started_at', nullable: true }) startedAt: Date | null;
  @InstantColumn({ name: 'closed_at', nullable: true }) closedAt: Date | null;
}

export type PresentationStatus = 'waiting' | 'presenting' | 'questions' | 'scoring' | 'scored' | 'absent';

/** One project's turn. The clock is the server's: a phase runs from `phaseStartedAt` to `phaseEndsAt`. */
@Entity('roadshow_presentation')
export class Presentation {
  @PrimaryColumn('uuid') id: PresentationId;
  @Column('uuid', { name: 'session_id' }) sessionId: SessionId;
  @Column('uuid', { name: 'application_id' }) applicationId: string;
  /** From one; null until the order is drawn. */
  @Column('int', { nullable: true }) position: number | null;
  @Column('text') status: PresentationStatus;
  @Column('text', { nullable: true }) presenter: string | null;
  @InstantColumn({ name: 'signed_in_at', nullable: true }) signedInAt: Date | null;
  @InstantColumn({ name: 'phase_started_at', nullable: true }) phaseStartedAt: Date | null;
  @InstantColumn({ name: 'phase_ends_at', nullable: true }) phaseEndsAt: Date | null;
  /** Seconds beyond the time for presenting and for questions together. */
  @Column('int', { name: 'overrun_seconds' }) overrunSeconds: number;
  /** How often it was called and nobody came. */
  @Column('int') missed: number;
  @Column('text', { nullable: true }) reason: string | null;
}
