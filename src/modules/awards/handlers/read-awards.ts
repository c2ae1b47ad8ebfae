import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { noSuchRound } from '../awards.errors.js';
import { reads } from '../awards.permissions.js';
import { AwardStore } from '../store/award.store.js';
import { AwardRow } from './award.view.js';

@Injectable()
export class ReadAwards {
  constructor(private readonly awards: AwardStore) {}

  /** @throws DomainError `award_call_absent` */
  async ofCall(callId: string, actor: Actor): Promise<AwardRow[]> {
    const round = await this.awards.round(callId);
    if (!round || !reads(actor, round)) throw noSuchRound();
    return (await this.awards.ofCall(callId)).map((award) => AwardRow.of(award));
  }

  /** What the actor's organisations have won, from the confirmation on. */
  async mine(actor: Actor): Promise<AwardRow[]> {
    return (await this.awards.ofOrganisations(actor.subjects('applicant'), ['confirmed', 'accepted', 'declined'])).map((award) => AwardRow.of(award));
  }
}
