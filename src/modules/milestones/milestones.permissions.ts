import { hasRole, type Actor } from '#libs/access';

export const STAFF = ['officer', 'evaluator', 'finance_maker', 'finance_approver', 'auditor'] as const;
export const mayRead = hasRole(...STAFF, 'applicant');
export const mayWrite = hasRole('applicant');
export const mayDecide = hasRole('officer', 'evaluator');
export const mayEvaluate = hasRole('evaluator');

export const mayReadIn = (actor: Actor, { nodePath, organisationId }: { nodePath: string; organisationId: string }): boolean =>
  actor.holdsAt(nodePath, ...STAFF) || actor.holdsFor(organisationId, 'applicant');
