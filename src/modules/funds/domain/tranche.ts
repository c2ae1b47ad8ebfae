import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DayColumn, FenColumn, InstantColumn, type Id } from '#libs/database';
import type { Sentence } from '#libs/errors';
import type { TrancheCondition } from '#modules/calls';
import type { DocumentKind } from './tranche-facts.js';

export type TrancheId = Id<'tranche'>;
export const TRANCHE_STATUSES = ['planned', 'requested', 'prepared', 'approved', 'paid', 'acknowledged', 'cancelled'] as const;
export type TrancheStatus = (typeof TRANCHE_STATUSES)[number];
/** Nothing more is paid on it. */
export const CLOSED: readonly TrancheStatus[] = ['paid', 'acknowledged', 'cancelled'];

/** A document that was handed in for a payment: an invoice, a receipt. */
export interface Voucher {
  readonly kind: DocumentKind;
  readonly documentId: string;
  readonly amountFen: number;
}

/** One payment of a project's grant (拨款). Amounts in fen. */
@Entity('tranche')
export class Tranche {
  @PrimaryColumn('uuid') id: TrancheId;
  @Column('uuid', { name: 'project_id' }) projectId: string;
  @Column('uuid', { name: 'call_id' }) callId: string;
  @Column('text', { name: 'node_path' }) nodePath: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  @Column('text') key: string;
  @Column('int') number: number;
  @Column('jsonb') title: Sentence;
  @FenColumn({ name: 'amount_fen' }) amountFen: number;
  /** The last one may be settled at actual cost; then the amount is its ceiling. */
  @Column('boolean', { name: 'at_actual' }) atActual: boolean;
  @Column('jsonb') conditions: TrancheCondition[];
  @Column('text') status: TrancheStatus;
  @Column('jsonb') vouchers: Voucher[];
  @Column('uuid', { name: 'requested_by', nullable: true }) requestedBy: string | null;
  @InstantColumn({ name: 'requested_at', nullable: true }) requestedAt: Date | null;
  @Column('uuid', { name: 'prepared_by', nullable: true }) preparedBy: string | null;
  @InstantColumn({ name: 'prepared_at', nullable: true }) preparedAt: Date | null;
  /** What is to be paid; fixed when it is prepared. */
  @FenColumn({ name: 'pay_fen', nullable: true }) payFen: number | null;
  /** The verified account of the organisation at that moment. */
  @Column('uuid', { name: 'account_id', nullable: true }) accountId: string | null;
  @Column('uuid', { name: 'approved_by', nullable: true }) approvedBy: string | null;
  @InstantColumn({ name: 'approved_at', nullable: true }) approvedAt: Date | null;
  /** What the bank calls the transfer: one transfer pays one tranche. */
  @Column('text', { name: 'bank_reference', nullable: true }) bankReference: string | null;
  @DayColumn({ name: 'paid_on', nullable: true }) paidOn: string | null;
  @Column('uuid', { name: 'paid_by', nullable: true }) paidBy: string | null;
  @InstantColumn({ name: 'acknowledged_at', nullable: true }) acknowledgedAt: Date | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('int') version: number;
}

/** Money that came in for a round, believed once a second person has seen it. */
@Entity('fund_deposit')
export class Deposit {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'call_id' }) callId: string;
  @Column('text', { name: 'node_path' }) nodePath: string;
  @FenColumn({ name: 'amount_fen' }) amountFen: number;
  @Column('text') reference: string;
  @Column('text') memo: string;
  @Column('text') status: 'proposed' | 'approved' | 'refused';
  @Column('uuid', { name: 'proposed_by' }) proposedBy: string;
  @InstantColumn({ name: 'proposed_at' }) proposedAt: Date;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @InstantColumn({ name: 'decided_at', nullable: true }) decidedAt: Date | null;
}
