import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DayColumn, FenColumn, InstantColumn, type Id } from '#libs/database';
import type { EvidenceKind } from '#modules/calls';
import type { Reach } from '#modules/projects';

export type MilestoneId = Id<'milestone'>;
export const MILESTONE_STATUSES = ['planned', 'submitted', 'returned', 'accepted'] as const;
export type MilestoneStatus = (typeof MILESTONE_STATUSES)[number];

/** Money spent, by cost category; amounts in fen. */
export interface SpendLine {
  readonly category: string;
  readonly amountFen: number;
}

/** What a grantee reports: words, files by kind of evidence, and what was spent. */
export interface Report {
  readonly narrative: string;
  readonly evidence: Readonly<Partial<Record<EvidenceKind, readonly string[]>>>;
  readonly spending: readonly SpendLine[];
  /** Reached since the project's beginning; absent in reports that say nothing about it. */
  readonly reached?: Reach;
}

/** Something that a project owes by a day: a plan, a monthly table, a report. */
@Entity('milestone')
export class Milestone {
  @PrimaryColumn('uuid') id: MilestoneId;
  @Column('uuid', { name: 'project_id' }) projectId: string;
  @Column('uuid', { name: 'call_id' }) callId: string;
  @Column('text', { name: 'node_path' }) nodePath: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  /** Key in the rulebook; monthly ones are many under one key. */
  @Column('text') key: string;
  @Column('int') ordinal: number;
  @Column('jsonb') title: { zh: string; en: string };
  @Column('text') status: MilestoneStatus;
  @DayColumn({ name: 'due_on' }) dueOn: string;
  @Column('text', { name: 'accepted_by' }) acceptedBy: 'operator' | 'funder' | 'evaluator';
  @Column('text', { name: 'evidence_kinds', array: true }) evidenceKinds: EvidenceKind[];
  @Column('jsonb') report: Report;
  @FenColumn({ name: 'spent_fen' }) spentFen: number;
  @InstantColumn({ name: 'submitted_at', nullable: true }) submittedAt: Date | null;
  @InstantColumn({ name: 'decided_at', nullable: true }) decidedAt: Date | null;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @Column('text', { nullable: true }) reason: string | null;
  /** When an officer or evaluator last asked for it, once it was late. */
  @InstantColumn({ name: 'reminded_at', nullable: true }) remindedAt: Date | null;
  @Column('int') version: number;
}

/** The scored evaluation of a project by one grid. Recorded once. */
@Entity('evaluation')
export class Evaluation {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'project_id' }) projectId: string;
  @Column('text') key: string;
  @Column('jsonb') scores: object;
  /** Decimal string. */
  @Column('text') score: string;
  @Column('text', { name: 'grade_key' }) gradeKey: string;
  @Column('boolean') passed: boolean;
  @Column('text') opinion: string;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: string;
  @InstantColumn({ name: 'recorded_at' }) recordedAt: Date;
}
