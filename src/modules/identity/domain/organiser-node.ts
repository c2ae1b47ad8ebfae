import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, type Id } from '#libs/database';

export type NodeId = Id<'organiser-node'>;
export const NODE_KINDS = ['province', 'city', 'district', 'town', 'village'] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

/** A women's federation in the tree of organisers; a role held here covers everything below. */
@Entity('organiser_node')
export class OrganiserNode {
  @PrimaryColumn('uuid') id: NodeId;
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId: NodeId | null;
  /** Codes from the root down, each closed by a dot: `js.yz.gl.`. */
  @Column('text') path: string;
  @Column('text') kind: NodeKind;
  @Column('text') name: string;
  @InstantColumn({ name: 'created_at' }) createdAt: Date;
}

/** A child is of a lower kind than its parent: a district may lie below a city, never above or beside one. */
export const isBelow = (kind: NodeKind, parent: NodeKind): boolean => NODE_KINDS.indexOf(kind) > NODE_KINDS.indexOf(parent);
