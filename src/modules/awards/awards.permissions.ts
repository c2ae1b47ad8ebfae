import { hasRole, type Actor } from '#libs/access';

export const READERS = ['officer', 'finance_maker', 'finance_approver', 'auditor', 'administrator'] as const;
export const mayRead = hasRole(...READERS);
export const mayAward = hasRole('officer');
export const mayAnswer = hasRole('applicant');

export const reads = (actor: Actor, thing: { nodePath: string }): boolean => actor.holdsAt(thing.nodePath, ...READERS);
export const awards = (actor: Actor, thing: { nodePath: string }): boolean => actor.holdsAt(thing.nodePath, 'officer');
