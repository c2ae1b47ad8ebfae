import { any, hasRole, signedIn } from '#libs/access';

export const STAFF = ['officer', 'screener', 'finance_maker', 'finance_approver', 'auditor', 'administrator'] as const;

export const mayFound = signedIn;
export const mayRead = any(hasRole('applicant'), hasRole(...STAFF));
export const mayEditOwn = hasRole('applicant');
export const mayCare = hasRole('officer');
export const mayVerifyAccount = hasRole('finance_maker', 'finance_approver');
/** Who notes what was looked up about an organisation and what is wrong with it. */
export const KEEPERS = ['officer', 'screener'] as const;
export const mayKeepRecord = hasRole(...KEEPERS);
