import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, type Id } from '#libs/database';
import { hashOf } from '#modules/identity';
import type { Entries } from '../check-sheet.js';

export type SlotId = Id<'review_slot'>;

/** waiting: not opened yet; reading: declared, not handed in; aside: a conflict was declared. */
export type SlotStanding = 'waiting' | 'reading' | 'handed_in' | 'aside' | 'expired' | 'revoked';

/**
 * The right to review one application once, held by whoever holds the link and the code. One person opens it and is told the link, another
 * gives the code: neither of the two can review with it alone. Of the reviewer nothing is known.
 */
@Entity('review_slot')
export class ReviewSlot {
  @PrimaryColumn('uuid') id: SlotId;
  @Column('uuid', { name: 'call_id' }) callId: string;
  @Column('text', { name: 'stage_key' }) stageKey: string;
  @Column('text', { name: 'bloc_key' }) blocKey: string;
  @Column('uuid', { name: 'application_id' }) applicationId: string;
  /** Under which its sheet is published: 匿名1. */
  @Column('text') alias: string;
  /** SHA-256 of the token; the token itself is shown once and never kept. */
  @Column('text', { name: 'token_hash' }) tokenHash: string;
  @InstantColumn() until: Date;
  @Column('uuid', { name: 'opened_by' }) openedBy: string;
  @InstantColumn({ name: 'opened_at' }) openedAt: Date;
  @Column('uuid', { name: 'revoked_by', nullable: true }) revokedBy: string | null;
  @InstantColumn({ name: 'revoked_at', nullable: true }) revokedAt: Date | null;
  @Column('text', { name: 'revoked_why', nullable: true }) revokedWhy: string | null;
  @Column('text', { nullable: true }) verdict: 'none' | 'has' | null;
  /** SHA-256 of the code; null until a second person has given one. */
  @Column('text', { name: 'code_hash', nullable: true }) codeHash: string | null;
  @Column('uuid', { name: 'code_given_by', nullable: true }) codeGivenBy: string | null;
  @InstantColumn({ name: 'code_given_at', nullable: true }) codeGivenAt: Date | null;

  /** Whether its link still opens something. */
  isUsable(now: Date): boolean {
    return this.revokedAt === null && now < this.until;
  }

  standing(sheet: SlotSheet | null, now: Date): SlotStanding {
    if (this.verdict === 'has') return 'aside';
    if (sheet?.status === 'submitted') return 'handed_in';
    if (this.revokedAt !== null) return 'revoked';
    if (now >= this.until) return 'expired';
    return this.verdict === null ? 'waiting' : 'reading';
  }
}

/** The one sheet of a slot. */
@Entity('slot_sheet')
export class SlotSheet {
  @PrimaryColumn('uuid', { name: 'slot_id' }) slotId: SlotId;
  @Column('text') status: 'draft' | 'submitted' | 'void';
  @Column('jsonb') entries: Entries;
  @Column('text') comment: string;
  @Column('smallint', { nullable: true }) confidence: number | null;
  @Column('int') version: number;
  @InstantColumn({ name: 'saved_at' }) savedAt: Date;
  @InstantColumn({ name: 'submitted_at', nullable: true }) submittedAt: Date | null;
  @Column('text', { nullable: true }) commitment: string | null;
  /** What opens the commitment. */
  @Column('text', { nullable: true }) salt: string | null;
}

/** What is kept of the token of a link. */
export const hashOfToken = (token: string): string => hashOf(token).toString('hex');
