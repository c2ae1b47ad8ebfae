import { Column, Entity, PrimaryColumn } from 'typeorm';
import { FenColumn, InstantColumn } from '#libs/database';

export const PROJECT_STATUSES = ['opened', 'contracted', 'running', 'rectifying', 'evaluating', 'settled', 'archived', 'suspended', 'terminated'] as const;
export type ProjectStatus = (typeof PROJECT_STATUSES)[number];
export const SUSPENDABLE = ['opened', 'contracted', 'running', 'rectifying', 'evaluating'] as const;
export type SuspendableStatus = (typeof SUSPENDABLE)[number];

/** The signed contract: its hash, and days in Asia/Shanghai. */
export interface ProjectContract {
  readonly contractId: string;
  readonly sha256: string;
  readonly signedOn: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** What an accepted award becomes. Amounts in fen. */
@Entity('project')
export class Project {
  @PrimaryColumn('uuid') id: string;
  @Column('text') number: string;
  @Column('uuid', { name: 'call_id' }) callId: string;
  @Column('text', { name: 'node_path' }) nodePath: string;
  @Column('uuid', { name: 'application_id' }) applicationId: string;
  @Column('uuid', { name: 'award_id' }) awardId: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  @Column('text', { name: 'organisation_name' }) organisationName: string;
  @Column('text') name: string;
  @Column('text', { name: 'category_key' }) categoryKey: string;
  @FenColumn({ name: 'awarded_fen' }) awardedFen: number;
  @FenColumn({ name: 'total_fen' }) totalFen: number;
  @Column('jsonb') budget: readonly { category: string; item: string; source: string; amountFen: number }[];
  @Column('text') status: ProjectStatus;
  @Column('text', { name: 'suspended_from', nullable: true }) suspendedFrom: SuspendableStatus | null;
  @Column('text', { name: 'stopped_reason', nullable: true }) stoppedReason: string | null;
  @Column('jsonb', { nullable: true }) contract: ProjectContract | null;
  @InstantColumn({ name: 'opened_at' }) openedAt: Date;
  @InstantColumn({ name: 'publicity_ended_at', nullable: true }) publicityEndedAt: Date | null;
  @Column('int') version: number;
}
