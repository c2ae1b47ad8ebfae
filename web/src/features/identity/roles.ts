/** The roles that an administrator gives, in the order of the work. */
export const GIVEN_ROLES = ['officer', 'screener', 'expert', 'roadshow_judge', 'mentor', 'evaluator', 'finance_maker', 'finance_approver', 'auditor', 'administrator'] as const;
export type GivenRole = (typeof GIVEN_ROLES)[number];

export const isGiven = (role: string): role is GivenRole => (GIVEN_ROLES as readonly string[]).includes(role);
