import { DayText, FenAmount, Identifier, ListOf, ListQuery, OneOf, Text } from '#libs/http';
import type { DocumentKind } from '../domain/tranche-facts.js';
import { TRANCHE_STATUSES, type TrancheStatus, type Voucher } from '../domain/tranche.js';

export class DepositBody {
  @FenAmount({ min: 1 }) amountFen: number;
  @Text({ max: 64, description: '银行流水号 what the bank calls it' }) reference: string;
  @Text({ max: 200 }) memo: string;
}

export class DecideDepositBody {
  @OneOf(['approve', 'refuse']) move: 'approve' | 'refuse';
}

export class VoucherBody implements Voucher {
  @OneOf(['invoice', 'receipt', 'payment_request', 'audit_report', 'ledger']) kind: DocumentKind;
  @Identifier() documentId: string;
  @FenAmount() amountFen: number;
}

export class RequestBody {
  @ListOf(() => VoucherBody, { max: 20 }) vouchers: VoucherBody[];
}

export class RefuseBody {
  @Text({ min: 2, max: 500 }) reason: string;
}

export class PaymentBody {
  @Text({ max: 64, description: '银行流水号 what the bank calls the transfer' }) bankReference: string;
  @DayText() paidOn: string;
}

export class ReturnBody {
  @FenAmount({ min: 1 }) amountFen: number;
  @Text({ max: 64 }) bankReference: string;
  @DayText() returnedOn: string;
}

export class TranchesQuery extends ListQuery {
  @OneOf(TRANCHE_STATUSES, { optional: true }) status?: TrancheStatus;
  @OneOf(['waiting', 'all'], { optional: true, description: '未指定状态时：待办或全部 without a status: what waits, or everything' }) show?: 'waiting' | 'all';
  @Identifier({ optional: true }) callId?: string;
  @Text({ max: 60, optional: true, description: '项目编号、名称或组织 number, name or organisation' }) words?: string;
}

export class JournalQuery extends ListQuery {
  @Identifier({ optional: true }) projectId?: string;
}

export class ExportQuery {
  @OneOf(['csv', 'xlsx']) format: 'csv' | 'xlsx';
  @Identifier({ optional: true }) projectId?: string;
}
