import { no, when, yes, type Verdict } from '#libs/access';
import { say } from '#libs/errors';
import { defineLifecycle, type MoveContext } from '#libs/lifecycle';
import type { Contract, ContractStatus } from './contract.js';

export interface ContractContext extends MoveContext {
  /** Parties that have not accepted. */
  readonly missing: number;
  readonly reason?: string;
}

const everybodyAccepted = (_: Contract, { missing }: ContractContext): Verdict =>
  when(missing === 0, no('parties_missing', say('还有 {missing} 方未确认', '{missing} parties have not accepted'), { missing }));
const withReason = (_: Contract, { reason }: ContractContext): Verdict => (reason ? yes : no('reason_needed', say('须填写原因', 'A reason is needed')));

export const contractLifecycle = defineLifecycle<ContractStatus, 'sign' | 'decline' | 'supersede', Contract, ContractContext>({
  name: 'contract',
  initial: 'issued',
  states: {
    issued: { label: say('待各方确认', 'To be accepted') },
    signed: { label: say('已签订', 'Signed'), final: true },
    declined: { label: say('受助方退回', 'Declined') },
    superseded: { label: say('已被新版本取代', 'Superseded'), final: true },
  },
  moves: {
    sign: { from: ['issued'], to: 'signed', label: say('签订', 'Sign'), onlyIf: [everybodyAccepted], tells: 'ContractSigned' },
    decline: { from: ['issued'], to: 'declined', label: say('退回修改', 'Decline'), onlyIf: [withReason] },
    supersede: { from: ['issued', 'declined'], to: 'superseded', label: say('以新版本取代', 'Supersede') },
  },
});
