import { say, type Sentence } from '#libs/errors';
import type { Fen } from '#libs/money';

/** What the rulebook asks before one tranche is paid; on top of it four conditions hold for every payment. */
export type TrancheCondition =
  | { readonly kind: 'contract_signed' }
  | { readonly kind: 'publicity_over' }
  | { readonly kind: 'milestone_accepted'; readonly milestone: string }
  | { readonly kind: 'evaluation_passed'; readonly evaluation: string }
  /** `grades` from the best down, as the evaluation grid names them. */
  | {
      readonly kind: 'evaluation_grade';
      readonly evaluation: string;
      readonly atLeast: string;
      readonly grades: readonly string[];
    }
  /** One of the kinds is enough: an invoice from some, a receipt from others. */
  | { readonly kind: 'document'; readonly anyOf: readonly DocumentKind[] }
  | { readonly kind: 'date_reached'; readonly on: Date };

export type DocumentKind = 'invoice' | 'receipt' | 'payment_request' | 'audit_report' | 'ledger';

/** The kinds of papers in words. */
export const DOCUMENT_WORDS: Readonly<Record<DocumentKind, Sentence>> = {
  invoice: say('发票', 'invoice'),
  receipt: say('收据', 'receipt'),
  payment_request: say('付款申请', 'payment request'),
  audit_report: say('审计报告', 'audit report'),
  ledger: say('专账', 'project ledger'),
};

/** Where the proof lies: a contract, a report, an uploaded file. */
export interface Evidence {
  readonly kind: string;
  readonly id: string;
}

export interface TrancheFacts {
  readonly now: Date;
  readonly trancheFen: Fen;
  readonly grantedFen: Fen;
  /** Paid and not returned, with what is already on its way to the bank. */
  readonly paidFen: Fen;
  readonly contract: { readonly signedAt: Date | null; readonly evidence?: Evidence } | null;
  readonly publicity: { readonly endedAt: Date | null; readonly evidence?: Evidence } | null;
  readonly milestones: readonly MilestoneFact[];
  readonly evaluations: readonly EvaluationFact[];
  readonly documents: readonly DocumentFact[];
  readonly flags: readonly Flag[];
  readonly objections: readonly ObjectionFact[];
  readonly bankAccount: { readonly verifiedAt: Date | null; readonly evidence?: Evidence } | null;
  /** What the rulebook calls its milestones, evaluations and grades; a key without a word is told as it stands. */
  readonly words?: RulebookWords;
}

export interface RulebookWords {
  readonly milestones: ReadonlyMap<string, Sentence>;
  readonly evaluations: ReadonlyMap<string, Sentence>;
  readonly grades: ReadonlyMap<string, Sentence>;
}

export interface MilestoneFact {
  readonly key: string;
  readonly acceptedAt: Date | null;
  readonly evidence?: Evidence;
}

export interface EvaluationFact {
  readonly key: string;
  readonly grade: string | null;
  readonly passed: boolean | null;
  readonly recordedAt?: Date;
  readonly evidence?: Evidence;
}

export interface DocumentFact {
  readonly kind: DocumentKind;
  /** What it is made out for; left out where the kind states no sum. */
  readonly amountFen?: Fen;
  readonly evidence: Evidence;
}

/** A debarment of the organisation or a stop on the project: in force from `from` until just before `until`. */
export interface Flag {
  readonly kind: 'debarment' | 'stop';
  readonly from: Date;
  readonly until: Date | null;
  readonly basis: string;
  readonly evidence?: Evidence;
}

export interface ObjectionFact {
  readonly closedAt: Date | null;
  readonly evidence: Evidence;
}

export interface GateReason {
  readonly code: string;
  readonly met: boolean;
  readonly sentence: Sentence;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly evidence?: Evidence;
}

export interface GateVerdict {
  readonly open: boolean;
  /** Every condition that was looked at, met or not, the declared ones first and in their order. */
  readonly reasons: readonly GateReason[];
}
