import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, type Id } from '#libs/database';
import type { Sentence } from '#libs/errors';
import type { CallStatus, SuspendableStatus } from './call-status.js';
import type { ProgrammeId } from './programme.js';

export type CallId = Id<'call'>;

/** One round of a programme (批次), with one call for proposals. What differs from other rounds is in its rulebook. */
@Entity('call')
export class Call {
  @PrimaryColumn('uuid') id: CallId;
  @Column('uuid', { name: 'programme_id' }) programmeId: ProgrammeId;
  /** The call whose open slots this supplementary call (补充征集) fills. */
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId: CallId | null;
  /** The call whose rules this one was begun with; nothing else follows from it. */
  @Column('uuid', { name: 'copied_from_id', nullable: true }) copiedFromId: CallId | null;
  @Column('text', { name: 'node_path' }) nodePath: string;
  @Column('text') number: string;
  @Column('jsonb') title: Sentence;
  @Column('text') status: CallStatus;
  /** While suspended: where it goes on. */
  @Column('text', { name: 'suspended_from', nullable: true }) suspendedFrom: SuspendableStatus | null;
  /** Why it is suspended or cancelled; shown to everybody. */
  @Column('text', { nullable: true }) reason: string | null;
  @Column('int', { name: 'rulebook_version' }) rulebookVersion: number;
  @InstantColumn({ name: 'opens_at', nullable: true }) opensAt: Date | null;
  @InstantColumn({ name: 'closes_at', nullable: true }) closesAt: Date | null;
  /** So long after `closesAt` a submission is still taken; never advertised. */
  @Column('int', { name: 'grace_seconds' }) graceSeconds: number;
  @Column('text', { name: 'category_keys', array: true }) categoryKeys: string[];
  /** `invited`: in no list, readable by whoever has the address. */
  @Column('text') visibility: 'public' | 'invited';
  @InstantColumn({ name: 'published_at', nullable: true }) publishedAt: Date | null;
  @Column('uuid', { name: 'created_by' }) createdBy: string;
  @InstantColumn({ name: 'created_at' }) createdAt: Date;
  @Column('int') version: number;

  /** The instant after which nothing more is taken. */
  get lastMoment(): Date | null {
    return this.closesAt && new Date(this.closesAt.getTime() + this.graceSeconds * 1000);
  }
}

/** One version of a call's rulebook. Rows are only added. */
@Entity('call_rulebook')
export class CallRulebook {
  @PrimaryColumn('uuid', { name: 'call_id' }) callId: CallId;
  @PrimaryColumn('int') version: number;
  /** While drafting any JSON object; from publication on it has been validated. */
  @Column('json') rulebook: object;
  @Column('text') hash: string;
  @Column('text', { nullable: true }) reason: string | null;
  /** An addendum (补充通知): it changed what applicants could already read. */
  @Column('boolean', { name: 'after_publication' }) afterPublication: boolean;
  @Column('uuid', { name: 'made_by' }) madeBy: string;
  @InstantColumn({ name: 'made_at' }) madeAt: Date;
}

/** One move that a call made. Rows are only added. */
@Entity('call_history')
export class CallHistory {
  @PrimaryColumn('uuid', { name: 'call_id' }) callId: CallId;
  /** Version of the call after the move; it rises with every one. */
  @PrimaryColumn('int') step: number;
  @Column('text') move: string;
  @Column('text', { name: 'from_status' }) fromStatus: CallStatus;
  @Column('text', { name: 'to_status' }) toStatus: CallStatus;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('int', { name: 'rulebook_version' }) rulebookVersion: number;
  @Column('uuid', { name: 'actor_id' }) actorId: string;
  @InstantColumn() at: Date;
}
