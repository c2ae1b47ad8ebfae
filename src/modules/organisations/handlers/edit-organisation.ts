import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { Transaction } from '#libs/database';
import type { OrganisationProfile } from '../domain/organisation.js';
import { settleProfile } from '../domain/profile-rules.js';
import { creditCodeTaken, noSuchOrganisation } from '../organisations.errors.js';
import { OrganisationStore } from '../store/organisation.store.js';
import { TellOfLookAlikes } from './tell-of-look-alikes.js';
import { OrganisationView } from './organisation.view.js';

/** Changes the profile; only members do. */
@Injectable()
export class EditOrganisation {
  constructor(
    private readonly tx: Transaction,
    private readonly organisations: OrganisationStore,
    private readonly audit: AuditTrail,
    private readonly looks: TellOfLookAlikes,
  ) {}

  run(id: string, given: OrganisationProfile, readVersion: number, actor: Actor): Promise<OrganisationView> {
    const { profile, remarks } = settleProfile(given);
    return this.tx.run(async () => {
      const organisation = await this.organisations.lock(id);
      if (!organisation || !actor.holdsFor(id, 'applicant')) throw noSuchOrganisation();
      const other = profile.creditCode ? await this.organisations.byCreditCode(profile.creditCode) : null;
      if (other && other.id !== id) throw creditCodeTaken(other.name);
      const changed = (Object.keys(profile) as (keyof OrganisationProfile)[]).filter(
        (field) => JSON.stringify(profile[field]) !== JSON.stringify(organisation[field]),
      );
      organisation.describe(profile);
      await this.organisations.update(organisation, readVersion);
      await this.audit.record({ action: 'organisation.edited', subject: { kind: 'organisation', id }, actor, facts: { changed } });
      const alike = changed.includes('name') || changed.includes('legalRepresentative') ? await this.looks.run(organisation) : [];
      return OrganisationView.of(organisation, { remarks: [...remarks, ...alike] });
    });
  }
}
