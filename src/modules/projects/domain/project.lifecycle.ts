import { no, when, yes, type Verdict } from '#libs/access';
import { say } from '#libs/errors';
import { defineLifecycle, type MoveContext, type MoveTable } from '#libs/lifecycle';
import { STOPPED } from '#modules/organisations';
import { SUSPENDABLE, type Project, type ProjectStatus, type SuspendableStatus } from './project.js';

export interface ProjectContext extends MoveContext {
  /** Why every step of the organisation is stopped, if it is. */
  readonly stopReason?: string | null;
  readonly reason?: string;
}

export type ProjectMove = 'contract' | 'start' | 'rectify' | 'rectified' | 'evaluate' | 'settle' | 'archive' | 'suspend' | 'terminate' | `resume_${SuspendableStatus}`;

type Row = MoveTable<ProjectStatus, Project, ProjectContext>;

const withReason = (_project: Project, { reason }: ProjectContext): Verdict => (reason ? yes : no('reason_needed', say('须填写原因', 'A reason is needed')));
const signed = (project: Project): Verdict => when(project.contract !== null, no('contract_missing', say('协议尚未签订', 'The contract is not signed yet')));
const stoppedThere = (status: SuspendableStatus) => (project: Project): Verdict =>
  when(project.suspendedFrom === status, no('suspended_elsewhere', say('暂停前不是此状态', 'It was not suspended from this status')));

/** A stop holds up whatever brings a project on; to hold it, to end it and to put it away stays possible. */
const organisationGoesOn = (_project: Project, { stopReason }: ProjectContext): Verdict => when(!stopReason, no('organisation_stopped', STOPPED, { reason: stopReason ?? '' }));
const FREE: readonly string[] = ['suspend', 'terminate', 'archive'];

function heldByStop(moves: Record<ProjectMove, Row>): Record<ProjectMove, Row> {
  const entries = Object.entries(moves) as [ProjectMove, Row][];
  return Object.fromEntries(entries.map(([name, row]) => [name, FREE.includes(name) ? row : { ...row, onlyIf: [organisationGoesOn, ...(row.onlyIf ?? [])] }])) as Record<ProjectMove, Row>;
}

const resumeMoves = Object.fromEntries(
  SUSPENDABLE.map((status) => [`resume_${status}`, { from: ['suspended'], to: status, label: say('恢复', 'Resume'), onlyIf: [withReason, stoppedThere(status)], tells: 'ProjectResumed' }]),
) as unknown as Record<`resume_${SuspendableStatus}`, Row>;

export const projectLifecycle = defineLifecycle<ProjectStatus, ProjectMove, Project, ProjectContext>({
  name: 'project',
  initial: 'opened',
  states: {
    opened: { label: say('已立项', 'Opened') },
    contracted: { label: say('已签约', 'Contracted') },
    running: { label: say('实施中', 'Running') },
    rectifying: { label: say('整改中', 'Rectifying') },
    evaluating: { label: say('评估中', 'Under evaluation') },
    settled: { label: say('已结算', 'Settled') },
    archived: { label: say('已归档', 'Archived'), final: true },
    suspended: { label: say('已暂停', 'Suspended') },
    terminated: { label: say('已终止', 'Terminated'), final: true },
  },
  moves: heldByStop({
    contract: { from: ['opened'], to: 'contracted', label: say('签约', 'Record the contract'), onlyIf: [signed], tells: 'ProjectContracted' },
    start: { from: ['contracted'], to: 'running', label: say('开始实施', 'Start') },
    rectify: { from: ['running'], to: 'rectifying', label: say('责令整改', 'Order a rectification'), onlyIf: [withReason] },
    rectified: { from: ['rectifying'], to: 'running', label: say('整改完成', 'Accept the rectification') },
    evaluate: { from: ['running'], to: 'evaluating', label: say('进入评估', 'Begin the evaluation') },
    settle: { from: ['evaluating'], to: 'settled', label: say('结算', 'Settle'), tells: 'ProjectSettled' },
    archive: { from: ['settled'], to: 'archived', label: say('归档', 'Archive') },
    suspend: { from: SUSPENDABLE, to: 'suspended', label: say('暂停', 'Suspend'), onlyIf: [withReason], tells: 'ProjectSuspended' },
    terminate: { from: [...SUSPENDABLE, 'suspended'], to: 'terminated', label: say('终止', 'Terminate'), onlyIf: [withReason], tells: 'ProjectTerminated' },
    ...resumeMoves,
  }),
});
