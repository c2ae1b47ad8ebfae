import { no, when, yes, type Verdict } from '#libs/access';
import { say, type Sentence } from '#libs/errors';
import { defineLifecycle, type MoveContext } from '#libs/lifecycle';
import type { Milestone, MilestoneStatus } from './milestone.js';

export interface MilestoneContext extends MoveContext {
  /** Kinds of evidence that are still lacking, in words. */
  readonly lacking: readonly Sentence[];
  readonly projectRuns: boolean;
  readonly reason?: string;
  /** What rests on the acceptance by now; nothing is asked where the report is not accepted. */
  readonly resting?: Resting;
}

/** Payments and evaluations that would lose their ground if the report were not accepted any more. */
export interface Resting {
  readonly payments: readonly { readonly title: Sentence; readonly paid: boolean }[];
  /** The evaluation that was recorded on it. */
  readonly evaluation: Sentence | null;
}

type Guard = (milestone: Milestone, context: MilestoneContext) => Verdict;
const projectRuns: Guard = (_, context) => when(context.projectRuns, no('project_not_running', say('项目当前状态不能提交或验收报告', 'Reports cannot be handed in or accepted in the project’s present state')));
const complete: Guard = (_, { lacking }) => when(lacking.length === 0, no('evidence_lacking', say('还缺少：{lacking}', 'Still lacking: {lacking}'), { lacking }));
const withReason: Guard = (_, { reason }) => (reason ? yes : no('reason_needed', say('须填写原因', 'A reason is needed')));

const notEvaluated: Guard = (_, { resting }) => {
  const title = resting?.evaluation;
  return title ? no('evaluation_rests_on_it', say('“{title}”已据此记录，评估结果不能更改，验收不能撤销', '“{titleEn}” was recorded on it and does not change, so the acceptance stands'), { title: title.zh, titleEn: title.en }) : yes;
};

/** Money is not undone by opening a report: what was paid stays paid, and what is on its way goes back to finance first. */
const notPaidOn: Guard = (_, { resting }) => {
  const [payment] = [...(resting?.payments ?? [])].sort((a, b) => Number(b.paid) - Number(a.paid));
  if (!payment) return yes;
  const facts = { title: payment.title.zh, titleEn: payment.title.en };
  if (payment.paid) return no('paid_on_it', say('“{title}”已据此支付，验收不能撤销；多付的款项在结算时收回', '“{titleEn}” was paid on it, so the acceptance stands; what was paid too much is taken back when the project is settled'), facts);
  return no('payment_rests_on_it', say('“{title}”已据此提交审批；请财务审批先退回这笔拨款', '“{titleEn}” is being approved on it; finance has to send that payment back first'), facts);
};

export type MilestoneMove = 'submit' | 'accept' | 'return' | 'reopen';

export const milestoneLifecycle = defineLifecycle<MilestoneStatus, MilestoneMove, Milestone, MilestoneContext>({
  name: 'milestone',
  initial: 'planned',
  states: {
    planned: { label: say('待提交', 'To be handed in') },
    submitted: { label: say('待验收', 'To be accepted') },
    returned: { label: say('退回修改', 'Returned') },
    accepted: { label: say('已验收', 'Accepted') },
  },
  moves: {
    submit: { from: ['planned', 'returned'], to: 'submitted', label: say('提交报告', 'Hand in'), onlyIf: [projectRuns, complete] },
    accept: { from: ['submitted'], to: 'accepted', label: say('验收通过', 'Accept'), onlyIf: [projectRuns], tells: 'MilestoneAccepted' },
    return: { from: ['submitted'], to: 'returned', label: say('退回修改', 'Return'), onlyIf: [withReason] },
    reopen: { from: ['accepted'], to: 'submitted', label: say('撤销验收', 'Take the acceptance back'), onlyIf: [projectRuns, notPaidOn, notEvaluated] },
  },
});
