import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '#libs/database';
import type { ApplicationId, CheckVerdict } from '../application.js';

/** What one of several screeners found on a rule, for herself. */
@Entity('application_opinion')
export class Opinion {
  @PrimaryColumn('uuid', { name: 'application_id' }) applicationId: ApplicationId;
  @PrimaryColumn('text', { name: 'rule_id' }) ruleId: string;
  @PrimaryColumn('uuid', { name: 'screener_id' }) screenerId: string;
  @Column('text') verdict: CheckVerdict;
  @Column('text', { nullable: true }) note: string | null;
  @InstantColumn({ name: 'given_at' }) givenAt: Date;
}

/** Something that the screener needs beside the application; what was submitted stays as it is. */
@Entity('application_supplement')
export class Supplement {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'application_id' }) applicationId: ApplicationId;
  @Column('text') request: string;
  @Column('uuid', { name: 'asked_by' }) askedBy: string;
  @InstantColumn({ name: 'asked_at' }) askedAt: Date;
  @InstantColumn({ name: 'due_at' }) dueAt: Date;
  @Column('text', { nullable: true }) answer: string | null;
  @Column('uuid', { name: 'document_ids', array: true }) documentIds: string[];
  @Column('uuid', { name: 'answered_by', nullable: true }) answeredBy: string | null;
  @InstantColumn({ name: 'answered_at', nullable: true }) answeredAt: Date | null;
  @InstantColumn({ name: 'withdrawn_at', nullable: true }) withdrawnAt: Date | null;

  /** When the wait was over: answered, taken back, or its own time run out. Null while it goes on. */
  endedBy(now: Date): Date | null {
    return this.answeredAt ?? this.withdrawnAt ?? (now > this.dueAt ? this.dueAt : null);
  }

  isAwaited(now: Date): boolean {
    return this.endedBy(now) === null;
  }
}

/** An objection of the applicant to its refusal, decided by somebody who did not refuse it. */
@Entity('application_appeal')
export class Appeal {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'application_id' }) applicationId: ApplicationId;
  @Column('text') status: 'lodged' | 'upheld' | 'dismissed';
  @Column('text') grounds: string;
  @Column('uuid', { name: 'document_ids', array: true }) documentIds: string[];
  @Column('uuid', { name: 'lodged_by' }) lodgedBy: string;
  @InstantColumn({ name: 'lodged_at' }) lodgedAt: Date;
  @Column('uuid', { name: 'refused_by' }) refusedBy: string;
  @Column('text', { nullable: true }) decision: string | null;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @InstantColumn({ name: 'decided_at', nullable: true }) decidedAt: Date | null;
}
