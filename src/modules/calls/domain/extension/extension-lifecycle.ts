import { no, when, yes, type Verdict } from '#libs/access';
import { say } from '#libs/errors';
import { defineLifecycle, type MoveContext } from '#libs/lifecycle';
import type { Call } from '../call.js';
import type { Extension, ExtensionStatus } from './extension.js';

export interface ExtensionContext extends MoveContext {
  readonly call: Call;
  /** Whether the actor is one who may change the call at all. */
  readonly may: Verdict;
  readonly answer?: string;
}

export const EXTENSION_MOVES = ['confirm', 'decline', 'withdraw'] as const;
export type ExtensionMove = (typeof EXTENSION_MOVES)[number];

const EXTENDABLE: readonly string[] = ['published', 'open'];
const OVER = no('extension_too_late', say('申报已截止，截止时间不能再延长', 'Applications have closed; the deadline can no longer be extended'));
const NOT_YET = no('extension_too_early', say('征集尚未发布，请直接修改日期', 'The call is not published yet; simply change its dates'));

const WAITING = no('extension_waiting', say('已有一个延长提议等待确认', 'An extension already waits to be confirmed'));

/** Whether the call still takes, or will take, applications. */
export function mayBeExtended(call: Call, now: Date): Verdict {
  if (call.publishedAt === null) return NOT_YET;
  const status = call.suspendedFrom ?? call.status;
  return when(EXTENDABLE.includes(status) && call.lastMoment !== null && call.lastMoment > now, OVER);
}

/** A deadline only ever moves later, and into the time ahead. */
export const isLater = (closesAt: Date, call: Call, now: Date): Verdict =>
  when(closesAt > now && call.closesAt !== null && closesAt > call.closesAt, no('deadline_moved_earlier', say('已公布的截止时间只能延后', 'A published deadline can only be moved later')));

const maySeeToIt = (_extension: Extension, { may }: ExtensionContext): Verdict => may;

const byAnother = ({ proposedBy }: Extension, { actor }: ExtensionContext): Verdict =>
  when(proposedBy !== actor.accountId, no('extension_own_proposal', say('须由另一位项目官员确认，提出人不能自己确认', 'Another officer must decide; whoever proposed it cannot')));

const byProposer = ({ proposedBy }: Extension, { actor }: ExtensionContext): Verdict =>
  when(proposedBy === actor.accountId, no('extension_not_own', say('只有提出人可以撤回', 'Only whoever proposed it can take it back')));

const stillInTime = (_extension: Extension, { call, now }: ExtensionContext): Verdict => mayBeExtended(call, now);

const stillLater = ({ closesAt }: Extension, { call, now }: ExtensionContext): Verdict => isLater(closesAt, call, now);

const withAnswer = (_extension: Extension, { answer }: ExtensionContext): Verdict =>
  answer ? yes : no('reason_needed', say('须填写原因', 'A reason is needed'));

export const extensionLifecycle = defineLifecycle<ExtensionStatus, ExtensionMove, Extension, ExtensionContext>({
  name: 'extension',
  initial: 'proposed',
  states: {
    proposed: { label: say('待另一位官员确认', 'Waits for another officer') },
    confirmed: { label: say('已确认并公布', 'Confirmed and published'), final: true },
    declined: { label: say('未同意', 'Declined'), final: true },
    withdrawn: { label: say('已撤回', 'Taken back'), final: true },
  },
  moves: {
    confirm: { from: ['proposed'], to: 'confirmed', label: say('确认延长', 'Confirm the extension'), onlyIf: [maySeeToIt, byAnother, stillInTime, stillLater] },
    decline: { from: ['proposed'], to: 'declined', label: say('不同意延长', 'Decline'), onlyIf: [maySeeToIt, byAnother, withAnswer] },
    withdraw: { from: ['proposed'], to: 'withdrawn', label: say('撤回', 'Take it back'), onlyIf: [maySeeToIt, byProposer] },
  },
});

/** One proposal at a time, so that nobody confirms another date than the one that was read. */
export const alreadyProposed = (extensions: readonly Pick<Extension, 'status'>[]): Verdict =>
  when(extensions.every(({ status }) => status !== 'proposed'), WAITING);
