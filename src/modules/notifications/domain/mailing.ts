import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, type Id } from '#libs/database';
import type { Sentence } from '#libs/errors';
import type { ToBeTold } from '#modules/identity';

export type MailingId = Id<'mailing'>;
export type MailingStatus = 'waiting' | 'sent' | 'dropped';

/** A letter of a mailing, with the people it goes to: they do not change between the dry run and the sending. */
export interface MailingLetter extends ToBeTold {
  readonly to: { readonly accountIds: readonly string[] };
}

/** Letters to many that one person prepared. Nothing of it goes out before a second person has confirmed it. */
@Entity('mailing')
export class PreparedMailing {
  @PrimaryColumn('uuid') id: MailingId;
  @Column('text') key: string;
  @Column('text', { name: 'node_path' }) nodePath: string;
  @Column('jsonb') about: Sentence;
  @Column('jsonb') letters: MailingLetter[];
  /** How many people it goes to. */
  @Column('int') people: number;
  @Column('text') status: MailingStatus;
  @Column('uuid', { name: 'prepared_by' }) preparedBy: string;
  @InstantColumn({ name: 'prepared_at' }) preparedAt: Date;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @InstantColumn({ name: 'decided_at', nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) note: string | null;
}
