import type { TrancheCondition, TrancheFacts } from './tranche-facts.js';

/**
 * When the last condition of an open gate was met: from that day the time for paying runs. Papers count from the day on which
 * they were handed in with the request.
 */
export function openedAt(conditions: readonly TrancheCondition[], facts: TrancheFacts, requestedAt: Date | null): Date | null {
  const met = [requestedAt, ...conditions.map((condition) => metAt(condition, facts))].filter((at): at is Date => at != null && at <= facts.now);
  return met.length === 0 ? null : new Date(Math.max(...met.map((at) => at.getTime())));
}

type MetAt = { readonly [K in TrancheCondition['kind']]: (condition: TrancheCondition & { kind: K }, facts: TrancheFacts) => Date | null | undefined };

const evaluatedAt = ({ evaluation }: { evaluation: string }, { evaluations }: TrancheFacts) => evaluations.find(({ key }) => key === evaluation)?.recordedAt;

const MET_AT: MetAt = {
  contract_signed: (_, { contract }) => contract?.signedAt,
  publicity_over: (_, { publicity }) => publicity?.endedAt,
  milestone_accepted: ({ milestone }, { milestones }) => milestones.find(({ key }) => key === milestone)?.acceptedAt,
  evaluation_passed: evaluatedAt,
  evaluation_grade: evaluatedAt,
  date_reached: ({ on }) => on,
  document: () => null,
};

const metAt = (condition: TrancheCondition, facts: TrancheFacts) => (MET_AT[condition.kind] as (of: TrancheCondition, facts: TrancheFacts) => Date | null | undefined)(condition, facts);
