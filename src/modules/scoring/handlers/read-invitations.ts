import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { IdentityFacade } from '#modules/identity';
import { InvitationStore } from '../store/invitation.store.js';
import { HoldStage } from './hold-stage.js';
import type { PanelInvitationView } from './invitation.view.js';

/** Who was asked for the panels of a call, and what they said. */
@Injectable()
export class ReadInvitations {
  constructor(
    private readonly holding: HoldStage,
    private readonly invitations: InvitationStore,
    private readonly identity: IdentityFacade,
  ) {}

  async run(callId: string, actor: Actor): Promise<PanelInvitationView[]> {
    await this.holding.call(callId, actor, 'watch');
    const invitations = await this.invitations.ofCall(callId);
    const names = await this.identity.names(invitations.map(({ accountId }) => accountId));
    return invitations.map(({ id, stageKey, blocKey, accountId, status, replyBy, invitedAt, answeredAt, reason, remindedAt }) => ({
      id, stageKey, blocKey, accountId, name: names.get(accountId) ?? '', status, replyBy, invitedAt, answeredAt, reason, remindedAt,
    }));
  }
}
