import { any, hasRole, type Actor } from '#libs/access';

/** Staff who read applications of their place. */
export const READERS = ['officer', 'screener', 'finance_maker', 'finance_approver', 'evaluator', 'auditor'] as const;
export const SCREENERS = ['officer', 'screener'] as const;

export const mayApply = hasRole('applicant');
export const mayReadAsStaff = hasRole(...READERS);
export const mayRead = any(hasRole('applicant'), mayReadAsStaff);
export const mayScreen = hasRole(...SCREENERS);

interface Placed {
  readonly nodePath: string;
  readonly parties: readonly string[];
}

export const isMember = (actor: Actor, { parties }: Pick<Placed, 'parties'>): boolean => parties.some((id) => actor.holdsFor(id, 'applicant'));
/** Only the leading organisation writes. */
export const isApplicant = (actor: Actor, { organisationId }: { organisationId: string }): boolean => actor.holdsFor(organisationId, 'applicant');
export const readsAsStaff = (actor: Actor, { nodePath }: Pick<Placed, 'nodePath'>): boolean => actor.holdsAt(nodePath, ...READERS);
export const screens = (actor: Actor, { nodePath }: Pick<Placed, 'nodePath'>): boolean => actor.holdsAt(nodePath, ...SCREENERS);
