import { say } from '#libs/errors';
import type { Actor } from './actor.js';
import { no, when, type Verdict } from './verdict.js';

/** Who may use a route at all. What it may touch is decided in the handler, on the object. */
export interface Policy {
  readonly description: string;
  judge(actor: Actor): Verdict;
}

/** Holds at least one of the roles, anywhere. */
export const hasRole = (...roles: string[]): Policy => ({
  description: roles.join(' | '),
  judge: (actor) => when(actor.holds(...roles), missingRole(roles)),
});

/** Anybody who is signed in. */
export const signedIn: Policy = { description: 'signed in', judge: () => ({ allowed: true }) };

export const any = (first: Policy, ...others: Policy[]): Policy => ({
  description: [first, ...others].map((policy) => `(${policy.description})`).join(' | '),
  judge: (actor) => {
    const verdicts = [first, ...others].map((policy) => policy.judge(actor));
    return verdicts.find((verdict) => verdict.allowed) ?? verdicts[0]!;
  },
});

const missingRole = (roles: readonly string[]) =>
  no('role_missing', say('您没有此操作所需的角色（{roles}）', 'You lack the role this needs ({roles})'), { roles: roles.join(', ') });
