import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { Transaction } from '#libs/database';
import { CallsFacade } from '#modules/calls';
import { noProjects, noSuchProject, projectsUnderWay } from '../projects.errors.js';
import { ProjectStore } from '../store/project.store.js';
import { MoveProject } from './move-project.js';

export type RoundMove = 'run' | 'wind-up' | 'archive';

/** Brings a round to running, closing and archived, once its projects are there. */
@Injectable()
export class MoveRound {
  constructor(
    private readonly tx: Transaction,
    private readonly calls: CallsFacade,
    private readonly projects: ProjectStore,
    private readonly moving: MoveProject,
  ) {}

  /** @throws DomainError `projects_missing`, `projects_under_way`, `wrong_state` */
  run(callId: string, move: RoundMove, actor: Actor): Promise<{ callId: string; status: string }> {
    return this.tx.run(async () => {
      const call = await this.calls.hold(callId);
      if (!actor.holdsAt(call.nodePath, 'officer')) throw noSuchProject();
      const projects = await this.projects.ofCall(callId);
      if (projects.length === 0) throw noProjects();
      if (move === 'archive') {
        const left = projects.filter(({ status }) => !['settled', 'terminated', 'archived'].includes(status));
        if (left.length > 0) throw projectsUnderWay(left.map(({ number }) => number));
        for (const { id, status } of projects) if (status === 'settled') await this.moving.run(id, 'archive', actor);
      }
      const to = { run: 'running', 'wind-up': 'closing', archive: 'archived' } as const;
      const { status } = await this.calls.move(callId, to[move], actor);
      return { callId, status };
    });
  }
}
