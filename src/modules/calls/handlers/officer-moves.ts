import { Injectable } from '@nestjs/common';
import { insist, type Actor } from '#libs/access';
import { DatabaseTime, Transaction } from '#libs/database';
import { noSuchCall, noSuchProgramme } from '../calls.errors.js';
import { mayChange, reads } from '../calls.permissions.js';
import type { Call } from '../domain/call.js';
import type { CallContext, CallMove } from '../domain/call-lifecycle.js';
import { examineRulebook } from '../domain/examine-rulebook.js';
import type { RulebookProblem } from '../domain/rulebook/checks/problem-catalogue.js';
import type { Rulebook } from '../domain/rulebook/rulebook.js';
import { mayBeSupplemented, supplementOf, type Supplement } from '../domain/supplementary.js';
import { CalendarStore } from '../store/calendar.store.js';
import { CallStore } from '../store/call.store.js';
import { ProgrammeStore } from '../store/programme.store.js';
import type { OfficerMove } from './call.view.js';
import { DraftCall } from './create-call.js';
import { MoveCall } from './move-call.js';

/** What the guards of a call are shown. */
@Injectable()
export class CallFacts {
  constructor(
    private readonly calls: CallStore,
    private readonly calendar: CalendarStore,
    private readonly time: DatabaseTime,
  ) {}

  async of(call: Call, actor: Actor, reason?: string): Promise<CallContext> {
    const json = (await this.calls.rulebook(call.id, call.rulebookVersion))!.rulebook;
    return (await this.judged(json, actor, reason)).context;
  }

  /** The same with the faults themselves, for rules that are at hand already. */
  async judged(json: object, actor: Actor, reason?: string): Promise<{ context: CallContext; problems: readonly RulebookProblem[] }> {
    const { problems } = examineRulebook(json, await this.calendar.book());
    const stages = (json as Partial<Rulebook>).stages;
    const collectsNeeds = Array.isArray(stages) && stages.some((stage) => stage?.kind === 'needs_collection');
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    return { context: { actor, now: await this.time.now(), errors, collectsNeeds, reason }, problems };
  }
}

/** An officer publishes, opens, closes, suspends, resumes or cancels a call. */
@Injectable()
export class OfficerMovesCall {
  constructor(
    private readonly tx: Transaction,
    private readonly calls: CallStore,
    private readonly facts: CallFacts,
    private readonly moving: MoveCall,
  ) {}

  /** @throws DomainError `call_absent`, `not_the_officer`, `wrong_state`, or the guard's own reason */
  run(callId: string, move: OfficerMove, reason: string | undefined, actor: Actor): Promise<Call> {
    return this.tx.run(async () => {
      const call = await this.calls.lock(callId);
      if (!call || !reads(actor, call)) throw noSuchCall();
      insist(mayChange(actor, call), 'forbidden');
      const named = (move === 'resume' ? `resume_${call.suspendedFrom ?? 'published'}` : move) as CallMove;
      return this.moving.apply(call, named, await this.facts.of(call, actor, reason));
    });
  }
}

/** An officer drafts the call that fills the open slots of another (补充征集). */
@Injectable()
export class SupplementCall {
  constructor(
    private readonly tx: Transaction,
    private readonly calls: CallStore,
    private readonly programmes: ProgrammeStore,
    private readonly draft: DraftCall,
  ) {}

  /** @throws DomainError `call_absent`, `not_the_officer`, `supplement_too_early` */
  run(parentId: string, supplement: Omit<Supplement, 'ordinal'>, actor: Actor): Promise<Call> {
    return this.tx.run(async () => {
      const parent = await this.calls.find(parentId);
      if (!parent || !reads(actor, parent)) throw noSuchCall();
      insist(mayChange(actor, parent), 'forbidden');
      insist(mayBeSupplemented(parent));
      const programme = await this.programmes.lock(parent.programmeId);
      if (!programme) throw noSuchProgramme();
      const siblings = (await this.calls.ofProgramme(programme.id)).filter((call) => call.parentId === parent.id);
      const rules = (await this.calls.rulebook(parent.id, parent.rulebookVersion))!.rulebook as Rulebook;
      return this.draft.run(programme, supplementOf(rules, { ...supplement, ordinal: siblings.length + 1 }), actor, { parent });
    });
  }
}
