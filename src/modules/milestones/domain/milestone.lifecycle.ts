import { no, when, yes, type Verdict } from '#libs/access';
import { say, type Sentence } from '#libs/errors';
import { defineLifecycle, type MoveContext } from '#libs/lifecycle';
import type { Milestone, MilestoneStatus } from './milestone.js';

export interface MilestoneContext extends MoveContext {
  /** Kinds of evidence that are still lacking, in words. */
  readonly lacking: readonly Sentence[];
  readonly projectRuns: boolean;
  readonly reason?: string;
}

type Guard = (milestone: Milestone, context: MilestoneContext) => Verdict;
const projectRuns: Guard = (_, context) => when(context.projectRuns, no('project_not_running', say('项目当前状态不能提交或验收报告', 'Reports cannot be handed in or accepted in the project’s present state')));
const complete: Guard = (_, { lacking }) => when(lacking.length === 0, no('evidence_lacking', say('还缺少：{lacking}', 'Still lacking: {lacking}'), { lacking }));
const withReason: Guard = (_, { reason }) => (reason ? yes : no('reason_needed', say('须填写原因', 'A reason is needed')));

export const milestoneLifecycle = defineLifecycle<MilestoneStatus, 'submit' | 'accept' | 'return', Milestone, MilestoneContext>({
  name: 'milestone',
  initial: 'planned',
  states: {
    planned: { label: say('待提交', 'To be handed in') },
    submitted: { label: say('待验收', 'To be accepted') },
    returned: { label: say('退回修改', 'Returned') },
    accepted: { label: say('已验收', 'Accepted'), final: true },
  },
  moves: {
    submit: { from: ['planned', 'returned'], to: 'submitted', label: say('提交报告', 'Hand in'), onlyIf: [projectRuns, complete] },
    accept: { from: ['submitted'], to: 'accepted', label: say('验收通过', 'Accept'), onlyIf: [projectRuns], tells: 'MilestoneAccepted' },
    return: { from: ['submitted'], to: 'returned', label: say('退回修改', 'Return'), onlyIf: [withReason] },
  },
});
