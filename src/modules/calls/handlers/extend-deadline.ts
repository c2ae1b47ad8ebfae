import { Injectable } from '@nestjs/common';
import { insist, type Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { noSuchCall, noSuchExtension, rulebookInvalid } from '../calls.errors.js';
import { mayChange, reads } from '../calls.permissions.js';
import { adoptRulebook } from '../domain/adopt-rulebook.js';
import type { Call } from '../domain/call.js';
import { examineRulebook } from '../domain/examine-rulebook.js';
import { extendedRules, type LaterDeadline } from '../domain/extension/extended-rules.js';
import { alreadyProposed, extensionLifecycle, isLater, mayBeExtended, type ExtensionMove } from '../domain/extension/extension-lifecycle.js';
import { Extension, type ExtensionId } from '../domain/extension/extension.js';
import type { Rulebook } from '../domain/rulebook/rulebook.js';
import { CalendarStore } from '../store/calendar.store.js';
import { CallStore } from '../store/call.store.js';
import { ExtensionStore } from '../store/extension.store.js';
import { RecordRulebook } from './save-rulebook.js';
import { TellOfficers } from './tell-officers.js';

export interface WantedExtension extends LaterDeadline {
  readonly reason: string;
}

/** The rules of a call with the later deadline, judged as any rules are. */
@Injectable()
export class RulesExtended {
  constructor(
    private readonly calls: CallStore,
    private readonly calendar: CalendarStore,
  ) {}

  /** @throws DomainError `rulebook_unsound`, for example when a later stage would begin before the new deadline's stage */
  async run(call: Call, later: LaterDeadline, now: Date): Promise<Rulebook> {
    const { rulebook } = (await this.calls.rulebook(call.id, call.rulebookVersion))!;
    const judged = examineRulebook(extendedRules(rulebook as Rulebook, later, now), await this.calendar.book());
    if (!judged.rulebook) throw rulebookInvalid(judged.problems.filter(({ severity }) => severity === 'error'));
    return judged.rulebook;
  }
}

/** Puts a proposal on record and calls the other officers to decide it. */
@Injectable()
export class RecordExtension {
  constructor(
    private readonly extensions: ExtensionStore,
    private readonly audit: AuditTrail,
    private readonly officers: TellOfficers,
  ) {}

  async proposed(call: Call, { closesAt, movesLater, reason }: WantedExtension, { actor, now }: { actor: Actor; now: Date }): Promise<void> {
    insist(alreadyProposed(await this.extensions.ofCall(call.id)));
    const extension = Object.assign(new Extension(), {
      id: newId<ExtensionId>(), callId: call.id, formerClosesAt: call.closesAt!, closesAt, movesLater, reason, status: 'proposed' as const,
      proposedBy: actor.accountId, proposedAt: now, decidedBy: null, decidedAt: null, answer: null, rulebookVersion: null,
    });
    await this.extensions.insert(extension);
    await this.audit.record({ action: 'call.extension_proposed', subject: { kind: 'call', id: call.id }, actor, facts: { extension: extension.id, closesAt: closesAt.toISOString(), movesLater, reason } });
    await this.officers.ofProposedExtension(call, extension, actor);
  }

  async decided(extension: Extension, move: ExtensionMove, actor: Actor): Promise<void> {
    const { id, callId, proposedBy, answer, rulebookVersion } = extension;
    await this.extensions.decide(extension);
    await this.audit.record({ action: `call.extension_${extension.status}`, subject: { kind: 'call', id: callId }, actor, facts: { extension: id, move, proposedBy, answer, rulebookVersion } });
    await this.officers.ofDecidedExtension(extension);
  }
}

/** An officer proposes a later deadline; the others hear of it. */
@Injectable()
export class ProposeExtension {
  constructor(
    private readonly tx: Transaction,
    private readonly calls: CallStore,
    private readonly records: RecordExtension,
    private readonly extended: RulesExtended,
    private readonly time: DatabaseTime,
  ) {}

  /** @throws DomainError `not_the_officer`, `extension_too_late`, `deadline_moved_earlier`, `extension_waiting`, `rulebook_unsound` */
  run(callId: string, wanted: WantedExtension, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const call = await this.calls.lock(callId);
      if (!call || !reads(actor, call)) throw noSuchCall();
      insist(mayChange(actor, call), 'forbidden');
      const now = await this.time.now();
      insist(mayBeExtended(call, now));
      insist(isLater(wanted.closesAt, call, now));
      await this.extended.run(call, wanted, now);
      await this.records.proposed(call, wanted, { actor, now });
    });
  }
}

/** Makes a confirmed extension the rules in force: an addendum that everybody reads and everybody concerned is told. */
@Injectable()
export class PutExtensionInForce {
  constructor(
    private readonly extended: RulesExtended,
    private readonly rules: RecordRulebook,
    private readonly time: DatabaseTime,
  ) {}

  now(): Promise<Date> {
    return this.time.now();
  }

  /** Answers the version that holds from now on. */
  async run(call: Call, extension: Extension, actor: Actor): Promise<number> {
    const rulebook = await this.extended.run(call, extension, await this.time.now());
    const formerDeadline = call.closesAt!.toISOString();
    adoptRulebook(call, rulebook);
    await this.rules.run(call, { rulebook, version: call.version, reason: extension.reason, formerDeadline }, actor, true);
    return call.rulebookVersion;
  }
}

/** Another officer confirms or declines a proposed extension, or its proposer takes it back. */
@Injectable()
export class DecideExtension {
  constructor(
    private readonly tx: Transaction,
    private readonly calls: CallStore,
    private readonly extensions: ExtensionStore,
    private readonly records: RecordExtension,
    private readonly effect: PutExtensionInForce,
  ) {}

  /** @throws DomainError `call_absent`, `extension_absent`, `extension_own_proposal`, `extension_not_own`, `extension_too_late`, `reason_needed` */
  run(callId: string, id: string, { move, answer }: { move: ExtensionMove; answer?: string }, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const call = await this.calls.lock(callId);
      if (!call || !reads(actor, call)) throw noSuchCall();
      const extension = await this.extensions.lock(callId, id);
      if (!extension) throw noSuchExtension();
      const now = await this.effect.now();
      extensionLifecycle.move(extension, move, { actor, now, call, may: mayChange(actor, call), answer });
      Object.assign(extension, { decidedBy: actor.accountId, decidedAt: now, answer: answer ?? null });
      if (move === 'confirm') extension.rulebookVersion = await this.effect.run(call, extension, actor);
      await this.records.decided(extension, move, actor);
    });
  }
}
