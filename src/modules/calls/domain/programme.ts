import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, type Id } from '#libs/database';
import type { Sentence } from '#libs/errors';

export type ProgrammeId = Id<'programme'>;

/** A programme of an organiser that is held again and again: each time as a call. */
@Entity('programme')
export class Programme {
  @PrimaryColumn('uuid') id: ProgrammeId;
  @Column('text', { name: 'node_path' }) nodePath: string;
  /** Begins the number of each of its calls. */
  @Column('text') code: string;
  @Column('jsonb') title: Sentence;
  @Column('uuid', { name: 'created_by' }) createdBy: string;
  @InstantColumn({ name: 'created_at' }) createdAt: Date;
}
