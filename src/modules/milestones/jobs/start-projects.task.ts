import { Injectable } from '@nestjs/common';
import { SYSTEM } from '#libs/access';
import { dayOf } from '#libs/calendar';
import { DatabaseTime, Transaction } from '#libs/database';
import { defineJob, Handles, Repeats, type JobHandler } from '#libs/jobs';
import { CallsFacade } from '#modules/calls';
import { ProjectsFacade } from '#modules/projects';

export const startProjects = defineJob<object>('milestones.start-projects', { queue: 'clock' });

/** Every morning: contracted projects whose first day has come begin to run; one whose organisation is stopped waits. */
@Injectable()
@Handles(startProjects)
@Repeats('5 0 * * *')
export class StartProjects implements JobHandler<object> {
  constructor(
    private readonly tx: Transaction,
    private readonly projects: ProjectsFacade,
    private readonly time: DatabaseTime,
    private readonly calls: CallsFacade,
  ) {}

  async run(): Promise<void> {
    const today = dayOf(await this.time.now());
    for (const { id: callId } of await this.calls.withStatus('running')) {
      const due = (await this.projects.ofCall(callId)).filter(({ status, contract }) => status === 'contracted' && contract !== null && contract.startsOn <= today);
      for (const project of due) if ((await this.projects.stopOf(project)) === null) await this.tx.run(() => this.projects.move(project.id, 'start', SYSTEM));
    }
  }
}
