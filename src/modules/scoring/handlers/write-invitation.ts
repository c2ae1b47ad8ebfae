import { Injectable } from '@nestjs/common';
import { say } from '#libs/errors';
import { Events } from '#libs/events';
import type { CallView } from '#modules/calls';
import { MailingPrepared, NothingLeftToDo, PeopleToBeTold, type ToBeTold } from '#modules/identity';
import type { Invitation } from '../store/invitation.store.js';

const keyOf = (id: string, kind: 'asked' | 'reminded', invitedAt: Date): string => `panel-invitation:${id}:${kind}:${invitedAt.toISOString()}`;

/** Tells an expert that she is asked, or that her answer is still awaited. */
function letterTo({ id, accountId, stageKey, replyBy, invitedAt }: Invitation, call: CallView, kind: 'asked' | 'reminded'): ToBeTold {
  const stage = call.rulebook.scoring.stages.find(({ key }) => key === stageKey)?.title ?? say('', '');
  return {
    to: { accountIds: [accountId] }, kind: kind === 'asked' ? 'panel-invitation' : 'panel-invitation-reminder', link: '/judge', key: keyOf(id, kind, invitedAt),
    title: kind === 'asked' ? say('邀请您担任评审专家', 'You are asked to join a panel') : say('评审邀请等您答复', 'An invitation to a panel awaits your answer'),
    body: say('“{call}”的“{stage}”邀请您担任评审专家，请在 {replyBy} 前答复是否参加。', 'You are asked to judge "{stageEn}" of "{callEn}". Please say by {replyBy} whether you can.'),
    facts: { call: call.title.zh, callEn: call.title.en, stage: stage.zh, stageEn: stage.en, replyBy: replyBy.toISOString() },
  };
}

/** Writes to the experts whom one person has asked; the clock reminds each by herself. */
@Injectable()
export class WriteInvitation {
  constructor(private readonly events: Events) {}

  async asked(invitations: readonly Invitation[], call: CallView, by: string): Promise<void> {
    if (invitations.length === 0) return;
    await this.events.tell(MailingPrepared, {
      by, nodePath: call.nodePath, key: `panel-invitations:${invitations[0]!.id}`, letters: invitations.map((invitation) => letterTo(invitation, call, 'asked')),
      about: say(`${call.number} 邀请 ${invitations.length} 位评审专家`, `${call.number}: ${invitations.length} experts are asked to judge`),
    });
  }

  /** Nothing waits for her any more of what this asking wrote; she may be asked anew. */
  async answered({ id, invitedAt }: Pick<Invitation, 'id' | 'invitedAt'>): Promise<void> {
    await this.events.tell(NothingLeftToDo, { asked: (['asked', 'reminded'] as const).map((kind) => keyOf(id, kind, invitedAt)) });
  }

  reminded(invitation: Invitation, call: CallView): Promise<void> {
    return this.events.tell(PeopleToBeTold, letterTo(invitation, call, 'reminded'));
  }
}
