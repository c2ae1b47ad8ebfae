import { declaredReason } from './declared-conditions.js';
import { standingReasons } from './standing-conditions.js';
import type { GateVerdict, TrancheCondition, TrancheFacts } from './tranche-facts.js';

/**
 * Whether a tranche may be paid now, and why. A tranche opens by itself once the last condition is met and closes again
 * when one falls away; a person still has to order and another to release the payment.
 */
export function trancheGate(conditions: readonly TrancheCondition[], facts: TrancheFacts): GateVerdict {
  const reasons = [...conditions.map((condition) => declaredReason(condition, facts)), ...standingReasons(facts)];
  return { open: reasons.every((reason) => reason.met), reasons };
}
