import { Injectable } from '@nestjs/common';
import { OrganisationsFacade } from '#modules/organisations';
import { namesAreRedacted } from '../domain/blind/judged-name.js';
import { peopleIn, type Names } from '../domain/blind/redact.js';
import type { Judged } from './judged.js';

/** Everything under which an applicant is known: its organisations, their people, and where the rulebook says so its project. */
@Injectable()
export class ReadNames {
  constructor(private readonly organisations: OrganisationsFacade) {}

  async of({ application, call, bloc }: Judged): Promise<Names> {
    const organisations = await this.organisations.many([application.organisationId, ...application.coOrganisationIds]);
    const [own, others] = [organisations.filter(({ id }) => id === application.organisationId), organisations.filter(({ id }) => id !== application.organisationId)];
    const names = (list: typeof organisations) => list.map(({ name }) => name);
    return {
      applicants: [application.organisationName, ...names(own)], partners: names(others), projectName: application.projectName, hidesProject: namesAreRedacted(bloc),
      people: [...organisations.map(({ legalRepresentative }) => legalRepresentative), ...peopleIn(application, call.rulebook)],
    };
  }
}
