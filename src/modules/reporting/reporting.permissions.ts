import { hasRole } from '#libs/access';

/** Staff who read the figures of the rounds at their places. */
export const READERS = ['officer', 'finance_maker', 'finance_approver', 'evaluator', 'auditor', 'administrator'] as const;
/** A report names applicants and amounts before they are announced: for those who answer for the round. */
export const REPORTERS = ['officer', 'finance_maker', 'finance_approver', 'auditor'] as const;

export const mayRead = hasRole(...READERS);
export const mayReport = hasRole(...REPORTERS);
