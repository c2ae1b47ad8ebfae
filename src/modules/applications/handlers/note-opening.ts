import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { Transaction } from '#libs/database';
import { CallsFacade } from '#modules/calls';
import { isMember } from '../applications.permissions.js';
import { isSealedRound } from '../domain/sealed.js';
import { ApplicationStore } from '../store/application.store.js';

/** Writes down who of the staff opens an application of a sealed round. */
@Injectable()
export class NoteOpening {
  constructor(
    private readonly tx: Transaction,
    private readonly applications: ApplicationStore,
    private readonly calls: CallsFacade,
    private readonly audit: AuditTrail,
  ) {}

  async run(id: string, actor: Actor): Promise<void> {
    const application = await this.applications.find(id);
    if (!application || isMember(actor, application) || !isSealedRound(await this.calls.get(application.callId))) return;
    await this.tx.run(async () => {
      await this.audit.record({ action: 'application.opened', subject: { kind: 'application', id }, actor, facts: { callId: application.callId } });
    });
  }
}
