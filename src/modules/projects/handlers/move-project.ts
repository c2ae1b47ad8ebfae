import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { DatabaseTime, Transaction } from '#libs/database';
import { noSuchProject } from '../projects.errors.js';
import type { Project, ProjectContract } from '../domain/project.js';
import type { ProjectMove } from '../domain/project.lifecycle.js';
import { ProjectStore } from '../store/project.store.js';
import { ProjectRoots, RecordProject } from './record-project.js';

export interface MoveWords {
  readonly reason?: string;
  readonly facts?: Record<string, unknown>;
  readonly contract?: ProjectContract;
}

/** One step of a project's life. Who may is judged before. */
@Injectable()
export class MoveProject {
  constructor(
    private readonly tx: Transaction,
    private readonly projects: ProjectStore,
    private readonly time: DatabaseTime,
    private readonly records: RecordProject,
    private readonly roots: ProjectRoots,
  ) {}

  /** @throws DomainError `project_absent`, `wrong_state`, `reason_needed`, `organisation_stopped`, `signing_rules_failed` */
  run(id: string, asked: ProjectMove | 'resume', actor: Actor, { reason, facts, contract }: MoveWords = {}): Promise<Project> {
    return this.tx.run(async () => {
      const project = await this.projects.lock(id);
      if (!project) throw noSuchProject();
      if (asked === 'contract') await this.roots.insistOnRules(project, actor);
      if (contract) project.contract ??= contract;
      return this.records.run(project, moveOf(project, asked), { actor, now: await this.time.now(), reason }, facts);
    });
  }
}

/** A suspended project goes on where it stopped. */
const moveOf = ({ suspendedFrom }: Project, asked: ProjectMove | 'resume'): ProjectMove => (asked === 'resume' ? `resume_${suspendedFrom ?? 'running'}` : asked);
