import { no, when, yes, type Verdict } from '#libs/access';
import type { DomainError } from '#libs/errors';
import { say } from '#libs/errors';
import { defineLifecycle, type MoveContext } from '#libs/lifecycle';
import type { EmergencyAccess, EmergencyStatus } from './emergency-access.js';

/**
 * How long a granted access stays open. An emergency is dealt with within a working day; whoever needs longer gives a new reason to a second
 * person. No rulebook lengthens it: it is a bound on staff, not a rule of a programme.
 */
export const OPEN_HOURS = 24;

export interface EmergencyContext extends MoveContext {
  /** Why this person is too near to the application or the panel; null when she is not. */
  readonly tooNear: DomainError | null;
  /** Whether she administers the place of the call. */
  readonly administers: boolean;
}

export type EmergencyMove = 'grant' | 'refuse' | 'withdraw' | 'close';

const secondPerson = ({ askedBy }: EmergencyAccess, { actor }: EmergencyContext): Verdict =>
  when(askedBy !== actor.accountId, no('second_person', say('须由另一位管理员决定，申请人不能自己批准', 'Another person decides; whoever asked cannot')));
const administrator = (_access: EmergencyAccess, { administers }: EmergencyContext): Verdict =>
  when(administers, no('not_the_administrator', say('须由本地的系统管理员决定', 'An administrator of the place decides')));
const notTooNear = (_access: EmergencyAccess, { tooNear }: EmergencyContext): Verdict => (tooNear ? no(tooNear.code, tooNear.sentence, tooNear.facts) : yes);
const ownRequest = ({ askedBy }: EmergencyAccess, { actor }: EmergencyContext): Verdict =>
  when(askedBy === actor.accountId, no('not_own_request', say('只有申请人可以撤回', 'Only whoever asked can take it back')));
const concerned = ({ askedBy }: EmergencyAccess, { actor, administers }: EmergencyContext): Verdict =>
  when(askedBy === actor.accountId || administers, no('not_the_administrator', say('由申请人或本地的系统管理员结束', 'Whoever asked or an administrator of the place closes it')));

export const emergencyLifecycle = defineLifecycle<EmergencyStatus, EmergencyMove, EmergencyAccess, EmergencyContext>({
  name: 'emergency access',
  initial: 'asked',
  states: {
    asked: { label: say('待第二人批准', 'Waits for a second person') },
    granted: { label: say('已批准查阅', 'Granted') },
    refused: { label: say('未批准', 'Refused'), final: true },
    withdrawn: { label: say('已撤回', 'Taken back'), final: true },
    closed: { label: say('已提前结束', 'Closed early'), final: true },
  },
  moves: {
    grant: { from: ['asked'], to: 'granted', label: say('批准查阅', 'Grant the access'), onlyIf: [administrator, secondPerson, notTooNear] },
    refuse: { from: ['asked'], to: 'refused', label: say('不批准', 'Refuse'), onlyIf: [administrator, secondPerson, notTooNear] },
    withdraw: { from: ['asked'], to: 'withdrawn', label: say('撤回申请', 'Take the request back'), onlyIf: [ownRequest] },
    close: { from: ['granted'], to: 'closed', label: say('结束查阅', 'Close the access'), onlyIf: [concerned] },
  },
});

export const isOver = ({ status, openUntil }: EmergencyAccess, now: Date): boolean => status !== 'asked' && (status !== 'granted' || openUntil! <= now);

/** Whether she may look now; the conflicts are asked apart. */
export function mayLook(access: EmergencyAccess, actor: { accountId: string }, now: Date): Verdict {
  if (access.askedBy !== actor.accountId) return no('not_own_request', say('只有申请查阅的人可以查看', 'Only whoever asked may look'));
  if (access.status === 'asked') return no('access_waits', say('尚未批准', 'It has not been granted'));
  return when(!isOver(access, now), no('access_over', say('查阅时限已过或已结束；确有需要请重新申请', 'The time is over or it was closed; ask again if it is still needed')));
}

/** Whether an auditor may note that she has looked at it: afterwards, and never at what she took part in. */
export function mayReview(access: EmergencyAccess, actor: { accountId: string }, { now, audits }: { now: Date; audits: boolean }): Verdict {
  const checks: (readonly [boolean, Verdict])[] = [
    [audits, no('not_the_auditor', say('由本地的审计员复核', 'An auditor of the place reviews it'))],
    [access.reviewedBy === null, no('access_reviewed', say('已经复核', 'It has been reviewed'))],
    [access.askedBy !== actor.accountId && access.decidedBy !== actor.accountId, no('second_person', say('申请人和批准人不能复核', 'Neither whoever asked nor whoever granted reviews it'))],
    [isOver(access, now), no('access_not_over', say('查阅结束后再复核', 'It is reviewed once it is over'))],
  ];
  return checks.find(([holds]) => !holds)?.[1] ?? yes;
}
