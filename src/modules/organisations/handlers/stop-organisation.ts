import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { Clock } from '#libs/clock';
import { newId, Transaction } from '#libs/database';
import { absent, say } from '#libs/errors';
import { Debarment, type Organisation } from '../domain/organisation.js';
import { noSuchOrganisation } from '../organisations.errors.js';
import { OrganisationStore } from '../store/organisation.store.js';
import { OrganisationView } from './organisation.view.js';

/** Staff stop every further step of an organisation, let it go on, or debar it for a time. */
@Injectable()
export class StopOrganisation {
  constructor(
    private readonly tx: Transaction,
    private readonly organisations: OrganisationStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  stop(id: string, reason: string, actor: Actor): Promise<OrganisationView> {
    return this.change(id, actor, { action: 'organisation.stopped', facts: { reason } }, (organisation) => {
      Object.assign(organisation, { stopReason: reason, stoppedAt: this.clock.now() });
    });
  }

  resume(id: string, reason: string, actor: Actor): Promise<OrganisationView> {
    return this.change(id, actor, { action: 'organisation.resumed', facts: { reason } }, (organisation) => {
      Object.assign(organisation, { stopReason: null, stoppedAt: null });
    });
  }

  debar(id: string, ban: { fromDay: string; untilDay: string; basis: string }, actor: Actor): Promise<OrganisationView> {
    return this.change(id, actor, { action: 'organisation.debarred', facts: ban }, async (organisation) => {
      const debarment = Object.assign(new Debarment(), { id: newId<string>(), organisationId: organisation.id, decidedBy: actor.accountId, liftedAt: null, ...ban });
      await this.organisations.addDebarment(debarment);
    });
  }

  /** @throws DomainError `debarment_absent` unless the ban is in force or still to come */
  lift(id: string, debarmentId: string, reason: string, actor: Actor): Promise<OrganisationView> {
    return this.change(id, actor, { action: 'organisation.ban_lifted', facts: { reason, debarmentId } }, async () => {
      if (!(await this.organisations.liftDebarment(id, debarmentId, this.clock.now()))) throw absent('debarment_absent', say('没有找到该项限制', 'There is no such ban'));
    });
  }

  private change(id: string, actor: Actor, leaf: { action: string; facts: object }, work: (organisation: Organisation) => void | Promise<void>): Promise<OrganisationView> {
    return this.tx.run(async () => {
      const organisation = await this.organisations.lock(id);
      if (!organisation || !actor.holdsAt(organisation.nodePath, 'officer')) throw noSuchOrganisation();
      await work(organisation);
      await this.organisations.update(organisation, organisation.version);
      await this.audit.record({ action: leaf.action, subject: { kind: 'organisation', id }, actor, facts: { ...leaf.facts } });
      return OrganisationView.of(organisation, { debarments: await this.organisations.debarments(id) });
    });
  }
}
