import type { Sentence } from '#libs/errors';
import type { Fen } from '#libs/money';
import type { OfBoards } from './board.js';

/** C16: what a budget may hold, per money source. A lottery fund and a fiscal fund may contradict each other. */
export interface BudgetRules {
  /** The columns of the budget grid. Exactly one has the kind `grant`. */
  sources: MoneySource[];
  costs: CostCategory[];
  rules: BudgetRule[];
  /** Every line shows unit price × quantity and a note of its arithmetic; `warn` lets a lump line pass. */
  lineDetail: 'required' | 'warn';
}

export interface MoneySource {
  key: string;
  title: Sentence;
  kind: 'grant' | 'matching' | 'raised' | 'in_kind';
}

export interface CostCategory {
  key: string;
  title: Sentence;
  help?: Sentence;
}

export type BudgetRuleId = `B${number}`;

interface BudgetRuleBase extends OfBoards {
  /** The library's number, B1 to B22; several rules may share one. */
  id: BudgetRuleId;
  /** The rule in the words of its source, shown beside the offending line. */
  text: Sentence;
  /** Key of the published source, or null when it is our assumption. */
  source: string | null;
  /** Keys of the money sources it governs. */
  appliesTo: string[];
  effect: 'refuse' | 'warn';
}

export type BudgetRule = ShareRule | AmountLimitRule | ForbiddenRule | UnitCeilingRule | UnitPriceRule | DetailRule;

/** What is summed: cost categories (absent: all) within money sources (absent: those of the rule's `appliesTo`). */
export interface Measure {
  sources?: string[];
  costs?: string[];
}

/** `of` as a share of `base`: B5, B7 to B10, B17 to B19. Checked as `of × 100 ≤ base × atMost` in integers. */
export interface ShareRule extends BudgetRuleBase {
  kind: 'share'; of: Measure; base: Measure; atLeast?: number; atMost?: number;
}
/** A sum of money within bounds: the second half of B19. */
export interface AmountLimitRule extends BudgetRuleBase {
  kind: 'amount'; of: Measure; atLeastFen?: Fen; atMostFen?: Fen;
}
/** B6, B12 to B16: cost categories that may not appear, and words that make a line suspicious. */
export interface ForbiddenRule extends BudgetRuleBase {
  kind: 'forbidden'; costs: string[]; words: string[];
}
/** B1 to B4: a ceiling per unit, for one grade of person if `grade` is given, tapering after so many days. */
export interface UnitCeilingRule extends BudgetRuleBase {
  kind: 'unit_ceiling'; costs: string[]; unit: 'person_day' | 'person_time' | 'day' | 'hour';
  grade?: 'senior' | 'other'; maxFen: Fen; taper?: { afterDays: number; maxFen: Fen };
}
/** B21: a price list by method. */
export interface UnitPriceRule extends BudgetRuleBase {
  kind: 'unit_price'; item: Sentence; costs: string[]; fen: Fen; conditions: Sentence[];
}
/** B20: this cost is itemised per beneficiary. */
export interface DetailRule extends BudgetRuleBase {
  kind: 'detail'; costs: string[]; columns: ('nature' | 'number' | 'times' | 'amount_each' | 'days' | 'persons')[];
}
