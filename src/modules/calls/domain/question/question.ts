import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, type Id } from '#libs/database';
import type { Language } from '#libs/errors';
import type { CallId } from '../call.js';

export type QuestionId = Id<'call_question'>;
export type QuestionStatus = 'waiting' | 'answered' | 'set_aside';

/** A question about a call (公开答疑). Its answer is for everybody; who asked is told to nobody but the officers. */
@Entity('call_question')
export class CallQuestion {
  @PrimaryColumn('uuid') id: QuestionId;
  @Column('uuid', { name: 'call_id' }) callId: CallId;
  /** As it was put; null for a clarification that an officer gives unasked. */
  @Column('text', { nullable: true }) asked: string | null;
  @Column('uuid', { name: 'asked_by', nullable: true }) askedBy: string | null;
  /** Of somebody who was not signed in. */
  @Column('text', { name: 'asker_email', nullable: true }) askerEmail: string | null;
  @Column('text', { name: 'asker_language' }) askerLanguage: Language;
  @InstantColumn({ name: 'asked_at' }) askedAt: Date;
  @Column('text') status: QuestionStatus;
  /** The question in the words that are published, without anything that tells who asked. */
  @Column('text', { nullable: true }) told: string | null;
  /** For everybody; of a question that was set aside: why, for the asker alone. */
  @Column('text', { nullable: true }) answer: string | null;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @InstantColumn({ name: 'decided_at', nullable: true }) decidedAt: Date | null;
}
