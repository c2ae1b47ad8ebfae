import { Injectable } from '@nestjs/common';
import { ApplicationsFacade } from '#modules/applications';
import { CallsFacade } from '#modules/calls';
import type { Project } from '../domain/project.js';
import { plannedReach, type Reach } from '../domain/reach.js';

/** How many a project set out to reach, by the form under which it was submitted. */
@Injectable()
export class PlannedReach {
  constructor(
    private readonly applications: ApplicationsFacade,
    private readonly calls: CallsFacade,
  ) {}

  async of({ applicationId, callId }: Pick<Project, 'applicationId' | 'callId'>): Promise<Reach> {
    const { answers, rulebookVersion } = await this.applications.get(applicationId);
    const { rulebook } = await this.calls.rulebook(callId, rulebookVersion);
    return plannedReach(rulebook.form, answers);
  }
}
