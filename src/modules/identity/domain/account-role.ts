import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, type Id } from '#libs/database';
import type { AccountId } from './account.js';
import type { NodeId } from './organiser-node.js';
import type { Role } from './roles.js';

export type AccountRoleId = Id<'account-role'>;

/** A role in somebody's hand. Never deleted: who could do what, and when, must stay answerable. */
@Entity('account_role')
export class AccountRole {
  @PrimaryColumn('uuid') id: AccountRoleId;
  @Column('uuid', { name: 'account_id' }) accountId: AccountId;
  @Column('text') role: Role;
  @Column('uuid', { name: 'node_id', nullable: true }) nodeId: NodeId | null;
  @Column('uuid', { name: 'subject_id', nullable: true }) subjectId: string | null;
  @InstantColumn({ name: 'granted_at' }) grantedAt: Date;
  @InstantColumn({ name: 'revoked_at', nullable: true }) revokedAt: Date | null;
  /** Who took it away; unknown for roles that ended before this was kept. */
  @Column('uuid', { name: 'revoked_by', nullable: true }) revokedBy: string | null;
}
