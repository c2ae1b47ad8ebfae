import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, Transaction } from '#libs/database';
import { Events } from '#libs/events';
import type { Call } from '../domain/call.js';
import { callLifecycle, type CallContext, type CallMove } from '../domain/call-lifecycle.js';
import type { SuspendableStatus } from '../domain/call-status.js';
import { CALL_EVENTS } from '../calls.events.js';
import { noSuchCall } from '../calls.errors.js';
import { CallStore } from '../store/call.store.js';

export interface MoveWords {
  readonly reason?: string;
  readonly facts?: Record<string, unknown>;
}

/** Moves a call along its life, records why, and tells the news. Who may is judged before. */
@Injectable()
export class MoveCall {
  constructor(
    private readonly tx: Transaction,
    private readonly calls: CallStore,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
    private readonly events: Events,
  ) {}

  /** For every move that does not look at the rulebook. @throws DomainError `call_absent`, `wrong_state`, or the guard's own reason */
  run(callId: string, move: Exclude<CallMove, 'publish' | 'collect_needs'>, actor: Actor, words: MoveWords = {}): Promise<Call> {
    return this.tx.run(async () => {
      const call = await this.calls.lock(callId);
      if (!call) throw noSuchCall();
      return this.apply(call, move, { actor, now: await this.time.now(), errors: 0, collectsNeeds: true, reason: words.reason }, words.facts);
    });
  }

  /** The same for a call that is locked already and whose rulebook has been judged. */
  async apply(call: Call, move: CallMove, context: CallContext, facts: Record<string, unknown> = {}): Promise<Call> {
    const from = call.status;
    const news = callLifecycle.move(call, move, context);
    call.suspendedFrom = move === 'suspend' ? (from as SuspendableStatus) : null;
    call.reason = call.status === 'suspended' || call.status === 'cancelled' ? (context.reason ?? null) : null;
    if (move === 'publish') call.publishedAt = context.now;
    await this.calls.update(call);
    const { id: callId, rulebookVersion, programmeId, nodePath, number, status } = call;
    const reason = context.reason ?? null;
    await this.calls.addHistory({ callId, step: call.version, move, fromStatus: from, toStatus: status, reason, rulebookVersion, actorId: context.actor.accountId, at: context.now });
    await this.audit.record({ action: `call.${move}`, subject: { kind: 'call', id: callId }, actor: context.actor, facts: { ...facts, from, to: status, reason, rulebookVersion } });
    if (news) await this.events.tell(CALL_EVENTS[news as keyof typeof CALL_EVENTS], { callId, programmeId, nodePath, number });
    return call;
  }
}
