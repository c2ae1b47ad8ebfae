import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, type Id } from '#libs/database';

export type DocumentId = Id<'document'>;

/** `staff`: those at the place; `organisation`: they and the members of the organisation; `public`: everybody. */
export const AUDIENCES = ['staff', 'organisation', 'public'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** The thing a document belongs to, such as an application. */
export interface Owner {
  readonly kind: string;
  readonly id: string;
}

/** Who may read it besides whoever handed it in. */
export interface Readers {
  readonly audience: Audience;
  readonly nodePath?: string;
  readonly organisationId?: string;
}

/** A file that was handed in or generated: its bytes lie under their hash and never change. */
@Entity('document')
export class Document {
  @PrimaryColumn('uuid') id: DocumentId;
  /** Safe to show and to offer for download. */
  @Column('text') name: string;
  @Column('text', { name: 'media_type' }) mediaType: string;
  @Column('int') bytes: number;
  /** SHA-256 of the bytes, lower-case hex. */
  @Column('text') sha256: string;
  /** Null until it is attached to what it was handed in for. */
  @Column('text', { name: 'owner_kind', nullable: true }) ownerKind: string | null;
  @Column('text', { name: 'owner_id', nullable: true }) ownerId: string | null;
  @Column('text', { name: 'node_path', nullable: true }) nodePath: string | null;
  @Column('uuid', { name: 'organisation_id', nullable: true }) organisationId: string | null;
  @Column('text') audience: Audience;
  @Column('uuid', { name: 'made_by' }) madeBy: string;
  @InstantColumn({ name: 'made_at' }) madeAt: Date;

  belongsTo(owner: Owner): boolean {
    return this.ownerKind === owner.kind && this.ownerId === owner.id;
  }

  give(owner: Owner, readers: Readers): void {
    Object.assign(this, {
      ownerKind: owner.kind, ownerId: owner.id, audience: readers.audience,
      nodePath: readers.nodePath ?? null, organisationId: readers.organisationId ?? null,
    });
  }
}
