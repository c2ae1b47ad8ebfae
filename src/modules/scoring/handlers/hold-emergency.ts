import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { absent, say, type DomainError } from '#libs/errors';
import { ApplicationsFacade, type ApplicationView } from '#modules/applications';
import { CallsFacade, type CallView } from '#modules/calls';
import type { EmergencyAccess } from '../domain/emergency/emergency-access.js';
import type { EmergencyContext } from '../domain/emergency/emergency.lifecycle.js';
import { administers, audits } from '../scoring.permissions.js';
import { EmergencyStore } from '../store/emergency.store.js';
import { TellTooNear } from './tell-too-near.js';

const noSuchAccess = () => absent('emergency_access_absent', say('没有找到这项紧急查阅', 'There is no such emergency access'));

export interface HeldAccess {
  readonly access: EmergencyAccess;
  readonly call: CallView;
  readonly application: ApplicationView;
  readonly tooNear: DomainError | null;
}

/** Finds an access for whoever asked, an administrator or an auditor of its place; to everybody else it does not exist. */
@Injectable()
export class HoldEmergency {
  constructor(
    private readonly accesses: EmergencyStore,
    private readonly calls: CallsFacade,
    private readonly applications: ApplicationsFacade,
    private readonly near: TellTooNear,
  ) {}

  /** @throws DomainError `emergency_access_absent` */
  async run(id: string, actor: Actor): Promise<HeldAccess> {
    const access = await this.accesses.lock(id);
    if (!access || !(access.askedBy === actor.accountId || administers(actor, access) || audits(actor, access))) throw noSuchAccess();
    return { access, ...(await this.around(access, actor)) };
  }

  async around(access: EmergencyAccess, actor: Actor): Promise<Omit<HeldAccess, 'access'>> {
    const [call, application] = await Promise.all([this.calls.get(access.callId), this.applications.get(access.applicationId)]);
    return { call, application, tooNear: await this.near.of(actor, application, call, access.askedBy === actor.accountId ? access.seatId : null) };
  }
}

export const contextOf = (access: EmergencyAccess, tooNear: DomainError | null, actor: Actor, now: Date): EmergencyContext => ({ actor, now, tooNear, administers: administers(actor, access) });
