import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { newId, Transaction } from '#libs/database';
import { IdentityFacade } from '#modules/identity';
import { Organisation, type OrganisationId, type OrganisationProfile } from '../domain/organisation.js';
import { settleProfile } from '../domain/profile-rules.js';
import { creditCodeTaken } from '../organisations.errors.js';
import { OrganisationStore } from '../store/organisation.store.js';
import { OrganisationView } from './organisation.view.js';
import { TellOfLookAlikes } from './tell-of-look-alikes.js';

/** Enters an organisation; whoever enters it becomes its first member. */
@Injectable()
export class FoundOrganisation {
  constructor(
    private readonly tx: Transaction,
    private readonly organisations: OrganisationStore,
    private readonly identity: IdentityFacade,
    private readonly audit: AuditTrail,
    private readonly looks: TellOfLookAlikes,
  ) {}

  run(given: OrganisationProfile, nodeId: string, actor: Actor): Promise<OrganisationView> {
    const { profile, remarks } = settleProfile(given);
    return this.tx.run(async () => {
      await this.refuseDouble(profile.creditCode);
      const { path: nodePath } = await this.identity.node(nodeId);
      const organisation = Organisation.found(profile, { id: newId<OrganisationId>(), nodePath, now: this.looks.clock.now() });
      await this.organisations.insert(organisation);
      await this.identity.grant(actor.accountId, 'applicant', { subjectId: organisation.id });
      await this.audit.record({ action: 'organisation.founded', subject: { kind: 'organisation', id: organisation.id }, actor, facts: { name: profile.name, creditCode: profile.creditCode } });
      return OrganisationView.of(organisation, { remarks: [...remarks, ...(await this.looks.run(organisation))] });
    });
  }

  private async refuseDouble(creditCode: string | null): Promise<void> {
    if (!creditCode) return;
    const other = await this.organisations.byCreditCode(creditCode);
    if (other) throw creditCodeTaken(other.name);
  }
}
