import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, type Id } from '#libs/database';
import type { Sentence } from '#libs/errors';

export type NotificationId = Id<'notification'>;

/** Something that one person is told, in her inbox. */
@Entity('notification')
export class Notification {
  @PrimaryColumn('uuid') id: NotificationId;
  @Column('uuid', { name: 'account_id' }) accountId: string;
  /** What it is about, such as `application-returned`. */
  @Column('text') kind: string;
  /** Both languages, with the facts in place. */
  @Column('jsonb') title: Sentence;
  @Column('jsonb') body: Sentence;
  @Column('text', { nullable: true }) link: string | null;
  /** Telling one person twice with one key tells her once. */
  @Column('text') key: string;
  @InstantColumn({ name: 'created_at' }) createdAt: Date;
  @InstantColumn({ name: 'read_at', nullable: true }) readAt: Date | null;
}
