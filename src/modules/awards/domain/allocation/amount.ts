import { fen } from '#libs/money';
import type { Fen } from '#libs/money';
import type { AmountRule, Candidate } from './allocation-rule.js';

/** What the rule gives a candidate before the pool is looked at; null when no tier names its rank. */
export function amountFor(rule: AmountRule, candidate: Candidate): Fen | null {
  const amount = beforeCeiling(rule, candidate);
  if (amount === null || candidate.ceilingFen === undefined) return amount;
  return fen(Math.min(amount, candidate.ceilingFen));
}

function beforeCeiling(rule: AmountRule, candidate: Candidate): Fen | null {
  const asked = candidate.approvedFen ?? candidate.requestedFen;
  switch (rule.kind) {
    case 'fixed':
      return rule.fen;
    case 'cap':
      return fen(Math.min(asked, rule.maxFen));
    case 'as_requested':
      return asked;
    case 'tiers':
      return rule.tiers.find((tier) => reaches(tier, candidate.rank ?? 0))?.fen ?? null;
  }
}

function reaches(tier: { readonly fromRank: number; readonly toRank: number }, rank: number): boolean {
  return rank >= tier.fromRank && rank <= tier.toRank;
}
