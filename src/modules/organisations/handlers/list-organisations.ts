import { Injectable } from '@nestjs/common';
import { scopeOf, type Actor } from '#libs/access';
import { dayOf } from '#libs/calendar';
import { Clock } from '#libs/clock';
import type { PageRequest } from '#libs/database';
import { Shown } from '#libs/http';
import { STAFF } from '../organisations.permissions.js';
import { OrganisationCatalogue, type OrganisationFilter } from '../store/organisation-catalogue.js';
import { OrganisationRow } from './organisation.view.js';

/** One row of the staff's list. */
export class OrganisationStaffRow extends OrganisationRow {
  @Shown() legalRepresentative: string;
  @Shown() debarred: boolean;
  @Shown({ description: '有账户待核验 a bank account waits to be verified' }) accountWaiting: boolean;
}

export class OrganisationPage {
  @Shown({ type: [OrganisationStaffRow] }) items: OrganisationStaffRow[];
  @Shown({ required: false }) next?: string;
  @Shown({ type: 'object', additionalProperties: { type: 'integer' }, description: '各状态家数 how many there are of each standing' }) counts: Record<string, number>;
}

@Injectable()
export class ListOrganisations {
  constructor(
    private readonly catalogue: OrganisationCatalogue,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, page: PageRequest, filter: OrganisationFilter): Promise<OrganisationPage> {
    const scope = scopeOf(actor, ...STAFF);
    const today = dayOf(this.clock.now());
    const [{ items, next }, counts] = await Promise.all([this.catalogue.list(scope, page, filter, today), this.catalogue.counts(scope, filter, today)]);
    const { debarred, waiting } = await this.catalogue.marks(items.map(({ id }) => id), today);
    return {
      items: items.map((organisation) => ({
        ...OrganisationRow.of(organisation), legalRepresentative: organisation.legalRepresentative, debarred: debarred.has(organisation.id), accountWaiting: waiting.has(organisation.id),
      })),
      next, counts,
    };
  }
}
