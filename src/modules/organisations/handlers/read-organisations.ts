import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { noSuchOrganisation } from '../organisations.errors.js';
import { STAFF } from '../organisations.permissions.js';
import { OrganisationStore } from '../store/organisation.store.js';
import { settleProfile } from '../domain/profile-rules.js';
import { BankAccountView, OrganisationView } from './organisation.view.js';

@Injectable()
export class ReadOrganisations {
  constructor(private readonly organisations: OrganisationStore) {}

  async mine(actor: Actor): Promise<OrganisationView[]> {
    const found = await this.organisations.findMany(actor.subjects('applicant'));
    return found.map((organisation) => OrganisationView.of(organisation));
  }

  /** @throws DomainError `organisation_absent`, for one out of sight as for one that is not there */
  async one(id: string, actor: Actor): Promise<OrganisationView> {
    const organisation = await this.organisations.find(id);
    if (!organisation || !maySee(actor, organisation)) throw noSuchOrganisation();
    const { remarks } = settleProfile(organisation);
    return OrganisationView.of(organisation, { remarks, debarments: await this.organisations.debarments(id) });
  }

  async accounts(id: string, actor: Actor): Promise<BankAccountView[]> {
    await this.one(id, actor);
    return (await this.organisations.accounts(id)).map((account) => BankAccountView.of(account));
  }
}

const maySee = (actor: Actor, organisation: { id: string; nodePath: string }): boolean =>
  actor.holdsFor(organisation.id, 'applicant') || actor.holdsAt(organisation.nodePath, ...STAFF);
