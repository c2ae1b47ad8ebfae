import { Injectable } from '@nestjs/common';
import type { Actor, Verdict } from '#libs/access';
import type { CalendarBook } from '#libs/calendar';
import { LastHeard, Overtaken, Seldom } from '#libs/database';
import type { Sentence } from '#libs/errors';
import type { Call } from './domain/call.js';
import { MOVE_TO } from './domain/call-lifecycle.js';
import type { CallStatus, LaterStatus } from './domain/call-status.js';
import type { Rulebook } from './domain/rulebook/rulebook.js';
import { noSuchCall, noSuchVersion } from './calls.errors.js';
import { AdmitReader } from './handlers/admit-reader.js';
import { MoveCall } from './handlers/move-call.js';
import { CalendarStore } from './store/calendar.store.js';
import { CallStore, type CallInForce } from './store/call.store.js';

/** A published call without its rulebook. */
export interface CallSummary {
  readonly id: string;
  readonly programmeId: string;
  /** The call whose open slots this one fills. */
  readonly parentId: string | null;
  readonly nodePath: string;
  readonly number: string;
  readonly title: Sentence;
  readonly status: CallStatus;
  /** Why it is suspended or cancelled. */
  readonly reason: string | null;
  readonly opensAt: Date;
  readonly closesAt: Date;
  /** So many seconds after `closesAt` a submission is still taken. */
  readonly graceSeconds: number;
  readonly rulebookVersion: number;
  /** Grows with every change of the call. */
  readonly version: number;
}

/** A published call with the rulebook in force. */
export interface CallView extends CallSummary {
  readonly rulebook: Rulebook;
  /** SHA-256 of the rulebook's canonical JSON. */
  readonly rulebookHash: string;
  /** The published calls of the same programme, without the call itself. */
  readonly siblingIds: readonly string[];
}

export interface RulebookVersion {
  readonly version: number;
  readonly rulebook: Rulebook;
  readonly hash: string;
}

const MOST_REMEMBERED = 64;

/** What other modules may ask about calls, and how they bring one on. Drafts are unknown here. */
@Injectable()
export class CallsFacade {
  private readonly seldom: Seldom<CallView>;

  constructor(
    private readonly calls: CallStore,
    private readonly moving: MoveCall,
    private readonly notices: CalendarStore,
    private readonly admission: AdmitReader,
    heard: LastHeard,
  ) {
    this.seldom = new Seldom(heard, MOST_REMEMBERED);
  }

  /** The calendar by which every term of a programme is counted; it refuses a year without a recorded notice. */
  calendar(): Promise<CalendarBook> {
    return this.notices.book();
  }

  /** @throws DomainError `call_absent`, also for a call that was never published */
  async get(callId: string): Promise<CallView> {
    return this.view(callId, false);
  }

  /** As `get`, as it was at the beginning of the request or later: for what is asked at every save. Not for a request that changes the call. */
  asOfRequest(callId: string): Promise<CallView> {
    return this.seldom.of(callId, () => this.view(callId, false));
  }

  /**
   * A call that was read `asOfRequest` keeps its status and rules until the open transaction ends, as if it had been held since then.
   * @throws Overtaken at the commit where it was changed in between
   */
  holdAsRead({ id, version }: CallView): void {
    this.calls.holdAsRead(id, version, () => {
      this.seldom.forget(id);
      return new Overtaken();
    });
  }

  /** As `get`, and the call keeps its status and rules until the open transaction ends: for deciding against a deadline. */
  async hold(callId: string): Promise<CallView> {
    return this.view(callId, true);
  }

  /** Whether the organisation may begin an application: in a call by invitation only where it is invited or has given the code. @throws DomainError `call_absent` */
  async admits(callId: string, organisationId: string): Promise<Verdict> {
    const call = await this.calls.find(callId);
    if (!call || !isPublished(call)) throw noSuchCall();
    return this.admission.mayApply(call, organisationId);
  }

  /** The published ones among the ids, by number. */
  async many(callIds: readonly string[]): Promise<CallSummary[]> {
    return (await this.calls.findMany(callIds)).filter(isPublished).map(summaryOf);
  }

  async ofProgramme(programmeId: string): Promise<CallSummary[]> {
    return (await this.calls.ofProgramme(programmeId)).filter(isPublished).map(summaryOf);
  }

  /** Every published call in the status. */
  async withStatus(status: CallStatus): Promise<CallSummary[]> {
    return (await this.calls.withStatus(status)).filter(isPublished).map(summaryOf);
  }

  /** Every call that takes applications. */
  async open(): Promise<CallView[]> {
    return Promise.all((await this.calls.inForceWith('open')).map((found) => this.viewOf(found)));
  }

  /** The rulebook as it was in one version; an application is judged by the version under which it was submitted. @throws DomainError */
  async rulebook(callId: string, version: number): Promise<RulebookVersion> {
    const found = await this.calls.rules(callId, version);
    if (!found) throw noSuchVersion(version);
    return found;
  }

  /**
   * Brings the call to one of its later states, in the caller's transaction; the caller has judged that the actor may.
   * A call that is there already stays as it is.
   * @throws DomainError `wrong_state`, `call_absent`
   */
  async move(callId: string, to: LaterStatus, actor: Actor, facts: Record<string, unknown> = {}): Promise<CallView> {
    const call = await this.calls.find(callId);
    if (call?.status !== to) await this.moving.run(callId, MOVE_TO[to], actor, { facts });
    return this.get(callId);
  }

  /** After an upheld objection: the list is taken off public notice, back to `decided`. @throws DomainError `wrong_state` */
  async withdrawNotice(callId: string, actor: Actor, facts: Record<string, unknown> = {}): Promise<CallView> {
    await this.moving.run(callId, 'withdraw_notice', actor, { facts });
    return this.get(callId);
  }

  /** All is read at once; rules that changed in that moment are asked for again. */
  private async view(callId: string, hold: boolean): Promise<CallView> {
    const found = await this.calls.inForce(callId, hold);
    if (!found || !isPublished(found.call)) throw noSuchCall();
    return this.viewOf(found);
  }

  private async viewOf(found: CallInForce): Promise<CallView> {
    const { rulebook, hash } = found.rules ?? (await this.calls.rules(found.call.id, found.call.rulebookVersion))!;
    return { ...summaryOf(found.call), rulebook, rulebookHash: hash, siblingIds: found.siblingIds };
  }
}

const isPublished = (call: Call): boolean => call.publishedAt !== null;

/** Only for published calls: their dates are set. */
function summaryOf(call: Call): CallSummary {
  const { id, programmeId, parentId, nodePath, number, title, status, reason, opensAt, closesAt, graceSeconds, rulebookVersion, version } = call;
  return {
    id, programmeId, parentId, nodePath, number, title, status, reason, opensAt: opensAt as Date, closesAt: closesAt as Date, graceSeconds, rulebookVersion, version,
  };
}
