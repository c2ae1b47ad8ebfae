/** The life of a round in its order, then the two ways out of it. */
export const CALL_STATUSES = [
  'draft', 'needs_collection', 'published', 'open', 'closed', 'reviewing', 'decided', 'in_publicity', 'confirmed', 'running', 'closing',
  'archived', 'suspended', 'cancelled',
] as const;
export type CallStatus = (typeof CALL_STATUSES)[number];

/** A suspended round goes on where it stopped. */
export const SUSPENDABLE = ['published', 'open', 'closed', 'reviewing', 'decided', 'in_publicity', 'confirmed', 'running'] as const;
export type SuspendableStatus = (typeof SUSPENDABLE)[number];

/** Where the modules that review, award and run bring a call. */
export const LATER_STATUSES = ['reviewing', 'decided', 'in_publicity', 'confirmed', 'running', 'closing', 'archived'] as const;
export type LaterStatus = (typeof LATER_STATUSES)[number];
