import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import type { Rulebook } from '#modules/calls';
import { DocumentsFacade } from '#modules/documents';
import { IdentityFacade } from '#modules/identity';
import { OrganisationsFacade } from '#modules/organisations';
import type { Application } from '../domain/application.js';
import { fileIds } from '../domain/form/file-ids.js';
import { hostsAmong, mayAnswer, mayLeave } from '../domain/partners.js';
import { ApplicationStore } from '../store/application.store.js';
import type { Audience } from './application-labels.js';
import { OriginView, type ApplicationDetail } from './application.view.js';
import { PartnerView } from './parties.view.js';
import { HoldOwn } from './hold-own.js';

type Sides = Pick<ApplicationDetail, 'files' | 'partners' | 'part' | 'origins'>;

/** What stands beside an application itself: the files that its answers name, its parties, the reader's own part in it. */
@Injectable()
export class ApplicationSides {
  constructor(
    private readonly documents: DocumentsFacade,
    private readonly organisations: OrganisationsFacade,
    private readonly holding: HoldOwn,
    private readonly applications: ApplicationStore,
    private readonly identity: IdentityFacade,
  ) {}

  async of(application: Application, rulebook: Rulebook, { actor, audience }: { actor: Actor; audience: Audience }): Promise<Sides> {
    const [files, partners, part] = await Promise.all([
      this.documents.many(fileIds(rulebook, application.answers)), this.partners(application, rulebook, actor), audience === 'outside' ? this.holding.part(application, actor) : null,
    ]);
    const origins = Object.entries(application.origins).map(([path, origin]) => OriginView.of(path, origin));
    return { files, part, origins, partners };
  }

  /** Whether the actor takes part in writing it. */
  async writes(application: Application, actor: Actor): Promise<boolean> {
    return (await this.holding.part(application, actor)) !== null;
  }

  private async partners(application: Application, rulebook: Rulebook, actor: Actor): Promise<PartnerView[]> {
    const { id, organisationId, coOrganisationIds } = application;
    if (coOrganisationIds.length === 0) return [];
    const [[leader], partners, consents] = await Promise.all([this.organisations.many([organisationId]), this.organisations.many(coOrganisationIds), this.applications.consents([id])]);
    const names = await this.identity.names(consents.map(({ answeredBy }) => answeredBy));
    const hosts = leader ? hostsAmong(rulebook, leader.kind, partners.map(({ kind }) => kind)) : [];
    return partners.map((partner) => {
      const consent = consents.find((one) => one.organisationId === partner.id);
      const own = consent !== undefined && actor.holdsFor(partner.id, 'applicant');
      return PartnerView.ofPartner(partner, consent, {
        host: hosts.includes(partner.kind), answeredBy: names.get(consent?.answeredBy ?? '') ?? null,
        mine: own && mayAnswer(application, consent.state, true), leaving: own && mayLeave(application, consent.state),
      });
    });
  }
}
