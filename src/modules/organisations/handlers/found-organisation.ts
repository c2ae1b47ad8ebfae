import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { Clock } from '#libs/clock';
import { newId, Transaction } from '#libs/database';
import { IdentityFacade } from '#modules/identity';
import { Organisation, type OrganisationId, type OrganisationProfile } from '../domain/organisation.js';
import { settleProfile, type Remark } from '../domain/profile-rules.js';
import { creditCodeTaken } from '../organisations.errors.js';
import { OrganisationStore } from '../store/organisation.store.js';
import { OrganisationView } from './organisation.view.js';
import { SimilarNames } from './similar-names.js';

/** The instant of the founding, and who else is here under such a name. */
@Injectable()
export class FoundingContext {
  constructor(
    private readonly clock: Clock,
    private readonly similar: SimilarNames,
  ) {}

  async of(name: string): Promise<{ now: Date; remarks: Remark[] }> {
    return { now: this.clock.now(), remarks: await this.similar.remarks(name) };
  }
}

/** Enters an organisation; whoever enters it becomes its first member. */
@Injectable()
export class FoundOrganisation {
  constructor(
    private readonly tx: Transaction,
    private readonly organisations: OrganisationStore,
    private readonly identity: IdentityFacade,
    private readonly audit: AuditTrail,
    private readonly stamp: FoundingContext,
  ) {}

  run(given: OrganisationProfile, nodeId: string, actor: Actor): Promise<OrganisationView> {
    const { profile, remarks } = settleProfile(given);
    return this.tx.run(async () => {
      await this.refuseDouble(profile.creditCode);
      const { path: nodePath } = await this.identity.node(nodeId);
      const { now, remarks: alike } = await this.stamp.of(profile.name);
      const organisation = Organisation.found(profile, { id: newId<OrganisationId>(), nodePath, now });
      await this.organisations.insert(organisation);
      await this.identity.grant(actor.accountId, 'applicant', { subjectId: organisation.id });
      await this.audit.record({ action: 'organisation.founded', subject: { kind: 'organisation', id: organisation.id }, actor, facts: { name: profile.name, creditCode: profile.creditCode } });
      return OrganisationView.of(organisation, { remarks: [...remarks, ...alike] });
    });
  }

  private async refuseDouble(creditCode: string | null): Promise<void> {
    if (!creditCode) return;
    const other = await this.organisations.byCreditCode(creditCode);
    if (other) throw creditCodeTaken(other.name);
  }
}
