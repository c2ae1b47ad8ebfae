import { any, hasRole, signedIn } from '#libs/access';

export const STAFF = ['officer', 'screener', 'finance_maker', 'finance_approver', 'auditor', 'administrator'] as const;

export const mayFound = signedIn;
export const mayRead = any(hasRole('applicant'), hasRole(...STAFF));
export const mayEditOwn = hasRole('applicant');
export const mayCare = hasRole('officer');
export const mayVerifyAccount = hasRole('finance_maker', 'finance_approver');
