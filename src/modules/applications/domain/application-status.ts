export const APPLICATION_STATUSES = [
  'draft', 'submitted', 'returned', 'withdrawn', 'eligible', 'ineligible', 'in_review', 'shortlisted', 'not_shortlisted', 'awarded',
  'reserved', 'not_awarded', 'declined',
] as const;
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number];

/** Decided, but told to applicants only when the round's outcomes are announced: decide now, announce together. */
export const OUTCOMES: readonly ApplicationStatus[] = ['shortlisted', 'not_shortlisted', 'awarded', 'reserved', 'not_awarded', 'declined'];
