import { hasRole } from '#libs/access';

/** Staff who work with files, not those who only audit; the handler asks for the place. */
export const RELEASERS = ['officer', 'screener', 'finance_maker', 'finance_approver', 'evaluator'] as const;

export const mayReleaseSomewhere = hasRole(...RELEASERS);
