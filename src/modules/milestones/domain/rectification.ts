import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DayColumn, InstantColumn, type Id } from '#libs/database';
import type { Sentence } from '#libs/errors';
import type { Rulebook, Sanction } from '#modules/calls';

export type RectificationId = Id<'rectification'>;
export const RECTIFICATION_STATUSES = ['ordered', 'answered', 'returned', 'accepted'] as const;
export type RectificationStatus = (typeof RECTIFICATION_STATUSES)[number];

/** An order to mend a project by a day (限期整改): what, by when, what follows otherwise, what the grantee did, and who found it mended (domain.md 4.6). */
@Entity('rectification')
export class Rectification {
  @PrimaryColumn('uuid') id: RectificationId;
  @Column('uuid', { name: 'project_id' }) projectId: string;
  @Column('text', { name: 'node_path' }) nodePath: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  /** The failed evaluation that it follows; null where an officer ordered it. */
  @Column('text', { name: 'evaluation_key', nullable: true }) evaluationKey: string | null;
  @Column('text') demand: string;
  @DayColumn({ name: 'due_on' }) dueOn: string;
  /** In the words of the rules that held on the day of the order. */
  @Column('jsonb') otherwise: Sentence[];
  @Column('text') status: RectificationStatus;
  @Column('uuid', { name: 'ordered_by' }) orderedBy: string;
  @InstantColumn({ name: 'ordered_at' }) orderedAt: Date;
  @Column('text', { nullable: true }) answer: string | null;
  @Column('uuid', { array: true }) evidence: string[];
  @Column('uuid', { name: 'answered_by', nullable: true }) answeredBy: string | null;
  @InstantColumn({ name: 'answered_at', nullable: true }) answeredAt: Date | null;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @InstantColumn({ name: 'decided_at', nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('int') version: number;
}

const TRIGGERS: readonly Sanction['trigger'][] = ['breach', 'off_target'];

/** What the rules say happens to a project that is not mended: what its failed evaluation brings, and what a breach of the contract brings. */
export function otherwiseOf({ sanctions }: Pick<Rulebook, 'sanctions'>, evaluated: boolean): Sentence[] {
  const wanted: readonly string[] = evaluated ? ['midterm_failed', ...TRIGGERS] : TRIGGERS;
  return sanctions.filter(({ trigger }) => wanted.includes(trigger)).map(({ text }) => text);
}
