import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, type Id } from '#libs/database';
import type { Language } from '#libs/errors';

export type AccountId = Id<'account'>;
export type AccountStatus = 'invited' | 'unconfirmed' | 'active' | 'disabled' | 'guest';

/** A person who can sign in, or will be able to; a guest is on record alone. */
@Entity('account')
export class Account {
  @PrimaryColumn('uuid') id: AccountId;
  /** Lower case; two spellings of one address are one account. */
  @Column('text') email: string;
  @Column('text') name: string;
  /** By which names that look the same are found; the store writes it with the name. */
  @Column('text', { name: 'name_look', nullable: true }) nameLook: string | null;
  @Column('text') language: Language;
  @Column('text') status: AccountStatus;
  /** Argon2id in PHC form; absent until the person has chosen a password. */
  @Column('text', { name: 'password_hash', nullable: true }) passwordHash: string | null;
  @InstantColumn({ name: 'created_at' }) createdAt: Date;
  @Column('int') version: number;
}

/** A guest has no address: names below `.invalid` reach nobody (RFC 2606). */
export const guestAddress = (id: AccountId): string => `${id}@guest.invalid`;

/** One spelling for comparing addresses. */
export const normalEmail = (email: string): string => email.trim().normalize('NFC').toLowerCase();
