import { Injectable } from '@nestjs/common';
import { DatabaseTime, Transaction } from '#libs/database';
import { defineJob, Handles, Repeats, type JobHandler } from '#libs/jobs';
import { CallsFacade } from '#modules/calls';
import { WriteInvitation } from '../handlers/write-invitation.js';
import { InvitationStore } from '../store/invitation.store.js';

export const remindInvited = defineJob<object>('scoring.remind-invited', { queue: 'clock' });

/** Every quarter of an hour: whoever has not answered an invitation is reminded once, on the last day. */
@Injectable()
@Handles(remindInvited)
@Repeats('*/15 * * * *')
export class RemindInvited implements JobHandler<object> {
  constructor(
    private readonly tx: Transaction,
    private readonly invitations: InvitationStore,
    private readonly calls: CallsFacade,
    private readonly writing: WriteInvitation,
    private readonly time: DatabaseTime,
  ) {}

  run(): Promise<void> {
    return this.tx.run(async () => {
      const now = await this.time.now();
      for (const invitation of await this.invitations.due(now)) {
        await this.writing.reminded(invitation, await this.calls.get(invitation.callId));
        await this.invitations.reminded(invitation.id, now);
      }
    });
  }
}
