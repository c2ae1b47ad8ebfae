import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { dayOf, yearOf, type Day } from '#libs/calendar';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { invalid, type Sentence } from '#libs/errors';
import { noSuchCall, noSuchProgramme } from '../calls.errors.js';
import { reads, writes } from '../calls.permissions.js';
import { adoptRulebook, adoptTitle } from '../domain/adopt-rulebook.js';
import { Call, CallRulebook, type CallId } from '../domain/call.js';
import { examineRulebook, keepable } from '../domain/examine-rulebook.js';
import { openingOn } from '../domain/move-dates.js';
import type { Programme } from '../domain/programme.js';
import { rulebookHash } from '../domain/rulebook/rulebook-hash.js';
import type { Rulebook } from '../domain/rulebook/rulebook.js';
import { readProgramme } from '../programmes/published-programmes.js';
import { CalendarStore } from '../store/calendar.store.js';
import { CallStore } from '../store/call.store.js';
import { ProgrammeStore } from '../store/programme.store.js';

/** Where the rules of a new call come from: an encoded published programme, an earlier call, or a document at hand. */
export interface NewCall {
  readonly programmeId: string;
  readonly template?: string;
  readonly copyOf?: string;
  readonly rulebook?: object;
  /** Moves every date so that applications open on this day. */
  readonly opensOn?: Day;
  /** What it is called instead of the title that the rules came with. */
  readonly title?: Sentence;
}

interface Origin {
  /** The call that it supplements. */
  readonly parent?: Call;
  /** The call whose rules it was begun with. */
  readonly copied?: Call;
}

/** Writes a new call as a draft. */
@Injectable()
export class DraftCall {
  constructor(
    private readonly calls: CallStore,
    private readonly programmes: ProgrammeStore,
    private readonly calendar: CalendarStore,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  /** Joins the caller's transaction, which holds the programme's lock: numbers have no gap. */
  async run(programme: Programme, rulebook: object, actor: Actor, { parent, copied }: Origin = {}): Promise<Call> {
    const now = await this.time.now();
    const call = Object.assign(new Call(), {
      id: newId<CallId>(), programmeId: programme.id, parentId: parent?.id ?? null, copiedFromId: copied?.id ?? null, nodePath: programme.nodePath,
      number: await this.nextNumber(programme, yearOfRules(rulebook) ?? yearOf(dayOf(now))), title: programme.title, status: 'draft',
      suspendedFrom: null, reason: null, rulebookVersion: 1, opensAt: null, closesAt: null, graceSeconds: 0, categoryKeys: [], visibility: 'public',
      publishedAt: null, createdBy: actor.accountId, createdAt: now, version: 1,
    });
    const sound = examineRulebook(rulebook, await this.calendar.book()).rulebook;
    if (sound) adoptRulebook(call, sound);
    else adoptTitle(call, rulebook);
    const hash = rulebookHash(rulebook);
    await this.calls.insert(call);
    await this.calls.addRulebook(Object.assign(new CallRulebook(), {
      callId: call.id, version: 1, rulebook, hash, reason: null, afterPublication: false, madeBy: actor.accountId, madeAt: now,
    }));
    await this.audit.record({ action: 'call.drafted', subject: { kind: 'call', id: call.id }, actor, facts: { number: call.number, hash, parent: call.parentId, copiedFrom: call.copiedFromId } });
    return call;
  }

  private async nextNumber(programme: Programme, year: number): Promise<string> {
    const prefix = `${programme.code}-${year}-`;
    return prefix + String((await this.programmes.countNumbers(programme.id, prefix)) + 1);
  }
}

/** An officer begins a call. @throws DomainError `programme_absent`, `call_absent`, `programme_unknown`, `rulebook_unkeepable` */
@Injectable()
export class CreateCall {
  constructor(
    private readonly tx: Transaction,
    private readonly calls: CallStore,
    private readonly programmes: ProgrammeStore,
    private readonly draft: DraftCall,
  ) {}

  run(wanted: NewCall, actor: Actor): Promise<Call> {
    return this.tx.run(async () => {
      const programme = await this.programmes.lock(wanted.programmeId);
      if (!programme || !writes(actor, programme)) throw noSuchProgramme();
      const { source, copied } = await this.source(wanted, actor);
      const rulebook = entitled(wanted.opensOn ? openingOn(source as Rulebook, wanted.opensOn) : source, wanted.title);
      const fault = keepable(rulebook);
      if (fault) throw invalid('rulebook_unkeepable', fault.sentence);
      return this.draft.run(programme, rulebook, actor, { copied });
    });
  }

  private async source({ template, copyOf, rulebook }: NewCall, actor: Actor): Promise<{ source: object; copied?: Call }> {
    if (rulebook) return { source: rulebook };
    if (copyOf === undefined) return { source: readProgramme(template ?? '') as object };
    const original = await this.calls.find(copyOf);
    if (!original || !reads(actor, original)) throw noSuchCall();
    return { source: (await this.calls.rulebook(original.id, original.rulebookVersion))!.rulebook, copied: original };
  }
}

const entitled = (rulebook: object, title: Sentence | undefined): object => (title ? { ...rulebook, title: { zh: title.zh, en: title.en } } : rulebook);

const yearOfRules = (rulebook: object): number | undefined => {
  const { year } = rulebook as { year?: unknown };
  return Number.isInteger(year) && (year as number) > 1999 && (year as number) < 2101 ? (year as number) : undefined;
};
