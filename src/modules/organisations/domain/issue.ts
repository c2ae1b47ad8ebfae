import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '#libs/database';
import { say, type Sentence } from '#libs/errors';
import type { OrganisationId } from './organisation.js';

export const ISSUE_KINDS = ['complaint', 'audit', 'breach', 'media', 'other'] as const;
export type IssueKind = (typeof ISSUE_KINDS)[number];

export const ISSUE_NAMES: Readonly<Record<IssueKind, Sentence>> = {
  complaint: say('投诉举报', 'Complaint'), audit: say('审计发现', 'Audit finding'), breach: say('违约', 'Breach of contract'),
  media: say('舆情', 'Press report'), other: say('其他', 'Other'),
};

/** Something about an organisation that a person should know of, until somebody says with a reason that it is settled. */
@Entity('organisation_issue')
export class Issue {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: OrganisationId;
  @Column('text') kind: IssueKind;
  @Column('text') reason: string;
  @Column('uuid', { name: 'raised_by' }) raisedBy: string;
  @InstantColumn({ name: 'raised_at' }) raisedAt: Date;
  @Column('text', { nullable: true }) resolution: string | null;
  @Column('uuid', { name: 'resolved_by', nullable: true }) resolvedBy: string | null;
  @InstantColumn({ name: 'resolved_at', nullable: true }) resolvedAt: Date | null;
}
