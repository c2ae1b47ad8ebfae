import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, type Id } from '#libs/database';

export type DocumentId = Id<'document'>;

/**
 * `staff`: those at the place; `organisation`: they and the members of the organisation; `public`: everybody; `held`: nobody but whoever
 * handed it in, and otherwise only through the module that holds it.
 */
export const AUDIENCES = ['staff', 'organisation', 'public', 'held'] as const;
export type Audience = (typeof AUDIENCES)[number];

/**
 * `trusted`: made by the platform. `quarantined`: handed in and not scanned yet. `clean`, `infected`: what the scanner found.
 * `unscanned`: handed in while no scanner was configured.
 */
export const SCAN_STATES = ['trusted', 'quarantined', 'clean', 'infected', 'unscanned'] as const;
export type ScanState = (typeof SCAN_STATES)[number];

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
  @Column('text') scan: ScanState;
  /** The scanner's name for what it found. */
  @Column('text', { nullable: true }) finding: string | null;
  @InstantColumn({ name: 'scanned_at', nullable: true }) scannedAt: Date | null;
  /** The member of staff who lets it be opened although nobody has scanned it. */
  @Column('uuid', { name: 'released_by', nullable: true }) releasedBy: string | null;
  @InstantColumn({ name: 'released_at', nullable: true }) releasedAt: Date | null;
  @Column('text', { name: 'release_reason', nullable: true }) releaseReason: string | null;

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
