import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, type Id } from '#libs/database';
import type { Sentence } from '#libs/errors';

export type ReportId = Id<'report'>;
export const REPORT_FORMATS = ['pdf', 'xlsx'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];
export const REPORT_KINDS = ['round_report'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];
export type ReportStatus = 'asked' | 'making' | 'ready' | 'failed';

/** A report that somebody asked for, while it is made and afterwards. The file is a document. */
@Entity('report')
export class Report {
  @PrimaryColumn('uuid') id: ReportId;
  @Column('uuid', { name: 'call_id' }) callId: string;
  @Column('text', { name: 'node_path' }) nodePath: string;
  @Column('text') kind: ReportKind;
  @Column('text') format: ReportFormat;
  @Column('text') status: ReportStatus;
  /** How often it was asked for: every asking is one job. */
  @Column('int') attempt: number;
  /** Percent. */
  @Column('int') progress: number;
  /** What is being done, in words. */
  @Column('jsonb') step: Sentence;
  @Column('uuid', { name: 'asked_by' }) askedBy: string;
  @InstantColumn({ name: 'asked_at' }) askedAt: Date;
  @InstantColumn({ name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column('uuid', { name: 'document_id', nullable: true }) documentId: string | null;
  /** SHA-256 of the file. */
  @Column('text', { nullable: true }) sha256: string | null;
  /** Why it could not be made. */
  @Column('jsonb', { nullable: true }) failure: Sentence | null;
  @Column('int') version: number;
}
