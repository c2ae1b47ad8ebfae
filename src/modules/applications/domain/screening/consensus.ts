import type { Rulebook, ScreeningRules } from '#modules/calls';
import type { CheckVerdict } from '../application.js';

/** What holds where a rulebook says nothing of screening. */
const ALONE: ScreeningRules = { screeners: 1, agreement: 'unanimous', decision: null, appeal: { days: 5, unit: 'calendar' } };

export const screeningRules = ({ screening }: Pick<Rulebook, 'screening'>): ScreeningRules => screening ?? ALONE;

/** Where the opinions on one rule stand. Nobody is told what others found before all have spoken. */
export type Consensus =
  | { readonly state: 'waiting'; readonly missing: number }
  | { readonly state: 'agreed'; readonly verdict: CheckVerdict }
  | { readonly state: 'disagreed' };

export function consensusOf(verdicts: readonly CheckVerdict[], { screeners, agreement }: Pick<ScreeningRules, 'screeners' | 'agreement'>): Consensus {
  if (verdicts.length < screeners) return { state: 'waiting', missing: screeners - verdicts.length };
  const tally = [...new Set(verdicts)].map((verdict) => ({ verdict, count: verdicts.filter((one) => one === verdict).length }));
  const enough = agreement === 'unanimous' ? verdicts.length : Math.floor(verdicts.length / 2) + 1;
  const found = tally.find(({ count }) => count >= enough);
  return found ? { state: 'agreed', verdict: found.verdict } : { state: 'disagreed' };
}
