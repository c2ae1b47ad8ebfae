import type { Sentence } from '#libs/errors';
import type { Fen } from '#libs/money';
import type { Term } from './basics.js';

/** C15: shares of the award, or sums that add up to it. Rounded to the fen by the largest remainder, so that they add up. */
export interface TranchePlan {
  by: 'percent' | 'fixed';
  tranches: Tranche[];
}

export interface Tranche {
  key: string;
  title: Sentence;
  percent?: number;
  fen?: Fen;
  /** Last tranche only: min(granted, eligible spend accepted) less what was paid. */
  atActual: boolean;
  conditions: TrancheCondition[];
  /** Counted from the day on which the last condition is met. */
  pay: Term;
}

export type TrancheCondition =
  | { kind: 'publicity_over' }
  | { kind: 'contract_signed' }
  | { kind: 'milestone_accepted'; milestone: string }
  | { kind: 'evaluation_passed'; evaluation: string }
  | { kind: 'document'; document: 'invoice' | 'receipt' | 'payment_request' | 'audit_report' | 'ledger' }
  | { kind: 'date_reached'; on: string };

export interface Milestone {
  key: string;
  kind: 'plan' | 'monthly_report' | 'progress_report' | 'midterm_report' | 'final_report' | 'financial_report';
  title: Sentence;
  due: DueDate;
  evidence: EvidenceKind[];
  acceptedBy: 'operator' | 'funder' | 'evaluator';
  /** Reminders so many days before it is due. */
  remindDays: number[];
}

export type DueDate =
  | { kind: 'on'; day: string }
  | { kind: 'after'; event: 'contract_signed' | 'project_start' | 'project_midpoint' | 'project_end'; term: Term }
  | { kind: 'monthly'; dayOfMonth: number };

export type EvidenceKind =
  | 'narrative' | 'income_expenditure' | 'vouchers' | 'sign_in_sheets' | 'activity_records' | 'photos'
  | 'satisfaction_survey' | 'beneficiary_confirmation' | 'payment_ledger' | 'volunteer_hours' | 'plan';

/** Who must agree to a budget re-allocation, by its share of the grant; the bands rise and the last reaches 100. */
export interface ChangeRules {
  notice: Term;
  budgetBands: { upToPercent: number; approval: 'notify' | 'operator' | 'funder' | 're_publicity' }[];
  extensionMaxMonths: number;
}

/** C17 */
export interface EvaluationGrid {
  key: string;
  kind: 'midterm' | 'final';
  title: Sentence;
  /** Weights sum to 100. */
  dimensions: EvaluationDimension[];
  bonusMax: number;
  passMark: number;
  /** From the best down; the last begins at zero. */
  grades: EvaluationGrade[];
  vetoes: { key: string; text: Sentence; effect: 'total_zero' | 'fail' }[];
  rounding: { decimals: number; mode: 'half_up' | 'down' };
  /** Ratio of actual to planned quantity and what it earns of a counted indicator, 2 of 3 points; from the highest down. */
  quantityBands: { fromPercent: number; points: number; outOf: number }[];
}

export interface EvaluationDimension {
  key: string;
  title: Sentence;
  weight: number;
  indicators: { key: string; title: Sentence; weight: number; counted: boolean }[];
}

export interface EvaluationGrade {
  key: string;
  title: Sentence;
  from: number;
}

/** C18 */
export interface Sanction {
  key: string;
  trigger:
    | 'midterm_late' | 'midterm_failed' | 'final_failed' | 'off_target' | 'false_material' | 'breach'
    | 'misuse' | 'unspent' | 'force_majeure' | 'listed';
  consequences: (
    | 'treated_as_failed' | 'rectification' | 'public_criticism' | 'withhold_next' | 'stop' | 'terminate' | 'recover_part'
    | 'recover_all' | 'disqualify' | 'debar'
  )[];
  /** Null unless `debar` is among the consequences. */
  debarYears: number | null;
  text: Sentence;
}

/** C19 */
export interface IncubationTerm {
  months: number;
  precheck: Term;
  handover: Term;
  stages: { key: string; title: Sentence }[];
  graduation: Sentence[];
}

export interface RetentionRule {
  documents: 'applications' | 'score_sheets' | 'contracts' | 'vouchers' | 'reports' | 'personal_data' | 'minors_data';
  years: number | 'permanent';
  text: Sentence;
}
