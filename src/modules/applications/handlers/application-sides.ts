import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import type { Rulebook } from '#modules/calls';
import { DocumentsFacade } from '#modules/documents';
import { OrganisationsFacade } from '#modules/organisations';
import type { Application } from '../domain/application.js';
import { fileIds } from '../domain/form/file-ids.js';
import type { Audience } from './application-labels.js';
import { ApplicantPartyView, OriginView, type ApplicationDetail } from './application.view.js';
import { HoldOwn } from './hold-own.js';

type Sides = Pick<ApplicationDetail, 'files' | 'partners' | 'part' | 'origins'>;

/** What stands beside an application itself: the files that its answers name, its parties, the reader's own part in it. */
@Injectable()
export class ApplicationSides {
  constructor(
    private readonly documents: DocumentsFacade,
    private readonly organisations: OrganisationsFacade,
    private readonly holding: HoldOwn,
  ) {}

  async of(application: Application, rulebook: Rulebook, { actor, audience }: { actor: Actor; audience: Audience }): Promise<Sides> {
    const [files, partners, part] = await Promise.all([
      this.documents.many(fileIds(rulebook, application.answers)), this.organisations.many(application.coOrganisationIds), audience === 'outside' ? this.holding.part(application, actor) : null,
    ]);
    const origins = Object.entries(application.origins).map(([path, origin]) => OriginView.of(path, origin));
    return { files, part, origins, partners: partners.map((partner) => ApplicantPartyView.of(partner)) };
  }

  /** Whether the actor takes part in writing it. */
  async writes(application: Application, actor: Actor): Promise<boolean> {
    return (await this.holding.part(application, actor)) !== null;
  }
}
