import { Injectable } from '@nestjs/common';
import { absent, say } from '#libs/errors';
import type { Actor } from '#libs/access';
import { CallsFacade, type CallView, type RoadshowProtocol } from '#modules/calls';
import { noRoadshow, noSuchPresentation, noSuchSession } from '../roadshows.errors.js';
import type { Presentation, RoadshowSession } from '../domain/roadshow.js';
import { RoadshowStore } from '../store/roadshow.store.js';

export interface HeldSession {
  readonly session: RoadshowSession;
  readonly call: CallView;
  readonly protocol: RoadshowProtocol;
  readonly presentations: readonly Presentation[];
}

/** Finds a roadshow for an officer of its place, locked: one hall, one hand at the console. */
@Injectable()
export class HoldSession {
  constructor(
    private readonly roadshows: RoadshowStore,
    private readonly calls: CallsFacade,
  ) {}

  /** @throws DomainError `call_absent`, `no_roadshow` */
  async call(callId: string, actor: Actor): Promise<{ call: CallView; protocol: RoadshowProtocol; stageKey: string }> {
    const call = await this.calls.get(callId);
    if (!actor.holdsAt(call.nodePath, 'officer')) throw absent('call_absent', say('没有找到该批次', 'There is no such call'));
    const protocol = call.rulebook.roadshow;
    const stageKey = call.rulebook.scoring.stages.find(({ stage }) => stage === protocol?.stage)?.key;
    if (!protocol || stageKey === undefined) throw noRoadshow();
    return { call, protocol, stageKey };
  }

  /** @throws DomainError `roadshow_absent` */
  async session(id: string, actor: Actor): Promise<HeldSession> {
    return this.with(await this.roadshows.lock(id), actor, noSuchSession);
  }

  /** @throws DomainError `presentation_absent` */
  async presentation(id: string, actor: Actor): Promise<HeldSession & { presentation: Presentation }> {
    const held = await this.with(await this.roadshows.sessionOf(id), actor, noSuchPresentation);
    return { ...held, presentation: held.presentations.find((one) => one.id === id)! };
  }

  private async with(session: RoadshowSession | null, actor: Actor, missing: () => Error): Promise<HeldSession> {
    if (!session || !actor.holdsAt(session.nodePath, 'officer')) throw missing();
    const call = await this.calls.get(session.callId);
    return { session, call, protocol: call.rulebook.roadshow!, presentations: await this.roadshows.presentations(session.id) };
  }
}
