import { hasRole, type Actor } from '#libs/access';

/** Whoever may look over a mailing of the place before it goes out. */
export const MAILING_ROLES = ['officer', 'administrator'] as const;
export const mayConfirmMailings = hasRole(...MAILING_ROLES);
export const confirmsAt = (actor: Actor, { nodePath }: { nodePath: string }): boolean => actor.holdsAt(nodePath, ...MAILING_ROLES);
