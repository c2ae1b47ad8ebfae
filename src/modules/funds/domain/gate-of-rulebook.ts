import type { Rulebook, TrancheCondition as Declared, TranchePlan } from '#modules/calls';
import { startOfDay, type Day } from '#libs/calendar';
import type { RulebookWords, TrancheCondition } from './tranche-facts.js';
import type { TranchePlanRule } from './tranche-plan.js';

/** The rulebook's plan in the words of the engine; a sum left out is the rest. */
export const planOf = ({ by, tranches }: TranchePlan): TranchePlanRule => by === 'percent'
  ? { by, tranches: tranches.map(({ key, percent, atActual }) => ({ key, percent: percent!, atActual })) }
  : { by, tranches: tranches.map(({ key, fen, atActual }) => ({ key, fen: fen ?? null, atActual })) };

export function conditionOf(declared: Declared): TrancheCondition {
  if (declared.kind === 'document') return { kind: 'document', anyOf: [declared.document] };
  return declared.kind === 'date_reached' ? { kind: 'date_reached', on: startOfDay(declared.on as Day) } : declared;
}

/** What the rulebook calls the things that its conditions name. */
export const wordsOf = ({ milestones, evaluations }: Pick<Rulebook, 'milestones' | 'evaluations'>): RulebookWords => ({
  milestones: new Map(milestones.map(({ key, title }) => [key, title])),
  evaluations: new Map(evaluations.map(({ key, title }) => [key, title])),
  grades: new Map(evaluations.flatMap(({ grades }) => grades.map(({ key, title }) => [key, title] as const))),
});
