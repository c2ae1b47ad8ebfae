import { no, when, yes, type Verdict } from '#libs/access';
import { say } from '#libs/errors';
import { fen, formatFen } from '#libs/money';
import { defineLifecycle, type MoveContext } from '#libs/lifecycle';
import type { GateReason } from './tranche-facts.js';
import type { Tranche, TrancheStatus } from './tranche.js';

export interface TrancheContext extends MoveContext {
  /** Conditions of the gate that are not met. */
  readonly unmet: readonly GateReason[];
  /** Nothing is paid to the project any more: it was terminated. */
  readonly projectOver: boolean;
  /** What would be paid if it were prepared now, in fen. */
  readonly dueFen: number;
  readonly reason?: string;
}

export type TrancheMove = 'request' | 'prepare' | 'approve' | 'refuse' | 'pay' | 'acknowledge' | 'cancel';
type Guard = (tranche: Tranche, context: TrancheContext) => Verdict;

const projectGoesOn: Guard = (_, { projectOver }) =>
  when(!projectOver, no('project_terminated', say('项目已终止，不再拨款；未拨付的款项由财务取消', 'The project is terminated and nothing more is paid; finance cancels what is left')));

const gateOpen: Guard = (_, { unmet }) =>
  when(unmet.length === 0, no('gate_closed', say('还有 {count} 项拨付条件未满足', '{count} conditions for paying are not met'), { count: unmet.length, unmet: unmet.map(({ code }) => code) }));

/** At actual cost another payment may have taken some of what was due when this one was prepared. */
const stillDue: Guard = ({ payFen }, { dueFen }) => when(payFen === null || payFen <= dueFen, no('due_fell', say(
  '据实结算，现在应付 {due}，少于提交审批时的 {pay}；请退回后重新提交', 'At actual cost {due} is due now, less than the {pay} that was prepared; send it back and prepare it again',
), { due: formatFen(fen(dueFen)), pay: formatFen(fen(payFen ?? 0)) }));

/** 不相容职务分离: whoever prepared or asked for a payment does not release it. */
const byAnother: Guard = ({ preparedBy, requestedBy }, { actor }) =>
  when(preparedBy !== actor.accountId && requestedBy !== actor.accountId, no('second_person_needed', say('拨付须由另一人审批', 'A payment is approved by a second person')));

const withReason: Guard = (_, { reason }) => (reason ? yes : no('reason_needed', say('须填写原因', 'A reason is needed')));

export const trancheLifecycle = defineLifecycle<TrancheStatus, TrancheMove, Tranche, TrancheContext>({
  name: 'tranche',
  initial: 'planned',
  states: {
    planned: { label: say('计划中', 'Planned') },
    requested: { label: say('已申请', 'Requested') },
    prepared: { label: say('待审批', 'To be approved'), outsideLabel: say('办理中', 'In progress') },
    approved: { label: say('待支付', 'To be paid'), outsideLabel: say('办理中', 'In progress') },
    paid: { label: say('已支付', 'Paid') },
    acknowledged: { label: say('已确认到账', 'Received'), final: true },
    cancelled: { label: say('已取消', 'Cancelled'), final: true },
  },
  moves: {
    request: { from: ['planned', 'requested'], to: 'requested', label: say('申请拨款', 'Request'), onlyIf: [projectGoesOn] },
    prepare: { from: ['requested'], to: 'prepared', label: say('提交审批', 'Prepare'), onlyIf: [gateOpen] },
    approve: { from: ['prepared'], to: 'approved', label: say('批准拨付', 'Approve'), onlyIf: [byAnother, gateOpen, stillDue] },
    refuse: { from: ['prepared', 'approved'], to: 'requested', label: say('退回', 'Refuse'), onlyIf: [withReason] },
    pay: { from: ['approved'], to: 'paid', label: say('登记支付', 'Record the payment'), onlyIf: [gateOpen, stillDue] },
    acknowledge: { from: ['paid'], to: 'acknowledged', label: say('确认到账', 'Acknowledge receipt') },
    cancel: { from: ['planned', 'requested'], to: 'cancelled', label: say('取消', 'Cancel'), onlyIf: [withReason] },
  },
});
