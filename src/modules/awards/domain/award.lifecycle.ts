import { no, when, type Verdict } from '#libs/access';
import { say } from '#libs/errors';
import { defineLifecycle, type MoveContext } from '#libs/lifecycle';
import type { Award, AwardStatus } from './award.js';

export interface AwardContext extends MoveContext {
  /** The last instant of the notice on which it stands; null while it stands on none. */
  readonly noticeEndsAt?: Date | null;
  readonly objectionOpen?: boolean;
}

export type AwardMove = 'wait' | 'promote' | 'announce' | 'take_down' | 'withdraw' | 'confirm' | 'accept' | 'decline';

const publicityOver = (_award: Award, { now, noticeEndsAt }: AwardContext): Verdict =>
  when(!!noticeEndsAt && now > noticeEndsAt, no('publicity_running', say('公示至 {noticeEndsAt} 为止，期满前不能确认', 'The notice runs until {noticeEndsAt}; nothing is confirmed before'), { noticeEndsAt }));

const noObjectionOpen = (_award: Award, { objectionOpen }: AwardContext): Verdict =>
  when(!objectionOpen, no('objection_open', say('尚有异议未办结，暂缓确认', 'An objection is still open; the award is held')));

const inTime = (award: Award, { now }: AwardContext): Verdict =>
  when(award.answerUntil !== null && now <= award.answerUntil, no('answer_late', say('答复期限 {answerUntil} 已过', 'The term for the answer ended on {answerUntil}'), { answerUntil: award.answerUntil }));

export const awardLifecycle = defineLifecycle<AwardStatus, AwardMove, Award, AwardContext>({
  name: 'award',
  initial: 'proposed',
  states: {
    proposed: { label: say('拟立项', 'Proposed') },
    in_publicity: { label: say('公示中', 'On public notice') },
    confirmed: { label: say('已确认，待答复', 'Confirmed, to be answered') },
    accepted: { label: say('已接受', 'Accepted'), final: true },
    declined: { label: say('已放弃', 'Declined'), final: true },
    withdrawn: { label: say('已取消', 'Withdrawn'), final: true },
    reserve: { label: say('候补', 'On the reserve list') },
  },
  moves: {
    wait: { from: ['proposed'], to: 'reserve', label: say('列为候补', 'Place on the reserve list') },
    promote: { from: ['reserve'], to: 'proposed', label: say('递补', 'Move up from the reserve list'), tells: 'AwardPromoted' },
    announce: { from: ['proposed'], to: 'in_publicity', label: say('公示', 'Put on notice') },
    take_down: { from: ['in_publicity'], to: 'proposed', label: say('撤回公示', 'Take off notice') },
    withdraw: { from: ['proposed', 'in_publicity'], to: 'withdrawn', label: say('取消立项', 'Withdraw'), tells: 'AwardWithdrawn' },
    confirm: { from: ['in_publicity'], to: 'confirmed', label: say('确认立项', 'Confirm'), onlyIf: [publicityOver, noObjectionOpen], tells: 'AwardConfirmed' },
    accept: { from: ['confirmed'], to: 'accepted', label: say('接受', 'Accept'), onlyIf: [inTime], tells: 'AwardAccepted' },
    decline: { from: ['confirmed'], to: 'declined', label: say('放弃', 'Decline'), onlyIf: [inTime], tells: 'AwardDeclined' },
  },
});
