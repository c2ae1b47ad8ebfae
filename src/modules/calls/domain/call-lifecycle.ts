import { no, when, yes, type Verdict } from '#libs/access';
import { say } from '#libs/errors';
import { defineLifecycle, type MoveContext, type MoveTable } from '#libs/lifecycle';
import type { Call } from './call.js';
import { SUSPENDABLE, type CallStatus, type LaterStatus, type SuspendableStatus } from './call-status.js';

/** What the guards of a round look at; `now` is the time of the database. */
export interface CallContext extends MoveContext {
  /** Errors of the rulebook that stand against publishing; empty when it is sound. */
  readonly errors: number;
  readonly collectsNeeds: boolean;
  readonly reason?: string;
}

export type ResumeMove = `resume_${SuspendableStatus}`;
export type CallMove =
  | 'collect_needs' | 'publish' | 'open' | 'close' | 'review' | 'decide' | 'announce' | 'withdraw_notice' | 'confirm' | 'run' | 'wind_up'
  | 'archive' | 'suspend' | 'cancel' | ResumeMove;

type Row = MoveTable<CallStatus, Call, CallContext>;

const rulebookSound = (_call: Call, { errors }: CallContext): Verdict =>
  when(errors === 0, no('rulebook_unsound', say('规则书有 {errors} 处错误，不能发布', 'The rulebook has {errors} errors and cannot be published'), { errors }));

const needsStageDeclared = (_call: Call, { collectsNeeds }: CallContext): Verdict =>
  when(collectsNeeds, no('needs_stage_missing', say('规则书没有需求征集阶段', 'The rulebook has no stage in which needs are collected')));

const deadlineAhead = (call: Call, { now }: CallContext): Verdict =>
  when(call.closesAt === null || call.closesAt > now, no('deadline_passed', say('截止时间 {closesAt} 已过，请先修改日期', 'The deadline {closesAt} has passed; change the dates first'), { closesAt: call.closesAt }));

const openingReached = (call: Call, { now }: CallContext): Verdict =>
  when(call.opensAt !== null && call.opensAt <= now, no('opening_not_reached', say('尚未到开始时间 {opensAt}', 'It opens on {opensAt}, not before'), { opensAt: call.opensAt }));

/** Closing earlier than announced would shut out applicants who trusted the notice. */
const deadlineReached = (call: Call, { now }: CallContext): Verdict =>
  when(call.lastMoment !== null && call.lastMoment < now, no('deadline_not_reached', say('尚未到截止时间 {closesAt}，不能提前截止', 'It closes on {closesAt}; closing earlier is not possible'), { closesAt: call.closesAt }));

const withReason = (_call: Call, { reason }: CallContext): Verdict =>
  reason ? yes : no('reason_needed', say('须填写原因', 'A reason is needed'));

const stoppedThere = (status: SuspendableStatus) => (call: Call): Verdict =>
  when(call.suspendedFrom === status, no('suspended_elsewhere', say('暂停前不是此状态', 'It was not suspended from this status')));

const resumeMoves = Object.fromEntries(
  SUSPENDABLE.map((status): [ResumeMove, Row] => [
    `resume_${status}`,
    { from: ['suspended'], to: status, label: say('恢复', 'Resume'), onlyIf: [stoppedThere(status)], tells: 'CallResumed' },
  ]),
) as Record<ResumeMove, Row>;

export const callLifecycle = defineLifecycle<CallStatus, CallMove, Call, CallContext>({
  name: 'call',
  initial: 'draft',
  states: {
    draft: { label: say('草稿', 'Draft') },
    needs_collection: { label: say('需求征集中', 'Collecting needs') },
    published: { label: say('已发布', 'Published'), outsideLabel: say('即将开放', 'Opening soon') },
    open: { label: say('申报中', 'Open') },
    closed: { label: say('已截止', 'Closed') },
    reviewing: { label: say('评审中', 'Under review') },
    decided: { label: say('已定结果', 'Decided'), outsideLabel: say('评审中', 'Under review') },
    in_publicity: { label: say('公示中', 'In publicity') },
    confirmed: { label: say('已确定立项', 'Awards confirmed') },
    running: { label: say('实施中', 'Running') },
    closing: { label: say('结项中', 'Closing') },
    archived: { label: say('已归档', 'Archived'), outsideLabel: say('已结束', 'Ended'), final: true },
    suspended: { label: say('已暂停', 'Suspended') },
    cancelled: { label: say('已取消', 'Cancelled'), final: true },
  },
  moves: {
    collect_needs: { from: ['draft'], to: 'needs_collection', label: say('开始征集需求', 'Collect needs'), onlyIf: [needsStageDeclared] },
    publish: { from: ['draft', 'needs_collection'], to: 'published', label: say('发布', 'Publish'), onlyIf: [rulebookSound, deadlineAhead], tells: 'CallPublished' },
    open: { from: ['published'], to: 'open', label: say('开放申报', 'Open'), onlyIf: [openingReached], tells: 'CallOpened' },
    close: { from: ['open'], to: 'closed', label: say('截止申报', 'Close'), onlyIf: [deadlineReached], tells: 'CallClosed' },
    review: { from: ['closed'], to: 'reviewing', label: say('开始评审', 'Begin the review') },
    decide: { from: ['reviewing'], to: 'decided', label: say('确定结果', 'Decide') },
    announce: { from: ['decided'], to: 'in_publicity', label: say('公示', 'Put on notice') },
    withdraw_notice: { from: ['in_publicity'], to: 'decided', label: say('撤回公示', 'Withdraw the notice') },
    confirm: { from: ['in_publicity'], to: 'confirmed', label: say('确认立项', 'Confirm the awards') },
    run: { from: ['confirmed'], to: 'running', label: say('开始实施', 'Begin the projects') },
    wind_up: { from: ['running'], to: 'closing', label: say('开始结项', 'Begin the close-out') },
    archive: { from: ['closing'], to: 'archived', label: say('归档', 'Archive') },
    suspend: { from: SUSPENDABLE, to: 'suspended', label: say('暂停', 'Suspend'), onlyIf: [withReason], tells: 'CallSuspended' },
    cancel: {
      from: ['draft', 'needs_collection', 'published', 'open', 'closed', 'reviewing', 'decided', 'suspended'],
      to: 'cancelled', label: say('取消', 'Cancel'), onlyIf: [withReason], tells: 'CallCancelled',
    },
    ...resumeMoves,
  },
});

/** The move that leads to each of the later states. */
export const MOVE_TO = {
  reviewing: 'review', decided: 'decide', in_publicity: 'announce', confirmed: 'confirm', running: 'run', closing: 'wind_up', archived: 'archive',
} as const satisfies Record<LaterStatus, CallMove>;
