import { hasRole } from '#libs/access';

/** Staff who read the figures of the rounds at their places. */
export const READERS = ['officer', 'finance_maker', 'finance_approver', 'evaluator', 'auditor', 'administrator'] as const;
/** A report names applicants and amounts before they are announced: for those who answer for the round. */
export const REPORTERS = ['officer', 'finance_maker', 'finance_approver'] as const;
/** An auditor reads every report and has none made: she writes nothing. */
export const REPORT_READERS = [...REPORTERS, 'auditor'] as const;

export const mayRead = hasRole(...READERS);
export const mayReport = hasRole(...REPORTERS);
export const mayReadReports = hasRole(...REPORT_READERS);

/** Who looks at what an organisation did before, each at her own places. */
export const TRACK_READERS = ['officer', 'screener', 'finance_maker', 'finance_approver', 'evaluator', 'auditor'] as const;
export const mayReadTrack = hasRole(...TRACK_READERS);

/** Staff who work with files of projects and organisations and let them through where nobody could scan them. */
export const mayLetFilesThrough = hasRole('officer', 'finance_maker', 'finance_approver', 'evaluator');
