import { Column, Entity, PrimaryColumn } from 'typeorm';
import { FenColumn, InstantColumn } from '#libs/database';
import type { Award as Placing, Reason, Seat } from './allocation/allocation.js';
import type { AllocationRule, Candidate } from './allocation/allocation-rule.js';

export type AwardStatus = 'proposed' | 'in_publicity' | 'confirmed' | 'accepted' | 'declined' | 'withdrawn' | 'reserve';

/** What one application won, or its place on the reserve list. */
@Entity('award')
export class Award {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'call_id' }) callId: string;
  @Column('uuid', { name: 'application_id' }) applicationId: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  @Column('text', { name: 'node_path' }) nodePath: string;
  @Column('text', { name: 'category_key' }) categoryKey: string;
  @Column('int', { nullable: true }) rank: number | null;
  @Column('text') status: AwardStatus;
  /** Zero while it waits on the reserve list. */
  @FenColumn({ name: 'amount_fen' }) amountFen: number;
  @Column('jsonb', { nullable: true }) seat: Seat | null;
  /** On the reserve list, from one. */
  @Column('int', { nullable: true }) place: number | null;
  @Column('jsonb') reason: Reason;
  @Column('uuid', { name: 'notice_id', nullable: true }) noticeId: string | null;
  @InstantColumn({ name: 'publicity_ended_at', nullable: true }) publicityEndedAt: Date | null;
  /** The last instant in which the winner may say yes or no. */
  @InstantColumn({ name: 'answer_until', nullable: true }) answerUntil: Date | null;
  @InstantColumn({ name: 'answered_at', nullable: true }) answeredAt: Date | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('int') version: number;

  /** Whether its money counts against the pool. */
  get holdsMoney(): boolean {
    return HOLDING.includes(this.status);
  }

  /** Whether the public still has its say, or is yet to be asked. */
  get underNotice(): boolean {
    return this.status === 'proposed' || this.status === 'in_publicity';
  }

  /** Whether the rulebook answered in the winner's place when the term was over. */
  get silent(): boolean {
    return this.answeredAt !== null && this.answeredAt.getTime() === this.answerUntil?.getTime();
  }

  /** As the allocation engine knows it. */
  placing(): Placing {
    const { applicationId, organisationId, rank, amountFen, reason } = this;
    return {
      applicationId, organisationId, category: this.categoryKey, rank, amountFen: amountFen as Placing['amountFen'], reason,
      seat: this.seat ?? { kind: 'open' }, partial: reason.code === 'award.partial',
    };
  }
}

export const HOLDING: readonly AwardStatus[] = ['proposed', 'in_publicity', 'confirmed', 'accepted'];

/** The decision of a round: by which ranking and rule it was made. */
@Entity('award_round')
export class AwardRound {
  @PrimaryColumn('uuid', { name: 'call_id' }) callId: string;
  @Column('text', { name: 'node_path' }) nodePath: string;
  @Column('uuid', { name: 'ranking_id' }) rankingId: string;
  @Column('text', { name: 'manifest_hash' }) manifestHash: string;
  @Column('int', { name: 'rulebook_version' }) rulebookVersion: number;
  @FenColumn({ name: 'pool_fen' }) poolFen: number;
  @Column('jsonb') rule: AllocationRule;
  @Column('jsonb') candidates: Candidate[];
  @Column('uuid', { name: 'decided_by' }) decidedBy: string;
  @InstantColumn({ name: 'decided_at' }) decidedAt: Date;
}

/** What the committee settled by hand, by whom and why. Rows are only added; of several the last holds. */
@Entity('award_act')
export class AwardAct {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'call_id' }) callId: string;
  @Column('text') kind: 'amount' | 'tie';
  /** For a tie: the equals in the order that the committee gives them. */
  @Column('uuid', { name: 'application_ids', array: true }) applicationIds: string[];
  @FenColumn({ name: 'amount_fen', nullable: true }) amountFen: number | null;
  @Column('text') reason: string;
  @Column('uuid', { name: 'actor_id' }) actorId: string;
  @InstantColumn() at: Date;
}
