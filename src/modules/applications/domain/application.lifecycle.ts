import { no, when, yes, type Verdict } from '#libs/access';
import { say } from '#libs/errors';
import { defineLifecycle, type MoveContext, type MoveTable } from '#libs/lifecycle';
import { STOPPED } from '#modules/organisations';
import type { CallStatus } from '#modules/calls';
import type { Application } from './application.js';
import type { ApplicationStatus } from './application-status.js';

/** What the guards of an application look at; `now` is the instant at which the request arrived, by the clock of the database. */
export interface ApplicationContext extends MoveContext {
  readonly call: { readonly status: CallStatus; readonly closesAt: Date; readonly graceSeconds: number };
  /** Errors that stand against submitting: answers, eligibility, standing. */
  readonly errors: number;
  /** Rules that failed at screening. */
  readonly failedRules: number;
  /** Rules that nobody has judged yet. */
  readonly openRules: number;
  /** Why every step of a party is stopped; null while none is, left out where it is looked up with the move. */
  readonly stopReason?: string | null;
  /** A party is stopped, and the actor may not know why. */
  readonly partnerStopped?: boolean;
  /** A party has taken its consent back and is still named. */
  readonly partyLeft?: boolean;
  /** A supplement is still to come, in its time. */
  readonly awaiting?: boolean;
  /** An appeal against the refusal is not decided yet. */
  readonly appealed?: boolean;
  readonly reason?: string;
  /** Whether the actor is the one who submits; absent where staff or the platform act. */
  readonly owns?: boolean;
}

export type ApplicationMove =
  | 'submit' | 'amend' | 'withdraw' | 'revive' | 'return' | 'resubmit' | 'admit' | 'exclude' | 'reconsider' | 'bring_to_review'
  | 'shortlist' | 'stop' | 'resume_review' | 'award' | 'reserve' | 'reject' | 'decline';

type Guard = (application: Application, context: ApplicationContext) => Verdict;

/** The last instant at which something may still be submitted: the published end with the rulebook’s grace. */
const lastInstant = ({ closesAt, graceSeconds }: ApplicationContext['call']): Date => new Date(closesAt.getTime() + graceSeconds * 1000);

/** Whether a draft may still become an application. @param call with the end of the board that it chose */
export const stillTakes = (call: ApplicationContext['call'], now: Date): boolean => call.status === 'open' && now <= lastInstant(call);

/**
 * The deadline is an instant of the database's clock, with the rulebook's grace, whatever a browser shows. No call closes before it: what
 * meets a closed call and arrived in time was only reached late.
 */
const callIsOpen: Guard = (_, { call, now }) => {
  if (call.status === 'suspended') return no('call_suspended', say('该批次已暂停，暂不能提交', 'The call is suspended; nothing can be submitted now'));
  if (now > lastInstant(call)) return no('deadline_passed', say('已过截止时间 {closesAt}', 'The deadline {closesAt} has passed'), { closesAt: call.closesAt });
  return when(call.status === 'open' || call.status === 'closed', no('call_not_open', say('该批次目前不接受申报', 'The call takes no applications now')));
};

const byOwner: Guard = (_, { owns = true }) => when(owns, no('not_the_owner', say('只有申报负责人可以办理，请联系负责人，或由负责人移交给您', 'Only the person in charge of the application can do this; ask her, or have it handed over to you')));

const isComplete: Guard = (_, { errors }) =>
  when(errors === 0, no('application_incomplete', say('还有 {errors} 处需要填写或更正', '{errors} places still need filling in or correcting'), { errors }));

const correctionInTime: Guard = ({ returned }, { now }) =>
  when(returned !== null && now <= new Date(returned.dueAt), no('correction_overdue', say('补正期限已过', 'The time for correcting is over')));

const withReason: Guard = (_, { reason }) => (reason ? yes : no('reason_needed', say('须填写原因', 'A reason is needed')));

const everyRuleJudged: Guard = (_, { openRules }) =>
  when(openRules === 0, no('rules_unjudged', say('还有 {openRules} 条资格条件没有核对', '{openRules} rules have not been checked'), { openRules }));

const noRuleFailed: Guard = (_, { failedRules }) =>
  when(failedRules === 0, no('rules_failed', say('有 {failedRules} 条资格条件不符合，不能通过', '{failedRules} rules failed; it cannot be admitted'), { failedRules }));

const nothingAwaited: Guard = (_, { awaiting }) =>
  when(!awaiting, no('supplement_awaited', say('还在等待申请人补充材料', 'A supplement of the applicant is still awaited')));

const noPartyLeft: Guard = (_, { partyLeft }) =>
  when(!partyLeft, no('party_left', say('有申报单位已退出，不能通过：请退回补正申报单位，或审查不通过', 'A party has left, so it cannot be admitted: return it to have the parties put in order, or exclude it')));

const noOpenAppeal: Guard = (_, { appealed }) =>
  when(!appealed, no('appeal_open', say('有申诉待处理：请在申诉中作出决定', 'An appeal is open: decide the appeal itself')));

const beforeReview: Guard = (_, { call }) =>
  when(['open', 'closed'].includes(call.status), no('review_begun', say('评审已经开始', 'The review has begun')));

/** A stop holds everything up but what ends: nobody is kept in a round against her will, or in one that she must leave. */
const organisationGoesOn: Guard = (_, { stopReason, partnerStopped }) =>
  stopReason ? no('organisation_stopped', STOPPED, { reason: stopReason }) : when(!partnerStopped, no('partner_stopped', PARTNER_STOPPED));
const PARTNER_STOPPED = say('联合申报的另一家单位各项业务已被暂停，原因请向该单位了解', 'Every step of another party to this application is stopped; please ask that party why');
export const ENDING: readonly ApplicationMove[] = ['withdraw', 'exclude', 'stop', 'reject', 'decline'];

type Row = MoveTable<ApplicationStatus, Application, ApplicationContext>;

function heldByStop(moves: Record<ApplicationMove, Row>): Record<ApplicationMove, Row> {
  const entries = Object.entries(moves) as [ApplicationMove, Row][];
  return Object.fromEntries(entries.map(([name, row]) => [name, ENDING.includes(name) ? row : { ...row, onlyIf: [organisationGoesOn, ...(row.onlyIf ?? [])] }])) as Record<ApplicationMove, Row>;
}

export const applicationLifecycle = defineLifecycle<ApplicationStatus, ApplicationMove, Application, ApplicationContext>({
  name: 'application',
  initial: 'draft',
  states: {
    draft: { label: say('草稿', 'Draft') },
    submitted: { label: say('已提交', 'Submitted') },
    returned: { label: say('待补正', 'Returned for correction') },
    withdrawn: { label: say('已撤回', 'Withdrawn') },
    eligible: { label: say('资格审查通过', 'Eligible') },
    ineligible: { label: say('资格审查未通过', 'Not eligible') },
    in_review: { label: say('评审中', 'Under review') },
    shortlisted: { label: say('入围', 'Shortlisted'), outsideLabel: say('评审中', 'Under review') },
    not_shortlisted: { label: say('未入围', 'Not shortlisted'), outsideLabel: say('评审中', 'Under review') },
    awarded: { label: say('拟立项', 'Award proposed'), outsideLabel: say('评审中', 'Under review') },
    reserved: { label: say('候补', 'On the reserve list'), outsideLabel: say('评审中', 'Under review') },
    not_awarded: { label: say('未立项', 'Not awarded'), outsideLabel: say('评审中', 'Under review') },
    declined: { label: say('已放弃立项', 'Award declined'), final: true },
  },
  moves: heldByStop({
    submit: { from: ['draft'], to: 'submitted', label: say('提交申报', 'Submit'), onlyIf: [byOwner, callIsOpen, isComplete], tells: 'ApplicationSubmitted' },
    amend: { from: ['submitted'], to: 'draft', label: say('修改已提交的申报', 'Amend'), onlyIf: [byOwner, callIsOpen] },
    withdraw: { from: ['draft', 'submitted', 'returned'], to: 'withdrawn', label: say('撤回申报', 'Withdraw'), onlyIf: [byOwner, beforeReview], tells: 'ApplicationWithdrawn' },
    revive: { from: ['withdrawn'], to: 'draft', label: say('恢复申报', 'Revive'), onlyIf: [byOwner, callIsOpen] },
    return: { from: ['submitted'], to: 'returned', label: say('退回补正', 'Return for correction'), onlyIf: [withReason], tells: 'ApplicationReturned' },
    resubmit: { from: ['returned'], to: 'submitted', label: say('提交补正', 'Submit the correction'), onlyIf: [byOwner, correctionInTime, isComplete], tells: 'ApplicationSubmitted' },
    admit: { from: ['submitted'], to: 'eligible', label: say('资格审查通过', 'Admit'), onlyIf: [nothingAwaited, noPartyLeft, everyRuleJudged, noRuleFailed], tells: 'ApplicationScreened' },
    exclude: { from: ['submitted', 'returned'], to: 'ineligible', label: say('资格审查不通过', 'Exclude'), onlyIf: [nothingAwaited, withReason], tells: 'ApplicationScreened' },
    reconsider: { from: ['eligible', 'ineligible'], to: 'submitted', label: say('重新审查', 'Reconsider'), onlyIf: [withReason, noOpenAppeal, beforeReview] },
    bring_to_review: { from: ['eligible', 'shortlisted'], to: 'in_review', label: say('进入评审', 'Bring to review') },
    shortlist: { from: ['in_review'], to: 'shortlisted', label: say('入围', 'Shortlist') },
    stop: { from: ['in_review'], to: 'not_shortlisted', label: say('不入围', 'Do not shortlist') },
    resume_review: { from: ['shortlisted', 'not_shortlisted'], to: 'in_review', label: say('重新评审', 'Review again') },
    award: { from: ['in_review', 'shortlisted', 'reserved', 'not_awarded', 'awarded'], to: 'awarded', label: say('拟立项', 'Propose an award') },
    reserve: { from: ['in_review', 'shortlisted', 'awarded', 'not_awarded', 'reserved'], to: 'reserved', label: say('列为候补', 'Place on the reserve list') },
    reject: { from: ['in_review', 'shortlisted', 'not_shortlisted', 'awarded', 'reserved', 'not_awarded'], to: 'not_awarded', label: say('不予立项', 'Do not award') },
    decline: { from: ['awarded'], to: 'declined', label: say('放弃立项', 'Decline the award') },
  }),
});
