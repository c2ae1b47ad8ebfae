import { Injectable } from '@nestjs/common';
import { insist, type Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, Transaction } from '#libs/database';
import { invalid, refused, say } from '#libs/errors';
import { Events } from '#libs/events';
import { callChanged, noSuchCall, rulebookInvalid } from '../calls.errors.js';
import { CallRulesChanged } from '../calls.events.js';
import { mayChange, reads } from '../calls.permissions.js';
import { adoptRulebook, adoptTitle } from '../domain/adopt-rulebook.js';
import { CallRulebook, type Call } from '../domain/call.js';
import { examineRulebook, keepable } from '../domain/examine-rulebook.js';
import { rulebookHash } from '../domain/rulebook/rulebook-hash.js';
import type { Rulebook } from '../domain/rulebook/rulebook.js';
import { isDrafting, mayBecome } from '../domain/settled-rules.js';
import { CalendarStore } from '../store/calendar.store.js';
import { CallStore } from '../store/call.store.js';

export interface NewRules {
  readonly rulebook: object;
  /** The call's version that the author has read. */
  readonly version: number;
  /** Needed once the call is published: everybody will read it. */
  readonly reason?: string;
  /** For an extension: the deadline before it, in ISO 8601. */
  readonly formerDeadline?: string;
}

/** Adds the version, its leaf and, for published rules, the news. */
@Injectable()
export class RecordRulebook {
  constructor(
    private readonly calls: CallStore,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
    private readonly events: Events,
  ) {}

  async run(call: Call, { rulebook, reason = undefined, formerDeadline = undefined }: NewRules, actor: Actor, afterPublication: boolean): Promise<Call> {
    const version = call.rulebookVersion + 1;
    const hash = rulebookHash(rulebook);
    call.rulebookVersion = version;
    await this.calls.addRulebook(Object.assign(new CallRulebook(), {
      callId: call.id, version, rulebook, hash, reason: reason ?? null, afterPublication, madeBy: actor.accountId, madeAt: await this.time.now(),
    }));
    await this.calls.update(call);
    await this.audit.record({ action: 'call.rules_saved', subject: { kind: 'call', id: call.id }, actor, facts: { version, hash, reason: reason ?? null, afterPublication } });
    const { id: callId, programmeId, nodePath, number } = call;
    if (afterPublication) await this.events.tell(CallRulesChanged, { callId, programmeId, nodePath, number, by: actor.accountId, rulebookVersion: version, reason: reason!, formerDeadline });
    return call;
  }
}

/** Keeps a further version of a call's rules: any while drafting, a sound one with a reason afterwards. */
@Injectable()
export class SaveRulebook {
  constructor(
    private readonly tx: Transaction,
    private readonly calls: CallStore,
    private readonly calendar: CalendarStore,
    private readonly records: RecordRulebook,
  ) {}

  /** @throws DomainError `call_changed` (stale), `rulebook_unsound`, `reason_needed`, `rules_settled`, `rules_frozen`, `deadline_moved_earlier`, `deadline_needs_two` */
  run(callId: string, rules: NewRules, actor: Actor): Promise<Call> {
    return this.tx.run(async () => {
      const call = await this.calls.lock(callId);
      if (!call || !reads(actor, call)) throw noSuchCall();
      insist(mayChange(actor, call), 'forbidden');
      if (call.version !== rules.version) throw callChanged();
      const fault = keepable(rules.rulebook);
      if (fault) throw invalid('rulebook_unkeepable', fault.sentence);
      const { problems, rulebook } = examineRulebook(rules.rulebook, await this.calendar.book());
      const published = !isDrafting(call);
      if (published) {
        if (!rulebook) throw rulebookInvalid(problems.filter(({ severity }) => severity === 'error'));
        await this.mayChangeTo(call, rulebook, rules.reason);
      }
      if (rulebook) adoptRulebook(call, rulebook);
      else adoptTitle(call, rules.rulebook);
      return this.records.run(call, rules, actor, published);
    });
  }

  private async mayChangeTo(call: Call, after: Rulebook, reason: string | undefined): Promise<void> {
    if (!reason) throw refused('reason_needed', say('须填写修改原因，将随补充通知公布', 'A reason is needed; it is published with the addendum'));
    const before = (await this.calls.rulebook(call.id, call.rulebookVersion))!.rulebook as Rulebook;
    insist(mayBecome(call, before, after));
  }
}
