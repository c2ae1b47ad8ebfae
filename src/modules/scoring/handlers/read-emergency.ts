import { Injectable } from '@nestjs/common';
import { scopeOf, type Actor, type Verdict } from '#libs/access';
import { DatabaseTime } from '#libs/database';
import { ApplicationsFacade, type ApplicationView } from '#modules/applications';
import { CallsFacade, type CallView } from '#modules/calls';
import { IdentityFacade } from '#modules/identity';
import type { EmergencyAccess, EmergencyReading } from '../domain/emergency/emergency-access.js';
import { emergencyLifecycle, isOver, mayLook, mayReview } from '../domain/emergency/emergency.lifecycle.js';
import { administers, audits, EMERGENCY_WATCHERS } from '../scoring.permissions.js';
import { EmergencyStore } from '../store/emergency.store.js';
import type { EmergencyAccessView, EmergencyMoveView } from './emergency.view.js';
import { contextOf, HoldEmergency } from './hold-emergency.js';

interface Around {
  readonly calls: ReadonlyMap<string, CallView>;
  readonly applications: ReadonlyMap<string, ApplicationView>;
  readonly names: ReadonlyMap<string, string>;
  readonly readings: readonly EmergencyReading[];
  readonly now: Date;
}

/** What stands beside a list of accesses: calls, applications, people and looks, each asked for once. */
@Injectable()
export class GatherEmergencies {
  constructor(
    private readonly accesses: EmergencyStore,
    private readonly calls: CallsFacade,
    private readonly applications: ApplicationsFacade,
    private readonly identity: IdentityFacade,
    private readonly time: DatabaseTime,
  ) {}

  async of(found: readonly EmergencyAccess[]): Promise<Around> {
    const callIds = [...new Set(found.map(({ callId }) => callId))];
    const [calls, applications, names, readings, now] = await Promise.all([
      Promise.all(callIds.map((id) => this.calls.get(id))), this.applications.many([...new Set(found.map(({ applicationId }) => applicationId))]),
      this.identity.names(found.flatMap(({ askedBy, decidedBy, reviewedBy }) => [askedBy, decidedBy, reviewedBy])), this.accesses.readings(found.map(({ id }) => id)), this.time.now(),
    ]);
    return { calls: new Map(calls.map((call) => [call.id, call])), applications: new Map(applications.map((one) => [one.id, one])), names, readings, now };
  }
}

/** The emergency accesses of a place as its administrators and auditors read them, and anybody's own. */
@Injectable()
export class ReadEmergencies {
  constructor(
    private readonly accesses: EmergencyStore,
    private readonly gathering: GatherEmergencies,
    private readonly holding: HoldEmergency,
  ) {}

  async list(actor: Actor): Promise<EmergencyAccessView[]> {
    const [own, watched] = await Promise.all([
      this.accesses.askedBy(actor.accountId), actor.holds(...EMERGENCY_WATCHERS) ? this.accesses.within(scopeOf(actor, ...EMERGENCY_WATCHERS)) : [],
    ]);
    const found = [...new Map([...watched, ...own].map((access) => [access.id as string, access])).values()].sort((a, b) => b.askedAt.getTime() - a.askedAt.getTime());
    const around = await this.gathering.of(found);
    return Promise.all(found.map(async (access) => viewOf(access, around, await this.movesOf(access, actor, around.now), actor)));
  }

  /** Whether somebody is too near is asked only where it decides something. */
  private async movesOf(access: EmergencyAccess, actor: Actor, now: Date): Promise<EmergencyMoveView[]> {
    const tooNear = access.status === 'asked' ? (await this.holding.around(access, actor)).tooNear : null;
    const moves = emergencyLifecycle.possible(access, contextOf(access, tooNear, actor, now)).filter(({ move }) => move !== 'close' || !isOver(access, now));
    const beside: [EmergencyMoveView['move'], Verdict][] = [['look', mayLook(access, actor, now)], ['review', mayReview(access, actor, { now, audits: audits(actor, access) })]];
    return [...moves.map(({ move, verdict }) => moveOf(move, verdict)), ...beside.map(([move, verdict]) => moveOf(move, verdict))];
  }
}

const moveOf = (move: string, verdict: Verdict): EmergencyMoveView => ({ move, allowed: verdict.allowed, reason: verdict.allowed ? null : verdict.sentence });

function viewOf(access: EmergencyAccess, { calls, applications, names, readings, now }: Around, moves: EmergencyMoveView[], actor: Actor): EmergencyAccessView {
  const { id, thing, status, callId, stageKey, applicationId, seatId, reason, askedAt, decidedAt, note, openUntil, endedAt, reviewedAt, reviewNote } = access;
  const call = calls.get(callId)!;
  const { number, projectName } = applications.get(applicationId)!;
  const mine = access.askedBy === actor.accountId;
  const nameOf = (accountId: string | null): string | null => accountId && (names.get(accountId) ?? '');
  return {
    id, thing, status, callId, applicationId, seatId, reason, askedAt, decidedAt, note, openUntil, endedAt, reviewedAt, reviewNote, moves,
    label: emergencyLifecycle.label(status), over: isOver(access, now), callNumber: call.number, callTitle: call.title,
    stageTitle: call.rulebook.scoring.stages.find(({ key }) => key === stageKey)!.title, number: number ?? '', projectName: mine && thing === 'applicant' ? null : projectName,
    askedBy: nameOf(access.askedBy)!, decidedBy: nameOf(access.decidedBy), reviewedBy: nameOf(access.reviewedBy), mine, mayDecide: administers(actor, access),
    readings: readings.filter(({ accessId }) => accessId === id).map(({ readAt }) => readAt),
  };
}
