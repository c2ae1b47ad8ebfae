import { any, hasRole } from '#libs/access';

export const READERS = ['officer', 'screener', 'finance_maker', 'finance_approver', 'evaluator', 'mentor', 'auditor', 'administrator'] as const;
export const mayRead = any(hasRole('applicant'), hasRole(...READERS));
export const mayReadRound = hasRole(...READERS);
export const mayCare = hasRole('officer');
