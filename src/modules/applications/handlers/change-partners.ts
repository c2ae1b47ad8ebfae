import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { Transaction } from '#libs/database';
import { refused, say } from '#libs/errors';
import { applicationChanged, mayNotApply, noSuchApplication, notTheOwner } from '../applications.errors.js';
import { isApplicant } from '../applications.permissions.js';
import type { Application } from '../domain/application.js';
import { refuseJoint } from '../domain/eligibility/judge-rules.js';
import { ApplicationStore } from '../store/application.store.js';
import { AskPartners } from './ask-partners.js';
import { GatherFacts } from './gather-facts.js';

/** Who applies together may change as long as it is a draft. */
@Injectable()
export class ChangePartners {
  constructor(
    private readonly tx: Transaction,
    private readonly applications: ApplicationStore,
    private readonly gather: GatherFacts,
    private readonly asking: AskPartners,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `not_the_owner`, `application_changed` (stale), `not_editable`, `joint_forbidden`, `may_not_apply`, `organisation_absent` */
  run(id: string, { partnerIds, version }: { partnerIds: readonly string[]; version: number }, actor: Actor): Promise<Application> {
    return this.tx.run(async () => {
      const application = await this.applications.lock(id);
      if (!application || !isApplicant(actor, application)) throw noSuchApplication();
      if (application.ownerId !== actor.accountId) throw notTheOwner();
      if (application.version !== version) throw applicationChanged();
      if (application.status !== 'draft') throw refused('not_editable', say('申报已提交，不能更换联合申报单位', 'It is submitted; its parties cannot be changed'));
      application.coOrganisationIds = [...new Set(partnerIds)].filter((partner) => partner !== application.organisationId);
      await this.refuseBarred(application, actor);
      await this.applications.update(application);
      await this.asking.run(application, actor);
      await this.audit.record({ action: 'application.partners_changed', subject: { kind: 'application', id }, actor, facts: { partners: application.coOrganisationIds } });
      return application;
    });
  }

  private async refuseBarred(application: Application, actor: Actor): Promise<void> {
    const { call, facts, bars } = await this.gather.of(application, 'self_check', actor);
    refuseJoint(call.rulebook, facts);
    const tooMany = bars.filter(({ code }) => code === 'too_many_parties');
    if (tooMany.length > 0) throw mayNotApply(tooMany);
  }
}
