import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, Transaction } from '#libs/database';
import { Events } from '#libs/events';
import type { Call } from '../domain/call.js';
import { callLifecycle, type CallContext, type CallMove } from '../domain/call-lifecycle.js';
import type { CallStatus, SuspendableStatus } from '../domain/call-status.js';
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
    note(call, move, from, context);
    await this.calls.update(call);
    await this.record(call, { move, from, facts }, context);
    const { id: callId, programmeId, nodePath, number } = call;
    if (news) await this.events.tell(CALL_EVENTS[news as keyof typeof CALL_EVENTS], { callId, programmeId, nodePath, number, by: personOf(context.actor) });
    return call;
  }

  private async record(call: Call, { move, from, facts }: { move: CallMove; from: CallStatus; facts: Record<string, unknown> }, { actor, now, reason }: CallContext): Promise<void> {
    const { id: callId, rulebookVersion, status, version } = call;
    const words = reason ?? null;
    await this.calls.addHistory({ callId, step: version, move, fromStatus: from, toStatus: status, reason: words, rulebookVersion, actorId: actor.accountId, at: now });
    await this.audit.record({ action: `call.${move}`, subject: { kind: 'call', id: callId }, actor, facts: { ...facts, from, to: status, reason: words, rulebookVersion } });
  }
}

const personOf = ({ accountId }: Actor): string | undefined => (accountId === SYSTEM.accountId ? undefined : accountId);

/** What the call itself keeps of a move. */
function note(call: Call, move: CallMove, from: CallStatus, { now, reason }: CallContext): void {
  call.suspendedFrom = move === 'suspend' ? (from as SuspendableStatus) : null;
  call.reason = move === 'suspend' || move === 'cancel' ? (reason ?? null) : null;
  if (move === 'publish') call.publishedAt = now;
}
