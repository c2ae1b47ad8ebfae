import { say, type Sentence } from '#libs/errors';
import { fen as amount, formatFen } from '#libs/money';
import type { EligibilityId, EligibilityParameters, Rulebook } from '#modules/calls';
import type { ApplicantFacts } from './applicant-facts.js';

/** `unknown`: the platform cannot tell from what it knows; a screener looks at the evidence. */
export type RuleVerdict = 'passed' | 'failed' | 'unknown';

/** What one test found, why, and the day of the evidence it looked at where that is not the day of the test. */
export interface Finding {
  readonly verdict: RuleVerdict;
  readonly ground: Sentence;
  readonly evidenceOn?: string;
}

export type RuleTest<Id extends EligibilityId> = (parameters: EligibilityParameters[Id], facts: ApplicantFacts, book: Pick<Rulebook, 'applicants'>) => Finding;
export type RuleTests = { readonly [Id in EligibilityId]?: RuleTest<Id> };

/** Passed or failed by what the ground says. */
export const found = (passed: boolean, ground: Sentence, evidenceOn?: string): Finding => ({ verdict: passed ? 'passed' : 'failed', ground, ...(evidenceOn ? { evidenceOn } : {}) });

export const unknown = (ground: Sentence): Finding => ({ verdict: 'unknown', ground });

export const forAPerson: Finding = unknown(say('由审查员看材料判断', 'A screener judges by the documents'));

export const yuan = (fen: number): string => formatFen(amount(fen));
