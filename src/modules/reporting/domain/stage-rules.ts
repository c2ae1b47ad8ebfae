import type { CallStatus, StageKind } from '#modules/calls';

/** Where a round stands, from its draft on; the two ways out of it are not places on the way. */
const WAY: readonly CallStatus[] = ['draft', 'needs_collection', 'published', 'open', 'closed', 'reviewing', 'decided', 'in_publicity', 'confirmed', 'running', 'closing', 'archived'];

export const placeOf = (status: CallStatus): number => WAY.indexOf(status);

export type StageState = 'done' | 'current' | 'ahead';

interface Span {
  /** The first status of the round in which the stage may be at work. */
  readonly from: CallStatus;
  /** The first status in which it is over in any case. */
  readonly over: CallStatus;
}

const REVIEW: Span = { from: 'reviewing', over: 'decided' };
const AFTER_AWARD: Span = { from: 'confirmed', over: 'closing' };

/** Between which statuses of the round each kind of stage is at work. */
export const SPANS: Record<StageKind, Span> = {
  needs_collection: { from: 'needs_collection', over: 'published' },
  application: { from: 'open', over: 'closed' },
  recommendation: { from: 'open', over: 'reviewing' },
  screening: { from: 'closed', over: 'reviewing' },
  written_review: REVIEW,
  optimisation: REVIEW,
  roadshow: REVIEW,
  revival: REVIEW,
  mass_vote: REVIEW,
  site_check: REVIEW,
  negotiation: REVIEW,
  approval: REVIEW,
  publicity: { from: 'decided', over: 'confirmed' },
  adoption: AFTER_AWARD,
  contract: AFTER_AWARD,
  implementation: { from: 'running', over: 'archived' },
  midterm: { from: 'running', over: 'archived' },
  final_evaluation: { from: 'running', over: 'archived' },
  settlement: { from: 'running', over: 'archived' },
};

/** By the round's own status alone. */
export function stateBySpan(kind: StageKind, status: CallStatus): StageState {
  const { from, over } = SPANS[kind];
  if (placeOf(status) >= placeOf(over)) return 'done';
  return placeOf(status) >= placeOf(from) ? 'current' : 'ahead';
}
