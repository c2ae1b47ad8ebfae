import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { Transaction } from '#libs/database';
import { AwardsFacade } from '#modules/awards';
import { CallsFacade } from '#modules/calls';
import { awardsUnderWay, noProjects, noSuchRound, projectsUnderWay } from '../projects.errors.js';
import type { Project } from '../domain/project.js';
import { ProjectStore } from '../store/project.store.js';
import { MoveProject } from './move-project.js';

export type RoundMove = 'run' | 'wind-up' | 'archive';

const TO = { run: 'running', 'wind-up': 'closing', archive: 'archived' } as const;
/** Nothing more happens with it. */
export const OVER: readonly Project['status'][] = ['settled', 'terminated', 'archived'];

/** Archives what is settled, once nothing of the round is under way. */
@Injectable()
export class ArchiveProjects {
  constructor(
    private readonly awards: AwardsFacade,
    private readonly moving: MoveProject,
  ) {}

  /** @throws DomainError `projects_under_way`, `awards_under_way` */
  async run(callId: string, projects: readonly Project[], actor: Actor): Promise<void> {
    const left = projects.filter(({ status }) => !OVER.includes(status));
    if (left.length > 0) throw projectsUnderWay(left.map(({ number }) => number));
    const waiting = await this.awards.underWay(callId);
    if (waiting > 0) throw awardsUnderWay(waiting);
    for (const { id, status } of projects) if (status === 'settled') await this.moving.run(id, 'archive', actor);
  }
}

/** Brings a round to running, closing and archived, once its projects are there. */
@Injectable()
export class MoveRound {
  constructor(
    private readonly tx: Transaction,
    private readonly calls: CallsFacade,
    private readonly projects: ProjectStore,
    private readonly archiving: ArchiveProjects,
  ) {}

  /** @throws DomainError `call_absent`, `projects_missing`, `projects_under_way`, `awards_under_way`, `wrong_state` */
  run(callId: string, move: RoundMove, actor: Actor): Promise<{ callId: string; status: string }> {
    return this.tx.run(async () => {
      const call = await this.calls.hold(callId);
      if (!actor.holdsAt(call.nodePath, 'officer')) throw noSuchRound();
      const projects = await this.projects.ofCall(callId);
      if (projects.length === 0) throw noProjects();
      if (move === 'archive') await this.archiving.run(callId, projects, actor);
      const { status } = await this.calls.move(callId, TO[move], actor);
      return { callId, status };
    });
  }
}
