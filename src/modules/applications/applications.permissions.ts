import { any, hasRole, no, when, yes, type Actor, type Verdict } from '#libs/access';
import { say } from '#libs/errors';

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

/** What somebody may do in an application that is being written; each level includes those before it. */
export const PARTS = ['view', 'comment', 'edit', 'own'] as const;
export type Part = (typeof PARTS)[number];
/** The levels that the person in charge gives to others. */
export const GIVEN_PARTS = ['view', 'comment', 'edit'] as const;
export type GivenPart = (typeof GIVEN_PARTS)[number];

/** Members of the leading organisation edit and members of partners read, unless the person in charge has said otherwise. */
export function partOf(actor: Actor, application: Pick<Placed, 'parties'> & { organisationId: string; ownerId: string }, given: GivenPart | null): Part | null {
  const leads = isApplicant(actor, application);
  if (leads && application.ownerId === actor.accountId) return 'own';
  return given ?? (leads ? 'edit' : isMember(actor, application) ? 'view' : null);
}

export const reaches = (part: Part, needed: Part): boolean => PARTS.indexOf(part) >= PARTS.indexOf(needed);

export const readsAsStaff = (actor: Actor, { nodePath }: Pick<Placed, 'nodePath'>): boolean => actor.holdsAt(nodePath, ...READERS);
export const screens = (actor: Actor, { nodePath }: Pick<Placed, 'nodePath'>): boolean => actor.holdsAt(nodePath, ...SCREENERS);

/** Why an organisation was stopped or may not apply is between it and staff: whoever applies together with it learns that it is so, and no more. */
export const mayKnowWhy = (actor: Actor, place: Pick<Placed, 'nodePath'>, organisationId: string): boolean => actor.holdsFor(organisationId, 'applicant') || readsAsStaff(actor, place);

const CHECKED_IN: readonly string[] = ['submitted', 'returned'];
export const mayDecide = (actor: Actor, application: Placed): Verdict => when(screens(actor, application), no('not_a_screener', say('只有资格审查员可以审查', 'Only a screener may decide')));
export const inScreening = ({ status }: { status: string }): Verdict => when(CHECKED_IN.includes(status), no('not_screening', say('该申报不在资格审查中', 'It is not being screened')));

/** Whether this person may note findings on the rules now. */
export function checkable(actor: Actor, application: Placed & { status: string }): Verdict {
  const [screener, moment] = [mayDecide(actor, application), inScreening(application)];
  if (!screener.allowed) return screener;
  return moment.allowed ? yes : moment;
}
