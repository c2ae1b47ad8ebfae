import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { ApplicationsFacade } from '#modules/applications';
import { CallsFacade, type CallView } from '#modules/calls';
import { noSuchRound } from '../awards.errors.js';
import { reads } from '../awards.permissions.js';
import type { Award } from '../domain/award.js';
import { AwardStore } from '../store/award.store.js';
import { NamedAward } from './award.view.js';

@Injectable()
export class ReadAwards {
  constructor(
    private readonly awards: AwardStore,
    private readonly calls: CallsFacade,
    private readonly applications: ApplicationsFacade,
  ) {}

  /** @throws DomainError `call_absent` */
  async ofCall(callId: string, actor: Actor): Promise<NamedAward[]> {
    const round = await this.awards.round(callId);
    if (!round || !reads(actor, round)) throw noSuchRound();
    return this.named(await this.awards.ofCall(callId));
  }

  /** What the actor's organisations have won, from the confirmation on. */
  async mine(actor: Actor): Promise<NamedAward[]> {
    return this.named(await this.awards.ofOrganisations(actor.subjects('applicant'), ['confirmed', 'accepted', 'declined']));
  }

  private async named(awards: readonly Award[]): Promise<NamedAward[]> {
    const applications = new Map((await this.applications.many(awards.map(({ applicationId }) => applicationId))).map((application) => [application.id, application]));
    const calls = new Map<string, CallView>();
    for (const callId of new Set(awards.map((award) => award.callId))) calls.set(callId, await this.calls.get(callId));
    return awards.map((award) => NamedAward.from(award, applications.get(award.applicationId)!, calls.get(award.callId)!));
  }
}
