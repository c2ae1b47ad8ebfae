import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { CallsFacade } from '#modules/calls';
import { IdentityFacade } from '#modules/identity';
import { alreadyDecided, noSuchRound } from '../awards.errors.js';
import { reads } from '../awards.permissions.js';
import { AwardStore } from '../store/award.store.js';
import { DraftAllocation } from './allocation-draft.js';
import { AllocationView } from './allocation.view.js';

/** The dry run: what would be decided now. */
@Injectable()
export class PreviewAllocation {
  constructor(
    private readonly drafting: DraftAllocation,
    private readonly calls: CallsFacade,
    private readonly awards: AwardStore,
    private readonly people: IdentityFacade,
  ) {}

  /** @throws DomainError `call_absent`, `awards_decided`, `ranking_missing` */
  async run(callId: string, actor: Actor): Promise<AllocationView> {
    if (!reads(actor, await this.calls.get(callId))) throw noSuchRound();
    if (await this.awards.round(callId)) throw alreadyDecided();
    return this.view(callId);
  }

  async view(callId: string): Promise<AllocationView> {
    const acts = await this.awards.acts(callId);
    const names = new Map(await Promise.all([...new Set(acts.map(({ actorId }) => actorId))].map(async (id) => [id, (await this.people.person(id))?.name ?? null] as const)));
    return AllocationView.of(await this.drafting.run(callId), acts, (id) => names.get(id) ?? null);
  }
}
