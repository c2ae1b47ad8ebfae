import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DayColumn, FenColumn, InstantColumn, type Id } from '#libs/database';
import type { ContractParty } from '#modules/calls';

export type ContractId = Id<'contract'>;
export type ContractStatus = 'issued' | 'signed' | 'declined' | 'superseded';

/** One version of a funding contract (资助协议), frozen when issued: its text is the PDF under the hash. */
@Entity('contract')
export class Contract {
  @PrimaryColumn('uuid') id: ContractId;
  @Column('uuid', { name: 'project_id' }) projectId: string;
  @Column('uuid', { name: 'call_id' }) callId: string;
  @Column('text', { name: 'node_path' }) nodePath: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  /** From one for each project. */
  @Column('int') ordinal: number;
  @Column('text') number: string;
  @Column('text') status: ContractStatus;
  @FenColumn({ name: 'amount_fen' }) amountFen: number;
  @DayColumn({ name: 'starts_on' }) startsOn: string;
  @DayColumn({ name: 'ends_on' }) endsOn: string;
  @Column('jsonb') parties: ContractParty[];
  @Column('uuid', { name: 'document_id' }) documentId: string;
  @Column('text') sha256: string;
  /** The last day for signing, by the rulebook's term. */
  @DayColumn({ name: 'due_on' }) dueOn: string;
  @Column('uuid', { name: 'issued_by' }) issuedBy: string;
  @InstantColumn({ name: 'issued_at' }) issuedAt: Date;
  @InstantColumn({ name: 'signed_at', nullable: true }) signedAt: Date | null;
  @Column('text', { nullable: true }) reason: string | null;
}

/** That one party has accepted this very text. Rows are only added. */
@Entity('contract_acceptance')
export class Acceptance {
  @PrimaryColumn('uuid', { name: 'contract_id' }) contractId: ContractId;
  @PrimaryColumn('text', { name: 'party_key' }) partyKey: string;
  @Column('text') signatory: string;
  @Column('uuid', { name: 'accepted_by' }) acceptedBy: string;
  /** For a party without an account: the signed page. */
  @Column('uuid', { name: 'evidence_id', nullable: true }) evidenceId: string | null;
  @InstantColumn({ name: 'accepted_at' }) acceptedAt: Date;
}
