import { hasRole, no, when, type Actor, type Verdict } from '#libs/access';
import { say } from '#libs/errors';

/** Who reads calls before and after publication, at the node or above it. */
export const READERS = ['officer', 'screener', 'finance_maker', 'finance_approver', 'evaluator', 'auditor', 'administrator'] as const;

export const mayRead = hasRole(...READERS);
export const mayWrite = hasRole('officer');
export const mayKeepCalendar = hasRole('administrator');

export const reads = (actor: Actor, thing: { nodePath: string }): boolean => actor.holdsAt(thing.nodePath, ...READERS);
export const writes = (actor: Actor, thing: { nodePath: string }): boolean => actor.holdsAt(thing.nodePath, 'officer');

/** For somebody who may read it: why she may not change it. */
export const mayChange = (actor: Actor, thing: { nodePath: string }): Verdict =>
  when(writes(actor, thing), no('not_the_officer', say('只有主办单位的项目官员可以修改', 'Only an officer of the organiser may change it')));
